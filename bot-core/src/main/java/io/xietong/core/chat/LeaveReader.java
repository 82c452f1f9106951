package io.xietong.core.chat;

import io.xietong.core.card.Input;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads 请假, 代理 and 销假: who, for whom, from when until when. */
final class LeaveReader {

    /** 「…,韩梅代理」「由韩梅代」: the named person stands in, and is not the one who is away. */
    private static final Pattern STANDS_IN = Pattern.compile("代理|代办|代我|代班|顶班|替我|由.{1,8}代|delegat|stands? in|covers?");

    private static final Pattern UNTIL = Pattern.compile("(?:到|至|until|till)\\s{0,3}$");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:周|星期|礼拜|[a-z]{3,9}$)");

    private final Spoken spoken;
    private final Named named;

    private LeaveReader(Spoken spoken) {
        this.spoken = spoken;
        this.named = Named.in(spoken.hearing().organisation());
    }

    static Reading away(Spoken spoken) {
        LeaveReader reader = new LeaveReader(spoken);
        Optional<List<Person>> chosen = spoken.field("person").map(reader.named::people);
        if (chosen.isPresent()) return reader.leave(first(chosen.get()), reader.chosenDelegate());
        List<Person> people = reader.named.peopleIn(spoken.folded());
        boolean standsIn = STANDS_IN.matcher(spoken.folded()).find();
        return standsIn && !people.isEmpty()
                ? reader.delegation(people)
                : reader.leave(first(people), Optional.empty());
    }

    /** 「代理 王芳 周一 到 周五」 for oneself, 「代理 张伟 由 王芳 …」 for another. */
    static Reading delegate(Spoken spoken) {
        LeaveReader reader = new LeaveReader(spoken);
        Optional<String> chosen = reader.chosenDelegate();
        if (chosen.isPresent()) return reader.leave(first(reader.chosen("person")), chosen);
        List<Person> people = reader.named.peopleIn(spoken.folded());
        return people.isEmpty() ? reader.whoStandsIn() : reader.delegation(people);
    }

    static Reading back(Spoken spoken) {
        List<Person> people = Named.in(spoken.hearing().organisation()).peopleIn(spoken.folded());
        return new Reading.Understood(new TalkCommand.EndDelegation(first(people)));
    }

    private List<Person> chosen(String field) {
        return spoken.field(field).map(named::people).orElse(List.of());
    }

    private Optional<String> chosenDelegate() {
        return first(chosen("delegate"));
    }

    private Reading delegation(List<Person> people) {
        return people.size() == 1
                ? leave(Optional.empty(), first(people))
                : leave(first(people), Optional.of(people.get(1).id()));
    }

    private static Optional<String> first(List<Person> people) {
        return people.stream().findFirst().map(Person::id);
    }

    private Reading leave(Optional<String> person, Optional<String> delegate) {
        List<SpokenDate.Found> days = days();
        for (SpokenDate.Found found : days) {
            if (found instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        }
        if (days.isEmpty()) return fromWhenUntilWhen(person, delegate);
        if (days.size() == 1 && days.get(0) instanceof SpokenDate.Either either) {
            return Questions.whichDay(withoutTheDay(either), either);
        }
        LocalDate first = isEnd(days) ? spoken.hearing().today() : date(days.get(0));
        LocalDate last = date(days.get(days.size() - 1));
        if (last.isBefore(first) && isWeekday(days.get(days.size() - 1))) last = last.plusWeeks(1);
        return new Reading.Understood(new TalkCommand.Delegate(
                person, delegate, first.isAfter(last) ? last : first, first.isAfter(last) ? first : last));
    }

    /** The days of the form, else those of the text; a second one such as 「周三」 lies after the first. */
    private List<SpokenDate.Found> days() {
        List<SpokenDate.Found> days = new ArrayList<>();
        for (String field : List.of("from", "until")) {
            if (spoken.field(field).isPresent()) days.add(spoken.date(field));
        }
        days.removeIf(SpokenDate.None.class::isInstance);
        return days.isEmpty() ? spoken.dates(2) : days;
    }

    /** 「请假到周五」: from today. */
    private boolean isEnd(List<SpokenDate.Found> days) {
        return days.size() == 1
                && spoken.form().isEmpty()
                && UNTIL.matcher(spoken.folded().substring(0, days.get(0).start()))
                        .find();
    }

    /** 「周一到周三」 on a Tuesday means the Wednesday after that Monday. */
    private boolean isWeekday(SpokenDate.Found found) {
        boolean typed = spoken.field("from").isEmpty() && spoken.field("until").isEmpty();
        return typed
                && WEEKDAY.matcher(spoken.folded().substring(found.start(), found.end()))
                        .find();
    }

    private static LocalDate date(SpokenDate.Found found) {
        return found instanceof SpokenDate.Either either ? either.today() : ((SpokenDate.On) found).date();
    }

    private String withoutTheDay(SpokenDate.Either either) {
        return spoken.phrase().verb() + " " + spoken.between(0, either.start()) + " "
                + spoken.between(either.end(), spoken.folded().length());
    }

    private Reading whoStandsIn() {
        List<Input> inputs = new ArrayList<>(List.of(choice("delegate", "")));
        inputs.addAll(fromAndUntil());
        return new Reading.Incomplete(spoken.phrase(), Optional.empty(), Message.of("phrase.delegate.who"), inputs);
    }

    /** What was said already is filled in, so that it is not lost when the form comes back. */
    private Reading fromWhenUntilWhen(Optional<String> person, Optional<String> delegate) {
        List<Input> inputs = new ArrayList<>();
        person.ifPresent(known -> inputs.add(choice("person", known)));
        delegate.ifPresent(known -> inputs.add(choice("delegate", known)));
        inputs.addAll(fromAndUntil());
        return new Reading.Incomplete(spoken.phrase(), Optional.empty(), Message.of("phrase.away.when"), inputs);
    }

    private Input choice(String name, String chosen) {
        List<Input.Option> others = spoken.hearing().organisation().people().stream()
                .filter(person -> !person.id().equals(spoken.hearing().speaker()))
                .map(person -> new Input.Option(person.id(), person.name()))
                .toList();
        return Input.choice(name, "phrase.delegate.input." + name, true, chosen, others);
    }

    private List<Input> fromAndUntil() {
        String today = spoken.hearing().today().toString();
        return List.of(
                Input.date("from", "phrase.delegate.input.from", true, today),
                Input.date("until", "phrase.delegate.input.until", true, today));
    }
}
