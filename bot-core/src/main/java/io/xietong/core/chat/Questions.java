package io.xietong.core.chat;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.function.Function;

/** What is asked when words can be read in more than one way, or name what does not exist. Never guessed. */
public final class Questions {

    private Questions() {}

    /** 「周五」 on a Friday. @param phrase what was said without the day, which goes to its end */
    public static Reading whichDay(String phrase, SpokenDate.Either either) {
        return new Reading.Choice(
                Message.of("phrase.date.which", either.today(), either.nextWeek()),
                List.of(
                        new Reading.Choice.Option(
                                Message.of("phrase.date.today", either.today()), phrase.strip() + " " + either.today()),
                        new Reading.Choice.Option(
                                Message.of("phrase.date.next", either.nextWeek()),
                                phrase.strip() + " " + either.nextWeek())));
    }

    /** The same name more than once. @param phrase what would have been said of each of them */
    public static Reading whichPerson(List<Person> people, Organisation organisation, Function<Person, String> phrase) {
        return new Reading.Choice(
                Message.of("phrase.person.which", people.get(0).name()),
                people.stream()
                        .map(person -> new Reading.Choice.Option(
                                Message.of(
                                        "phrase.person.of",
                                        person.name(),
                                        organisation.departmentName(person.department())),
                                phrase.apply(person).strip()))
                        .toList());
    }

    /** The sentence for a department that does not exist: it names those that do. */
    public static Reading unknownDepartment(Spoken spoken, String typed) {
        List<Object> names = spoken.hearing().organisation().departments().stream()
                .<Object>map(Department::name)
                .toList();
        return new Reading.Wrong(Message.of("request.refused.unknown-department", typed, names));
    }
}
