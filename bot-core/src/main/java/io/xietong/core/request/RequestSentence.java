package io.xietong.core.request;

import io.xietong.core.chat.Command;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a request out of a typed command, a sent form, or a sentence of everyday speech. */
public final class RequestSentence {

    private static final Pattern URGENT = Pattern.compile("紧急|加急|十万火急|尽快|马上|urgent|asap");
    private static final Pattern ASKING = Pattern.compile(
            "请(?!.{0,2}假)|麻烦|帮|需要|能不能|能否|可以|可否|希望|想要|给我|提供|借|要[一个份张点]|出一|^(?:让|找|跟|叫)|please|could|can |need|help|would");
    private static final Pattern JOIN = Pattern.compile(
            "^(?:的?同事们?|的?同学|老师|那边|这边|们)?[\\s,，:：、]{0,9}(?:能不能|能否|可否|麻烦|在|于|帮忙|for\\b|to\\b|,){0,5}[\\s,，:：]{0,9}");
    private static final Pattern TRAIL =
            Pattern.compile("(?:\\bby|\\bbefore|之前|前|行吗|吗|可以吗|谢谢[你您]?|多谢|thanks|thx|\\bon|在|于)$");
    private static final String PUNCTUATION = " \t\n\u3000,，。.;；!！?？、~";

    /** Words that only follow the need, taken off one text. */
    private static final int MOST_TRAILING = 4;

    /** How far into the text the department may stand, after words such as 给 or 找. */
    private static final int NEAR_START = 4;

    private RequestSentence() {}

    /** 求助: a sent form, or the department and what is needed in one line; anything less opens the form. */
    static Reading file(Spoken spoken) {
        if (spoken.field("need").isPresent() || spoken.field("department").isPresent()) return form(spoken);
        if (spoken.text().isBlank()) {
            return new Reading.Understood(
                    new RequestCommand.Draft(Optional.empty(), Optional.empty(), "", Optional.empty(), false));
        }
        Optional<Named.Mention> mention = spoken.department().filter(found -> found.start() <= NEAR_START);
        SpokenDate.Found day = SpokenDate.find(
                spoken.folded(), spoken.hearing().today(), spoken.hearing().workingDay());
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (mention.isEmpty())
            return namedPerson(spoken, day).orElseGet(() -> new Reading.Understood(draft(spoken, day)));
        String need = need(spoken, mention.get().end(), day);
        if (need.isBlank()) return new Reading.Understood(draft(spoken, day));
        if (day instanceof SpokenDate.Either either)
            return Questions.whichDay("求助 " + mention.get().department().name() + " " + need, either);
        return new Reading.Understood(
                filed(mention.get().department().id(), Optional.empty(), need, date(day), spoken.folded()));
    }

    /** 「求助 李雷 要海报」: a person instead of a department. */
    private static Optional<Reading> namedPerson(Spoken spoken, SpokenDate.Found day) {
        Organisation organisation = spoken.hearing().organisation();
        String folded = spoken.folded();
        int start = folded.startsWith("@") ? 1 : 0;
        List<Named.Addressed> people = Named.in(organisation).peopleAtStart(folded.substring(start));
        if (people.isEmpty()) return Optional.empty();
        String need = need(spoken, start + people.get(0).end(), day);
        if (people.size() > 1) {
            return Optional.of(Questions.whichPerson(
                    people.stream().map(Named.Addressed::person).toList(),
                    organisation,
                    person -> "求助 " + person.id() + " " + need + " "
                            + date(day).map(LocalDate::toString).orElse("")));
        }
        Person person = people.get(0).person();
        if (need.isBlank()) {
            return Optional.of(new Reading.Understood(new RequestCommand.Draft(
                    Optional.of(person.department()), Optional.of(person.id()), "", date(day), false)));
        }
        if (day instanceof SpokenDate.Either either)
            return Optional.of(Questions.whichDay("求助 " + person.id() + " " + need, either));
        return Optional.of(
                new Reading.Understood(filed(person.department(), Optional.of(person.id()), need, date(day), folded)));
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
        Optional<Named.Mention> mention = spoken.department()
                .or(() -> Named.in(spoken.hearing().organisation()).misspelled(spoken.folded()));
        String need = mention.filter(found -> found.start() <= NEAR_START)
                .map(found -> need(spoken, found.end(), day))
                .orElse(spoken.text());
        return new RequestCommand.Draft(
                mention.map(found -> found.department().id()),
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
            boolean last = trimmed(folded.substring(day.end())).isBlank();
            boolean first = JOIN.matcher(folded.substring(from, day.start()))
                    .replaceFirst("")
                    .isBlank();
            if (last) end = day.start();
            else if (first) start = day.end();
        }
        return trimmed(spoken.between(start, end));
    }

    /** Without the words that only lead to the need or follow it. */
    private static String trimmed(String text) {
        String need = Spoken.unquoted(JOIN.matcher(text.strip()).replaceFirst(""));
        for (int i = 0; i < MOST_TRAILING; i++) {
            String shorter = TRAIL.matcher(withoutPunctuation(need)).replaceFirst("");
            if (shorter.equals(need)) break;
            need = shorter;
        }
        return Spoken.unquoted(withoutPunctuation(need));
    }

    private static String withoutPunctuation(String text) {
        int end = text.length();
        while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end);
    }

    private static Reading form(Spoken spoken) {
        Optional<String> wanted = spoken.field("wantedBy");
        SpokenDate.Found day = wanted.isPresent() ? spoken.date("wantedBy") : new SpokenDate.None();
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (day instanceof SpokenDate.Either either)
            return new Reading.Wrong(Message.of("phrase.date.which", either.today(), either.nextWeek()));
        if (wanted.isPresent() && day instanceof SpokenDate.None)
            return new Reading.Wrong(Message.of("phrase.date.impossible", wanted.get()));
        Optional<String> department = spoken.field("department");
        if (department.isEmpty()) return new Reading.Wrong(Message.of("phrase.request.no-department"));
        Named named = Named.in(spoken.hearing().organisation());
        Optional<Department> found = named.exactDepartment(department.get());
        if (found.isEmpty()) return Questions.unknownDepartment(spoken, department.get());
        return new Reading.Understood(new RequestCommand.File(
                found.get().id(),
                personIn(found.get(), spoken, named),
                spoken.field("need").orElse(""),
                date(day),
                spoken.field("support").orElse(""),
                spoken.field("urgent").filter("yes"::equals).isPresent(),
                visibility(spoken.field("visibility").orElse("")),
                inCopy(spoken, named),
                spoken.typed().contains("仍要") || spoken.field("again").isPresent()));
    }

    /** The person the button names, unless another department was chosen meanwhile. */
    private static Optional<String> personIn(Department department, Spoken spoken, Named named) {
        return named.peopleAtStart(spoken.folded()).stream()
                .map(Named.Addressed::person)
                .filter(person -> person.department().equals(department.id()))
                .map(Person::id)
                .findFirst();
    }

    private static Set<String> inCopy(Spoken spoken, Named named) {
        return spoken.field("named").stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,，、;；]+")))
                .flatMap(name -> named.people(name).stream())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static Visibility visibility(String word) {
        return Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Visibility.DEPARTMENTS);
    }

    /** 「请市场部周五前给出新品海报」: a draft when it names a department and asks for something; else nothing. */
    public static Optional<Command> natural(Hearing hearing, String text) {
        Spoken spoken = Spoken.sentence(hearing, text);
        String folded = spoken.folded();
        Optional<Addressee> addressee = Addressee.of(spoken);
        boolean asks = ASKING.matcher(folded).find()
                || addressee.filter(asked -> isCalled(folded, asked)).isPresent();
        SpokenDate.Found day = SpokenDate.find(folded, hearing.today(), hearing.workingDay());
        boolean dated = !(day instanceof SpokenDate.None);
        boolean wordy = folded.codePointCount(0, folded.length()) >= 8;
        if (addressee.isEmpty() ? !(asks && wordy) : !asks && !dated) return Optional.empty();
        return Optional.of(new RequestCommand.Draft(
                addressee.map(Addressee::department),
                addressee.flatMap(Addressee::person),
                naturalNeed(spoken, addressee, day),
                date(day),
                URGENT.matcher(folded).find()));
    }

    /** 「信息技术部：投影坏了」: the sentence begins with whom it is for. */
    private static boolean isCalled(String folded, Addressee asked) {
        return asked.start() <= NEAR_START && folded.startsWith(":", asked.end());
    }

    private static String naturalNeed(Spoken spoken, Optional<Addressee> addressee, SpokenDate.Found day) {
        String folded = spoken.folded();
        StringBuilder kept = new StringBuilder();
        int from = 0;
        if (addressee.isPresent()) {
            Addressee asked = addressee.get();
            boolean beforeDay = day.start() < 0 || day.start() >= asked.start();
            String before = beforeDay
                    ? spoken.between(0, asked.start())
                    : spoken.between(0, day.start()) + " " + spoken.between(day.end(), asked.start());
            if (!isLead(before)) kept.append(before);
            from = asked.end();
        }
        if (day.start() >= from) {
            kept.append(" ").append(spoken.between(from, day.start()));
            kept.append(" ").append(spoken.between(day.end(), folded.length()));
        } else {
            kept.append(" ").append(spoken.between(from, folded.length()));
        }
        String need = Addressee.LEAD.matcher(kept.toString().strip()).replaceFirst("");
        return trimmed(need.replaceAll("(?<=[\\p{IsHan}]) (?=[\\p{IsHan}])", ""));
    }

    private static boolean isLead(String text) {
        return Addressee.LEAD
                .matcher(withoutPunctuation(text) + " ")
                .replaceFirst("")
                .isBlank();
    }
}
