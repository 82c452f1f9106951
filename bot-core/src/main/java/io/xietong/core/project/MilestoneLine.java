package io.xietong.core.project;

import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of a plan: 「设计评审 2026-12-15 市场部+生产部 设计稿 关键节点」: name, day, departments of which the first leads,
 * deliverable, and whether a joint review must pass before the next one opens.
 *
 * @param milestone empty when something is wrong with the line
 * @param fault     a sentence that quotes the line and says what is missing; empty when nothing is
 */
record MilestoneLine(Optional<Milestone> milestone, Optional<Message> fault) {

    private static final Pattern COUNTED =
            Pattern.compile("^\\s{0,9}(?:(?:\\d{1,2}\\s?[.、)::]|[-–—•*·])(?!\\d)\\s{0,9})?");
    private static final Pattern NEXT = Pattern.compile("^\\s{0,3}[+,、/&和与]\\s{0,3}");
    private static final Pattern ENDS = Pattern.compile("^(?:$|[\\s+,、/&和与;。::(])");
    private static final Pattern TOKEN = Pattern.compile("^[^\\s+,、/&;。]{1,20}");
    private static final Pattern GATE =
            Pattern.compile("[\\s,;、。(【\\[]{0,9}(?:关键节点|联合评审|\\bgate|\\bkey milestone)[\\s)】\\]。.]{0,9}$");
    private static final String AROUND = " \t,,::;;。、.";

    static MilestoneLine read(Hearing hearing, String line, int ordinal) {
        return new Reader(Spoken.sentence(hearing, line), ordinal).read();
    }

    private static final class Reader {

        private final Spoken said;
        private final String folded;
        private final int ordinal;
        private final Named named;
        private final List<Department> departments = new ArrayList<>();

        Reader(Spoken said, int ordinal) {
            this.said = said;
            this.folded = said.folded();
            this.ordinal = ordinal;
            this.named = Named.in(said.hearing().organisation());
        }

        MilestoneLine read() {
            SpokenDate.Found day = said.date("");
            if (day instanceof SpokenDate.None) return wrong("no-day");
            if (day instanceof SpokenDate.Impossible impossible) return wrong("bad-day", impossible.why());
            if (day instanceof SpokenDate.Either either)
                return wrong("bad-day", Message.of("phrase.date.which", either.today(), either.nextWeek()));
            Matcher counted = COUNTED.matcher(folded);
            int start = counted.find() ? Math.min(counted.end(), day.start()) : 0;
            String name = trimmed(said.between(start, day.start()));
            if (name.isEmpty()) return wrong("no-name");
            int rest = departmentsFrom(skipped(day.end()));
            if (rest < 0) return unknownDepartment(-rest - 1);
            Matcher gate = GATE.matcher(folded.substring(rest));
            boolean key = gate.find();
            String deliverable = trimmed(said.between(rest, key ? rest + gate.start() : folded.length()));
            return new MilestoneLine(
                    Optional.of(Milestone.planned(
                            ordinal,
                            name,
                            departments.get(0).id(),
                            departments.stream()
                                    .skip(1)
                                    .map(Department::id)
                                    .distinct()
                                    .toList(),
                            deliverable,
                            ((SpokenDate.On) day).date(),
                            key)),
                    Optional.empty());
        }

        private int skipped(int from) {
            int at = from;
            while (at < folded.length() && AROUND.indexOf(folded.charAt(at)) >= 0) at++;
            return at;
        }

        /** Where the departments end; negative when there is something else at {@code -n - 1}. */
        private int departmentsFrom(int from) {
            int at = from;
            while (true) {
                String rest = folded.substring(at);
                Optional<Named.Mention> found = named.departmentAtStart(rest)
                        .filter(mention ->
                                ENDS.matcher(rest.substring(mention.end())).find());
                if (found.isEmpty()) return -at - 1;
                departments.add(found.get().department());
                at += found.get().end();
                Matcher next = NEXT.matcher(folded.substring(at));
                if (!next.find()) return at;
                at += next.end();
            }
        }

        private MilestoneLine unknownDepartment(int at) {
            Matcher token = TOKEN.matcher(folded.substring(at));
            if (!token.find()) return wrong("no-department");
            String typed = said.between(at, at + token.end());
            Optional<Object> meant = named.misspelled(token.group())
                    .map(mention -> mention.department().name());
            return meant.isPresent()
                    ? wrong("misspelled-department", typed, meant.get())
                    : wrong("unknown-department", typed);
        }

        private MilestoneLine wrong(String key, Object... more) {
            List<Object> args = new ArrayList<>(List.of(ordinal, said.typed()));
            args.addAll(List.of(more));
            return new MilestoneLine(Optional.empty(), Optional.of(Message.of("project.line." + key, args.toArray())));
        }
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) from++;
        while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) to--;
        return text.substring(from, to);
    }

    /** The line as it would be typed. */
    static String write(Milestone milestone, Organisation organisation) {
        List<String> names = new ArrayList<>(List.of(organisation.departmentName(milestone.department())));
        milestone.supporting().forEach(id -> names.add(organisation.departmentName(id)));
        String line = milestone.name() + " " + milestone.date() + " " + String.join("+", names);
        if (!milestone.deliverable().isBlank()) line += " " + milestone.deliverable();
        return milestone.gate() ? line + " 关键节点" : line;
    }
}
