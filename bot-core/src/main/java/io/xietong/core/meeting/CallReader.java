package io.xietong.core.meeting;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTime;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads 开会: 「开会 新品上市协调 下周三 14:00 市场部 何涛」. What is missing is asked for; nobody is guessed. */
final class CallReader {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LEAD = Pattern.compile("^(?:@|和|与|跟|叫|邀请|通知|参会人?[:：]?)");
    private static final Pattern FILLER = Pattern.compile("凌晨|早上|早晨|上午|中午|下午|傍晚|晚上?|在|于|请|叫|和|与|at|on|with");

    private final Spoken spoken;
    private final Named named;
    private final List<String> words = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private Optional<Reading> question = Optional.empty();

    private CallReader(Spoken spoken) {
        this.spoken = spoken;
        this.named = Named.in(spoken.hearing().organisation());
    }

    static Reading read(Spoken spoken) {
        return new CallReader(spoken).reading();
    }

    private Reading reading() {
        Optional<SpokenTime> time = spoken.field("time").isPresent()
                ? spoken.field("time").flatMap(SpokenTime::find)
                : SpokenTime.find(spoken.folded());
        String folded = time.filter(found -> spoken.field("time").isEmpty())
                .map(found -> blanked(spoken.folded(), found.start(), found.end()))
                .orElse(spoken.folded());
        SpokenDate.Found day = spoken.field("date").isPresent()
                ? spoken.date("date")
                : SpokenDate.find(
                        folded, spoken.hearing().today(), spoken.hearing().workingDay());
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        sort(spoken.field("date").isPresent() || day.start() < 0 ? folded : blanked(folded, day.start(), day.end()));
        spoken.field("people").ifPresent(typed -> invite(typed));
        if (question.isPresent()) return question.get();
        if (!unknown.isEmpty())
            return new Reading.Wrong(Message.of("phrase.meet.unknown", List.<Object>copyOf(unknown)));
        String subject = spoken.field("text").orElse(String.join(" ", words));
        if (subject.isBlank() || people.isEmpty() || time.isEmpty() || day instanceof SpokenDate.None)
            return ask(subject, day, time);
        if (day instanceof SpokenDate.Either either)
            return Questions.whichDay(
                    spoken.phrase().verb() + " " + subject + " " + clock(time.get()) + " " + String.join(" ", people),
                    either);
        return new Reading.Understood(new MeetingCommand.Call(
                subject,
                ((SpokenDate.On) day).date(),
                time.get().time(),
                time.get().length(),
                List.copyOf(people),
                spoken.field("place").orElse(""),
                lines("agenda")));
    }

    /** Blanks of the same length, so that places in the text stay what they are. */
    private static String blanked(String text, int from, int to) {
        return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
    }

    /** Tells people and departments from the words of the subject, which keep their punctuation. */
    private void sort(String folded) {
        int from = 0;
        for (String part : BLANKS.split(folded, -1)) {
            int start = folded.indexOf(part, from);
            from = start + part.length();
            if (part.isEmpty() || FILLER.matcher(part).matches()) continue;
            List<String> names = names(part);
            if (!names.isEmpty() && names.stream().allMatch(this::isNamed)) names.forEach(this::isInvited);
            else words.add(spoken.between(start, from));
        }
    }

    private static List<String> names(String text) {
        return BETWEEN.splitAsStream(text)
                .map(part -> LEAD.matcher(part).replaceFirst(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private boolean isNamed(String name) {
        return !named.people(name).isEmpty() || named.exactDepartment(name).isPresent();
    }

    private void invite(String typed) {
        for (String name : names(typed)) if (!isInvited(name)) unknown.add(name);
    }

    /** Whether a word names somebody, or a department, whose head is asked. */
    private boolean isInvited(String name) {
        List<Person> found = named.people(name);
        if (found.size() > 1 && question.isEmpty())
            question = Optional.of(Questions.whichPerson(
                    found,
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " "
                            + spoken.typed().replace(person.name(), " " + person.id() + " ")));
        found.stream().findFirst().map(Person::id).ifPresent(people::add);
        if (!found.isEmpty()) return true;
        Optional<Department> department = named.exactDepartment(name);
        department.flatMap(CallReader::speaker).ifPresent(people::add);
        return department.isPresent();
    }

    private static Optional<String> speaker(Department department) {
        return department
                .head()
                .or(() -> department.deputies().stream().findFirst())
                .or(() -> department.contacts().stream().findFirst());
    }

    private List<String> lines(String field) {
        return spoken.field(field).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Reading ask(String subject, SpokenDate.Found day, Optional<SpokenTime> time) {
        String date = day instanceof SpokenDate.On on ? on.date().toString() : "";
        String names = String.join(
                "、",
                people.stream().map(spoken.hearing().organisation()::nameOf).toList());
        return new Reading.Incomplete(
                spoken.phrase(),
                Optional.empty(),
                Message.of("phrase.meet.what"),
                List.of(
                        Input.text("text", "phrase.meet.subject", true, "", subject),
                        Input.date("date", "phrase.meet.date", true, date),
                        Input.text(
                                "time",
                                "phrase.meet.time",
                                true,
                                "",
                                time.map(CallReader::clock).orElse("")),
                        Input.text("people", "phrase.meet.people", true, "", names),
                        Input.text(
                                "place",
                                "phrase.meet.place",
                                false,
                                "",
                                spoken.field("place").orElse("")),
                        Input.longText("agenda", "phrase.meet.agenda", false, "", String.join("\n", lines("agenda")))));
    }

    private static String clock(SpokenTime time) {
        return time.time()
                + time.length().map(length -> "-" + time.time().plus(length)).orElse("");
    }

    /** 「改期 HY-40 下周三 15:00 主任出差」. */
    static Reading reschedule(Spoken spoken, boolean confirmed, String text) {
        Spoken said = Spoken.sentence(spoken.hearing(), text);
        Optional<SpokenTime> time = SpokenTime.find(said.folded());
        String folded = time.map(found -> blanked(said.folded(), found.start(), found.end()))
                .orElse(said.folded());
        SpokenDate.Found day = SpokenDate.find(
                folded, spoken.hearing().today(), spoken.hearing().workingDay());
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (day instanceof SpokenDate.Either either)
            return Questions.whichDay(
                    spoken.phrase().verb() + " " + spoken.number() + " "
                            + blanked(said.folded(), either.start(), either.end()),
                    either);
        String rest = rest(said, folded, day);
        if (time.isEmpty() && day instanceof SpokenDate.None || rest.isBlank())
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of("meeting.refused.no-reason-to-move", spoken.number()),
                    List.of(Input.longText("text", "phrase.reschedule.text", true, "", text)));
        Optional<LocalDate> date = day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
        return new Reading.Understood(new MeetingCommand.Reschedule(
                spoken.number(), date, time.map(SpokenTime::time), Spoken.reason(rest), confirmed));
    }

    private static String rest(Spoken said, String folded, SpokenDate.Found day) {
        String left = day.start() < 0 ? folded : blanked(folded, day.start(), day.end());
        List<String> kept = new ArrayList<>();
        int from = 0;
        for (String part : BLANKS.split(left, -1)) {
            int start = left.indexOf(part, from);
            from = start + part.length();
            if (!part.isEmpty() && !FILLER.matcher(part).matches()) kept.add(said.between(start, from));
        }
        return String.join(" ", kept);
    }
}
