package io.xietong.core.request;

import io.xietong.core.chat.Command;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.TalkPhrases;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a request out of a typed command, a sent form, or a sentence of everyday speech. */
public final class RequestSentence {

    private static final Pattern URGENT = Pattern.compile("紧急|加急|十万火急|尽快|马上|urgent|asap");
    private static final Pattern ASKING =
            Pattern.compile("请|麻烦|帮|需要|能不能|能否|可以|可否|希望|想要|给我|给我们|提供|出一|please|could|can |need|help|would");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:@\\S+\\s+)?(?:你好|您好|hi|hello)?[\\s,，!！]*(?:能不能|能否|可否|可以|麻烦|劳驾|想请|请|让|找|叫|需要|希望|could you|could|can|please|ask|need)*\\s*");
    private static final Pattern JOIN =
            Pattern.compile("^(?:的?同事们?|的?同学|老师|那边|这边|们)?[\\s,，:：、]*(?:能不能|能否|可否|麻烦|在|于|帮忙|for|to|,)*[\\s,，:：]*");
    private static final Pattern TRAIL =
            Pattern.compile("[\\s,，。.;；!！?？、~]+$|(?:by|before|要|之前|前|行吗|吗|可以吗|谢谢[你您]?|多谢|thanks|thx)$");
    private static final Pattern BEFORE_DATE = Pattern.compile("(?:by|before|on|在|于|,|，)\\s*$");

    private RequestSentence() {}

    /** 求助: a sent form, or the department and what is needed in one line; anything less opens the form. */
    static Reading file(Spoken spoken) {
        if (spoken.field("need").isPresent() || spoken.field("department").isPresent()) return form(spoken);
        if (spoken.text().isBlank()) {
            return new Reading.Understood(
                    new RequestCommand.Draft(Optional.empty(), Optional.empty(), "", Optional.empty(), false));
        }
        Optional<Named.Mention> mention = spoken.department().filter(found -> found.start() <= 4);
        SpokenDate.Found day = SpokenDate.find(
                spoken.folded(), spoken.hearing().today(), spoken.hearing().workingDay());
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (mention.isEmpty())
            return namedPerson(spoken, day).orElseGet(() -> new Reading.Understood(draft(spoken, day)));
        String need = need(spoken, mention.get().end(), day);
        if (need.isBlank()) return new Reading.Understood(draft(spoken, day));
        if (day instanceof SpokenDate.Either either)
            return whichDay(mention.get().department().name(), need, either);
        return new Reading.Understood(
                filed(mention.get().department().id(), Optional.empty(), need, date(day), spoken.folded()));
    }

    /** 「求助 李雷 要海报」: a person instead of a department. */
    private static Optional<Reading> namedPerson(Spoken spoken, SpokenDate.Found day) {
        String first = spoken.text().split("[\\s,，:：]+", 2)[0];
        List<Person> people = new Named(spoken.hearing().organisation()).people(first);
        if (people.isEmpty()) return Optional.empty();
        int from = spoken.folded().indexOf(first.toLowerCase(java.util.Locale.ROOT)) + first.length();
        String need = need(spoken, from, day);
        if (people.size() > 1) {
            return Optional.of(new Reading.Choice(
                    Message.of("phrase.person.which", people.get(0).name()),
                    people.stream()
                            .map(person -> new Reading.Choice.Option(
                                    Message.of(
                                            "phrase.person.of",
                                            person.name(),
                                            spoken.hearing().organisation().departmentName(person.department())),
                                    "求助 " + person.id() + " " + need))
                            .toList()));
        }
        Person person = people.get(0);
        if (need.isBlank()) {
            return Optional.of(new Reading.Understood(new RequestCommand.Draft(
                    Optional.of(person.department()), Optional.of(person.id()), "", date(day), false)));
        }
        return Optional.of(new Reading.Understood(
                filed(person.department(), Optional.of(person.id()), need, date(day), spoken.folded())));
    }

    private static Reading whichDay(String department, String need, SpokenDate.Either either) {
        String phrase = "求助 " + department + " " + need + " ";
        return new Reading.Choice(
                Message.of("phrase.date.which", either.today(), either.nextWeek()),
                List.of(
                        new Reading.Choice.Option(
                                Message.of("phrase.date.today", either.today()), phrase + either.today()),
                        new Reading.Choice.Option(
                                Message.of("phrase.date.next", either.nextWeek()), phrase + either.nextWeek())));
    }

    private static RequestCommand.File filed(
            String department, Optional<String> person, String need, Optional<LocalDate> wantedBy, String folded) {
        return new RequestCommand.File(
                department,
                person,
                need,
                wantedBy,
                "",
                URGENT.matcher(folded).find(),
                Visibility.DEPARTMENTS,
                Set.of(),
                false);
    }

    private static Optional<LocalDate> date(SpokenDate.Found day) {
        return day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
    }

    private static RequestCommand.Draft draft(Spoken spoken, SpokenDate.Found day) {
        Optional<Department> department = spoken.department().map(Named.Mention::department);
        String need = spoken.department()
                .filter(found -> found.start() <= 4)
                .map(found -> need(spoken, found.end(), day))
                .orElse(spoken.text());
        return new RequestCommand.Draft(
                department.map(Department::id),
                Optional.empty(),
                need,
                date(day),
                URGENT.matcher(spoken.folded()).find());
    }

    /** What is needed: the text after the department, without a day at its beginning or end. */
    private static String need(Spoken spoken, int from, SpokenDate.Found day) {
        String folded = spoken.folded();
        int end = folded.length();
        int start = from;
        if (day.start() >= from) {
            boolean last =
                    TRAIL.matcher(folded.substring(day.end())).replaceAll("").isBlank();
            boolean first = JOIN.matcher(folded.substring(from, day.start()))
                    .replaceFirst("")
                    .isBlank();
            if (last) end = day.start();
            else if (first) start = day.end();
        }
        return trimmed(spoken.between(start, end));
    }

    private static String trimmed(String text) {
        String need = Spoken.unquoted(JOIN.matcher(text.strip()).replaceFirst(""));
        String before;
        do {
            before = need;
            need = BEFORE_DATE
                    .matcher(TRAIL.matcher(need).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
        } while (!need.equals(before));
        return Spoken.unquoted(need);
    }

    private static Reading form(Spoken spoken) {
        Optional<String> department = spoken.field("department");
        String need = spoken.field("need").orElse("");
        SpokenDate.Found day = SpokenDate.find(
                spoken.field("wantedBy").orElse(""),
                spoken.hearing().today(),
                spoken.hearing().workingDay());
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (department.isEmpty()) return new Reading.Wrong(Message.of("phrase.request.no-department"));
        Optional<Department> found = new Named(spoken.hearing().organisation()).exactDepartment(department.get());
        if (found.isEmpty()) return TalkPhrases.unknownDepartment(spoken, department.get());
        Set<String> named = spoken.field("named").stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,，、;；]+")))
                .flatMap(name -> new Named(spoken.hearing().organisation()).people(name).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
        Visibility visibility = spoken.field("visibility")
                .map(word -> Visibility.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                .orElse(Visibility.DEPARTMENTS);
        return new Reading.Understood(new RequestCommand.File(
                found.get().id(),
                spoken.field("person").filter(p -> !p.isBlank()),
                need,
                day instanceof SpokenDate.Either either ? Optional.of(either.today()) : date(day),
                spoken.field("support").orElse(""),
                spoken.field("urgent").filter("yes"::equals).isPresent(),
                visibility,
                named,
                spoken.text().contains("仍要") || spoken.field("again").isPresent()));
    }

    /** 「请市场部周五前给出新品海报」: a draft when it names a department and asks for something; else nothing. */
    public static Optional<Command> natural(Hearing hearing, String text) {
        Spoken spoken = Spoken.sentence(hearing, text);
        String folded = spoken.folded();
        Optional<Named.Mention> mention = spoken.department();
        boolean asks = ASKING.matcher(folded).find();
        SpokenDate.Found day = SpokenDate.find(folded, hearing.today(), hearing.workingDay());
        boolean dated = !(day instanceof SpokenDate.None);
        if (mention.isEmpty() && !(asks && dated) && !(asks && folded.codePointCount(0, folded.length()) >= 8))
            return Optional.empty();
        if (mention.isPresent() && !asks && !dated) return Optional.empty();
        String need = naturalNeed(spoken, mention, day);
        return Optional.of(new RequestCommand.Draft(
                mention.map(found -> found.department().id()),
                Optional.empty(),
                need,
                date(day),
                URGENT.matcher(folded).find()));
    }

    private static String naturalNeed(Spoken spoken, Optional<Named.Mention> mention, SpokenDate.Found day) {
        String folded = spoken.folded();
        StringBuilder kept = new StringBuilder();
        int from = 0;
        if (mention.isPresent()) {
            String before = folded.substring(0, mention.get().start());
            if (!LEAD.matcher(before).replaceFirst("").isBlank())
                kept.append(spoken.between(0, mention.get().start()));
            from = mention.get().end();
        }
        if (day.start() >= from) {
            kept.append(" ").append(spoken.between(from, day.start()));
            kept.append(" ").append(spoken.between(day.end(), folded.length()));
        } else {
            kept.append(" ").append(spoken.between(from, folded.length()));
        }
        Matcher lead = LEAD.matcher(kept.toString().strip());
        return trimmed(lead.replaceFirst("").replaceAll("(?<=[\\p{IsHan}])\\s+(?=[\\p{IsHan}])", ""));
    }
}
