package io.xietong.core.project;

import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is said of a project that exists, typed or from its card. */
final class ProjectReader {

    private static final Pattern SHARE = Pattern.compile("(?<![\\d-])(\\d{1,9})\\s{0,3}%?");
    private static final Pattern ORDINAL = Pattern.compile(
            "^[\\s,::]{0,9}(?:第|里程碑|milestone|#){0,2}\\s{0,3}(\\d{1,3})(?![\\d月/.-])\\s{0,3}个?(?:里程碑)?");
    private static final Pattern JOINS = Pattern.compile("加入|增加|添加|新增|加上|\\badd\\b|\\bjoins?\\b");
    private static final Pattern LEAVES = Pattern.compile("退出|移除|移出|去掉|删除|离开|\\bremove\\b|\\bleaves?\\b");
    private static final Pattern LEADING = Pattern.compile("^[\\s,::、。.]{0,9}");
    private static final Map<ProjectCommand.Choice, Pattern> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put(ProjectCommand.Choice.ABSTAIN, Pattern.compile("^(?:弃权|abstain)"));
        CHOICES.put(ProjectCommand.Choice.AGAINST, Pattern.compile("^(?:反对|不同意|不批准|不赞成|否决|否|against|no\\b)"));
        CHOICES.put(ProjectCommand.Choice.FOR, Pattern.compile("^(?:同意|批准|赞成|支持|通过|for\\b|yes\\b|approve)"));
    }

    private ProjectReader() {}

    static Reading projects(Spoken spoken) {
        Optional<ItemNumber> number = spoken.anyNumber().or(() -> ItemNumber.read(spoken.text()));
        return number.<Reading>map(shown -> new Reading.Understood(new TalkCommand.Show(shown)))
                .orElseGet(() -> new Reading.Understood(new ProjectCommand.Projects(spoken.text())));
    }

    static Reading acceptDuty(Spoken spoken) {
        Matcher share = SHARE.matcher(spoken.field("text").orElse(spoken.folded()));
        Optional<Integer> percent = share.find() ? Optional.of(small(share.group(1))) : Optional.empty();
        return new Reading.Understood(new ProjectCommand.AcceptDuty(spoken.number(), percent));
    }

    private static int small(String digits) {
        return digits.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    static Reading vote(Spoken spoken) {
        String folded = spoken.folded().strip();
        Optional<String> chosen = spoken.field("choice");
        for (Map.Entry<ProjectCommand.Choice, Pattern> choice : CHOICES.entrySet()) {
            Matcher said = choice.getValue().matcher(folded);
            boolean found = chosen.map(choice.getKey().name()::equals).orElseGet(said::find);
            if (!found) continue;
            int start = spoken.folded().indexOf(folded);
            String reason = chosen.isPresent()
                    ? spoken.text()
                    : spoken.field("text")
                            .orElseGet(() -> Spoken.unquoted(spoken.between(
                                    start + said.end(), spoken.folded().length())));
            return new Reading.Understood(new ProjectCommand.Vote(spoken.number(), choice.getKey(), reason));
        }
        Words words = Words.in(
                spoken.hearing().language(), spoken.hearing().organisation().zone());
        List<Option> choices = Arrays.stream(ProjectCommand.Choice.values())
                .map(choice -> new Option(choice.name(), words.say("project.choice." + choice)))
                .toList();
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.project-vote.what", spoken.number()),
                List.of(
                        Input.choice("choice", "phrase.project-vote.choice", true, "", choices),
                        Input.longText("text", "phrase.project-vote.text", false, "", "")));
    }

    /** A milestone's ordinal at the beginning, and what follows it. */
    private record Counted(Optional<Integer> ordinal, String rest) {

        static Counted read(Spoken spoken) {
            Matcher ordinal = ORDINAL.matcher(spoken.folded());
            boolean found = ordinal.find();
            String rest =
                    spoken.between(found ? ordinal.end() : 0, spoken.folded().length());
            Optional<String> field = spoken.field("text");
            return new Counted(
                    found ? Optional.of(Integer.parseInt(ordinal.group(1))) : Optional.empty(),
                    field.orElse(Spoken.unquoted(rest)));
        }
    }

    static Reading reach(Spoken spoken) {
        Counted counted = Counted.read(spoken);
        return new Reading.Understood(new ProjectCommand.Reach(spoken.number(), counted.ordinal(), counted.rest()));
    }

    /** 「延期 XM-8 2 12月20日 生产部 物料晚到」. */
    static Reading putOff(Spoken spoken) {
        Counted counted = Counted.read(spoken);
        Spoken rest = Spoken.sentence(spoken.hearing(), counted.rest());
        SpokenDate.Found day = rest.date("");
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (day instanceof SpokenDate.Either either)
            return new Reading.Wrong(Message.of("phrase.date.which", either.today(), either.nextWeek()));
        if (!(day instanceof SpokenDate.On on)) return ask(spoken, "project.refused.which-day", "text", counted.rest());
        String before = rest.between(0, on.start());
        String after = rest.between(on.end(), rest.folded().length());
        Spoken told = Spoken.sentence(spoken.hearing(), (before + " " + after).strip());
        String folded = LEADING.matcher(told.folded()).replaceFirst("");
        int skipped = told.folded().length() - folded.length();
        Optional<Named.Mention> blamed =
                Named.in(spoken.hearing().organisation()).departmentAtStart(folded);
        String reason = told.between(
                skipped + blamed.map(Named.Mention::end).orElse(0),
                told.folded().length());
        return new Reading.Understood(new ProjectCommand.PutOff(
                spoken.number(),
                counted.ordinal(),
                on.date(),
                blamed.map(Named.Mention::department).map(Department::id),
                Spoken.reason(Spoken.unquoted(reason))));
    }

    /** 「成员 XM-8 加入 李雷」. */
    static Reading members(Spoken spoken) {
        String folded = spoken.field("text")
                .map(text -> Spoken.sentence(spoken.hearing(), text).folded())
                .orElse(spoken.folded());
        boolean joins = JOINS.matcher(folded).find();
        boolean leaves = LEAVES.matcher(folded).find();
        var people = Named.in(spoken.hearing().organisation()).peopleIn(folded);
        if (joins == leaves || people.isEmpty()) return ask(spoken, "project.refused.whom", "text", spoken.text());
        if (people.size() > 1)
            return Questions.whichPerson(
                    people,
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " " + spoken.number() + (joins ? " 加入 " : " 退出 ") + person.id());
        String person = people.get(0).id();
        return new Reading.Understood(
                joins
                        ? new ProjectCommand.Join(spoken.number(), person)
                        : new ProjectCommand.Leave(spoken.number(), person));
    }

    /** 「牵头 XM-8 韩梅 王芳调岗」. */
    static Reading lead(Spoken spoken) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), spoken.text());
        if (task.owners().size() > 1)
            return Questions.whichPerson(
                    task.owners(),
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " " + spoken.number() + " " + person.id());
        if (task.owner().isEmpty()) return ask(spoken, "project.refused.lead-whom", "text", spoken.text());
        return new Reading.Understood(new ProjectCommand.ChangeLead(
                spoken.number(), task.owner().get().id(), Spoken.reason(task.what())));
    }

    static Reading report(Spoken spoken) {
        if (spoken.text().isBlank()) return new Reading.Understood(new ProjectCommand.AskReport(spoken.number()));
        return new Reading.Understood(new ProjectCommand.Report(spoken.number(), spoken.text()));
    }

    static Reading close(Spoken spoken) {
        Confirmed said = Confirmed.read(spoken);
        if (said.text().isBlank()) return ask(spoken, "project.refused.no-summary", "text", "");
        return new Reading.Understood(new ProjectCommand.Close(spoken.number(), said.text(), said.sure()));
    }

    static Reading cancel(Spoken spoken) {
        Confirmed said = Confirmed.read(spoken);
        if (said.text().isBlank()) return ask(spoken, "project.refused.no-reason-to-cancel", "text", "");
        return new Reading.Understood(new ProjectCommand.Cancel(spoken.number(), said.text(), said.sure()));
    }

    /** A verb that needs nothing but the number. */
    static Reading plain(Spoken spoken, Function<ItemNumber, ProjectCommand> command) {
        return new Reading.Understood(command.apply(spoken.number()));
    }

    private static Reading ask(Spoken spoken, String question, String field, String known) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of(question, spoken.number()),
                List.of(Input.longText(field, "phrase." + spoken.phrase().id() + ".text", true, "", known)));
    }
}
