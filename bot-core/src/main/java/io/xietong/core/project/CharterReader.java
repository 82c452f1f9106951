package io.xietong.core.project;

import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads 立项 and 修改: the goal in the first line, then lines such as 「牵头 李雷」「类型 重大」「范围 …」「战略 …」, and a line for
 * each milestone. What is missing is asked for, with everything that was understood kept in the form.
 */
final class CharterReader {

    private static final String LABEL = "\\s{0,9}[::]?\\s{0,9}(?=\\S)";
    private static final Map<String, Pattern> LABELLED = new LinkedHashMap<>();
    private static final Map<ProjectKind, Pattern> KINDS = new LinkedHashMap<>();
    private static final Pattern HEADING = Pattern.compile("^\\s{0,9}(?:里程碑|计划|milestones|plan)\\s{0,9}[::]?\\s{0,9}$");
    private static final Pattern BREAK = Pattern.compile("[\\n;;]");
    /** More sentences than this help nobody. */
    private static final int MOST_FAULTS = 3;

    static {
        LABELLED.put("lead", Pattern.compile("^\\s{0,9}(?:牵头人?|负责人|组长|项目负责人|lead\\b)" + LABEL));
        LABELLED.put("scope", Pattern.compile("^\\s{0,9}(?:范围|scope\\b)" + LABEL));
        LABELLED.put("strategy", Pattern.compile("^\\s{0,9}(?:对应年度目标|对应目标|年度目标|战略目标|战略|strategy\\b)" + LABEL));
        LABELLED.put("kind", Pattern.compile("^\\s{0,9}(?:类型|类别|kind\\b)" + LABEL));
        LABELLED.put("more", Pattern.compile("^\\s{0,9}(?:目标|goal\\b)" + LABEL));
        KINDS.put(ProjectKind.MAJOR, Pattern.compile("重大|major"));
        KINDS.put(ProjectKind.PRODUCT, Pattern.compile("产品|市场|product|market"));
        KINDS.put(ProjectKind.PROCESS, Pattern.compile("流程|制度|process|policy"));
        KINDS.put(ProjectKind.OTHER, Pattern.compile("其他|其它|other"));
    }

    private final Spoken spoken;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private CharterReader(Spoken spoken) {
        this.spoken = spoken;
        List<String> typed = Arrays.stream(BREAK.split(spoken.typed()))
                .filter(line -> !line.isBlank())
                .toList();
        if (!typed.isEmpty()) said.put("goal", Spoken.unquoted(typed.get(0)));
        typed.stream().skip(1).forEach(this::line);
        for (String field : List.of("goal", "lead", "kind", "scope", "strategy"))
            spoken.field(field).ifPresent(value -> said.put(field, value));
        spoken.field("milestones").ifPresent(text -> {
            lines.clear();
            text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        });
    }

    private void line(String line) {
        if (HEADING.matcher(line).find()) return;
        for (Map.Entry<String, Pattern> label : LABELLED.entrySet()) {
            Matcher matcher = label.getValue().matcher(line);
            if (!matcher.find()) continue;
            String value = line.substring(matcher.end()).strip();
            if (label.getKey().equals("more")) said.merge("goal", value, (first, more) -> first + "\n" + more);
            else said.put(label.getKey(), value);
            return;
        }
        lines.add(line.strip());
    }

    static Reading draft(Spoken spoken) {
        CharterReader reader = new CharterReader(spoken);
        return reader.read((charter, lead, milestones) -> new ProjectCommand.Draft(charter, lead, milestones));
    }

    static Reading revise(Spoken spoken) {
        CharterReader reader = new CharterReader(spoken);
        if (reader.said.isEmpty() && reader.lines.isEmpty())
            return new Reading.Understood(new ProjectCommand.AskRevision(spoken.number()));
        return reader.read(
                (charter, lead, milestones) -> new ProjectCommand.Revise(spoken.number(), charter, lead, milestones));
    }

    private interface Made {
        ProjectCommand of(Charter charter, String lead, List<Milestone> milestones);
    }

    private Reading read(Made made) {
        List<Milestone> milestones = new ArrayList<>();
        List<Message> faults = new ArrayList<>();
        for (String line : lines) {
            MilestoneLine read = MilestoneLine.read(spoken.hearing(), line, milestones.size() + faults.size() + 1);
            read.milestone().ifPresent(milestones::add);
            read.fault().ifPresent(faults::add);
        }
        Optional<Reading> whichLead = whichLead();
        if (whichLead.isPresent()) return whichLead.get();
        Optional<String> lead = lead();
        if (said.containsKey("lead") && lead.isEmpty())
            faults.add(Message.of("project.refused.unknown-lead", said.get("lead")));
        Optional<Message> fault =
                faults.stream().limit(MOST_FAULTS).reduce((all, next) -> Message.of("project.line.and", all, next));
        if (fault.isPresent()) return ask(fault.get());
        if (said.getOrDefault("goal", "").isBlank() || lead.isEmpty() || milestones.isEmpty())
            return ask(Message.of("phrase.charter.what"));
        return new Reading.Understood(made.of(charter(), lead.get(), milestones));
    }

    private Charter charter() {
        String goal = said.get("goal");
        return new Charter(
                title(goal),
                goal,
                said.getOrDefault("scope", ""),
                said.getOrDefault("strategy", ""),
                kind().orElse(ProjectKind.OTHER));
    }

    private static String title(String goal) {
        String line = goal.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= Charter.LONGEST_TITLE) return line;
        return line.substring(0, line.offsetByCodePoints(0, Charter.LONGEST_TITLE - 1)) + "…";
    }

    private List<Person> leads() {
        return Optional.ofNullable(said.get("lead"))
                .map(Named.in(spoken.hearing().organisation())::people)
                .orElse(List.of());
    }

    private Optional<String> lead() {
        return leads().stream().map(Person::id).findFirst();
    }

    /** The same name more than once: asked about when it was typed; a form takes the id. */
    private Optional<Reading> whichLead() {
        List<Person> leads = leads();
        if (leads.size() < 2) return Optional.empty();
        String typed = spoken.phrase().verb() + " "
                + spoken.anyNumber().map(n -> n + " ").orElse("") + spoken.typed();
        return Optional.of(Questions.whichPerson(
                leads, spoken.hearing().organisation(), person -> typed.replace(said.get("lead"), person.id())));
    }

    private Optional<ProjectKind> kind() {
        String typed = said.getOrDefault("kind", "");
        return Arrays.stream(ProjectKind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .or(() -> KINDS.entrySet().stream()
                        .filter(entry -> entry.getValue().matcher(typed).find())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private Reading ask(Message question) {
        Words words = Words.in(
                spoken.hearing().language(), spoken.hearing().organisation().zone());
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                question,
                inputs(
                        said.getOrDefault("goal", ""),
                        said.getOrDefault("lead", ""),
                        kind().orElse(ProjectKind.OTHER),
                        String.join("\n", lines),
                        said.getOrDefault("scope", ""),
                        said.getOrDefault("strategy", ""),
                        words));
    }

    /** The fields of a charter, filled with what is known of it; labels are keys. */
    static List<Input> inputs(
            String goal, String lead, ProjectKind kind, String lines, String scope, String strategy, Words words) {
        List<Option> kinds = Arrays.stream(ProjectKind.values())
                .map(one -> new Option(one.name(), words.say("project.kind." + one)))
                .toList();
        return List.of(
                Input.longText("goal", "phrase.charter.goal", true, "", goal),
                Input.text("lead", "phrase.charter.lead", true, "", lead),
                Input.longText("milestones", "phrase.charter.milestones", true, words.say("project.line.hint"), lines),
                Input.choice("kind", "phrase.charter.kind", true, kind.name(), kinds),
                Input.longText("scope", "phrase.charter.scope", false, "", scope),
                Input.text("strategy", "phrase.charter.strategy", false, "", strategy));
    }
}
