package io.xietong.core.project;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 年度计划: the year, and a line for each project, 「新品上市 市场部 份额到 8%」: name, leading department, goal. */
final class PlanReader {

    private static final Pattern YEAR =
            Pattern.compile("^[\\s,::]{0,9}(20\\d\\d)(?!\\d)\\s{0,3}年?(?:度)?[\\s,::;]{0,9}");
    private static final Pattern BREAK = Pattern.compile("[\\n;;]");
    private static final Pattern BLANK = Pattern.compile("^\\s{0,9}[,::、]?\\s{0,9}");

    private PlanReader() {}

    static Reading read(Spoken spoken) {
        Matcher matcher = YEAR.matcher(spoken.folded());
        boolean typedYear = matcher.find();
        Optional<Integer> year = typedYear ? Optional.of(Integer.parseInt(matcher.group(1))) : field(spoken);
        int from = typedYear ? matcher.end() : 0;
        String typed = spoken.field("lines")
                .orElse(spoken.between(from, spoken.folded().length()));
        List<String> lines = Arrays.stream(BREAK.split(typed))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int thisYear = spoken.hearing().today().getYear();
        if (lines.isEmpty()) return new Reading.Understood(new ProjectCommand.Plan(year.orElse(thisYear)));
        if (year.isEmpty()) return ask(spoken, Message.of("phrase.plan.what"), thisYear + 1, typed);
        List<ProjectCommand.PlanLine> read = new ArrayList<>();
        for (String line : lines) {
            Optional<ProjectCommand.PlanLine> found = line(spoken, line);
            if (found.isEmpty()) return ask(spoken, Message.of("project.refused.plan-line", line), year.get(), typed);
            read.add(found.get());
        }
        return new Reading.Understood(new ProjectCommand.Propose(year.get(), read));
    }

    private static Optional<Integer> field(Spoken spoken) {
        return spoken.field("year").filter(year -> year.matches("20\\d\\d")).map(Integer::parseInt);
    }

    private static Optional<ProjectCommand.PlanLine> line(Spoken spoken, String line) {
        Spoken said = Spoken.sentence(spoken.hearing(), line);
        Optional<Named.Mention> department =
                Named.in(spoken.hearing().organisation()).department(said.folded());
        if (department.isEmpty()) return Optional.empty();
        String title = said.between(0, department.get().start());
        String rest = said.between(department.get().end(), said.folded().length());
        String goal = BLANK.matcher(rest).replaceFirst("");
        if (title.isBlank() || title.codePointCount(0, title.length()) > Charter.LONGEST_TITLE) return Optional.empty();
        return Optional.of(
                new ProjectCommand.PlanLine(title, department.get().department().id(), goal.isBlank() ? title : goal));
    }

    private static Reading ask(Spoken spoken, Message question, int year, String lines) {
        return new Reading.Incomplete(
                spoken.phrase(),
                Optional.empty(),
                question,
                List.of(
                        Input.text("year", "phrase.plan.year", true, "", Integer.toString(year)),
                        Input.longText("lines", "phrase.plan.lines", true, "", lines)));
    }
}
