package io.xietong.core.action;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads 行动项, 转派 and 改期 of action items, typed or from a form. */
final class ActionReader {

    private ActionReader() {}

    static Reading assign(Spoken spoken) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), spoken.typed());
        List<Person> owners = spoken.field("owner")
                .map(Named.in(spoken.hearing().organisation())::people)
                .orElse(task.owners());
        String what = spoken.field("text").orElse(task.what());
        SpokenDate.Found day = spoken.field("date").isPresent() ? spoken.date("date") : task.day();
        if (owners.size() > 1)
            return Questions.whichPerson(
                    owners,
                    spoken.hearing().organisation(),
                    person ->
                            spoken.phrase().verb() + " " + source(spoken) + person.id() + " " + what + " " + said(day));
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (owners.isEmpty() || what.isBlank() || day instanceof SpokenDate.None) return ask(spoken, owners, what, day);
        if (day instanceof SpokenDate.Either either)
            return Questions.whichDay(
                    spoken.phrase().verb() + " " + source(spoken)
                            + owners.get(0).id() + " " + what,
                    either);
        return new Reading.Understood(
                new ActionCommand.Assign(Optional.of(owners.get(0).id()), what, date(day), spoken.anyNumber()));
    }

    private static String source(Spoken spoken) {
        return spoken.anyNumber().map(number -> number + " ").orElse("");
    }

    private static String said(SpokenDate.Found day) {
        return date(day).map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> date(SpokenDate.Found day) {
        return day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
    }

    private static Reading ask(Spoken spoken, List<Person> owners, String what, SpokenDate.Found day) {
        String owner = owners.stream().map(Person::name).findFirst().orElse("");
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.action.what"),
                List.of(
                        Input.text("owner", "phrase.action.owner", true, "", owner),
                        Input.longText("text", "phrase.action.text", true, "", what),
                        Input.date("date", "phrase.action.date", true, said(day))));
    }

    static Reading handOver(Spoken spoken) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), spoken.text());
        if (task.owners().size() > 1)
            return Questions.whichPerson(
                    task.owners(),
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " " + spoken.number() + " " + person.id());
        if (task.owner().isPresent())
            return new Reading.Understood(new ActionCommand.HandOver(
                    spoken.number(), task.owner().get().id(), Spoken.reason(task.what())));
        return asks(spoken, "action.refused.to-whom");
    }

    static Reading putOff(Spoken spoken) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), spoken.text());
        if (task.doubt().isPresent()) return new Reading.Wrong(task.doubt().get());
        if (task.due().isEmpty() || task.what().isBlank()) return asks(spoken, "action.refused.no-reason");
        return new Reading.Understood(
                new ActionCommand.PutOff(spoken.number(), task.due().get(), Spoken.reason(task.what())));
    }

    private static Reading asks(Spoken spoken, String question) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of(question, spoken.number()),
                List.of(Input.longText("text", "phrase." + spoken.phrase().id() + ".text", true, "", "")));
    }
}
