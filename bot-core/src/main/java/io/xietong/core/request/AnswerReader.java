package io.xietong.core.request;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 受理, 转派 and 婉拒, typed or from the card's form. */
final class AnswerReader {

    private static final Pattern TO = Pattern.compile("^[^\\p{L}\\p{N}@]{0,9}(?:(?:给|到|由|to\\b|the\\b)\\s{0,9}){0,2}");
    private static final Pattern INSTEAD = Pattern.compile(
            "(?:建议|请|可以|应该|麻烦|改)?(?:改?找|改?求|去问|问|联系|转给|归|属于|ask|try|contact|belongs to)\\s{0,3}(?:the )?$");

    private AnswerReader() {}

    static Reading accept(Spoken spoken) {
        SpokenDate.Found day = spoken.date("date");
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (day instanceof SpokenDate.Either either)
            return Questions.whichDay(spoken.phrase().verb() + " " + spoken.number(), either);
        Optional<LocalDate> promised = day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
        return new Reading.Understood(new RequestCommand.Accept(spoken.number(), promised));
    }

    static Reading transfer(Spoken spoken) {
        Optional<String> chosen = spoken.field("to");
        String place = chosen.orElse(spoken.typed());
        if (place.isBlank()) return where(spoken);
        Spoken said = Spoken.sentence(spoken.hearing(), place);
        Matcher lead = TO.matcher(said.folded());
        int start = lead.find() ? lead.end() : 0;
        Named named = Named.in(spoken.hearing().organisation());
        String rest = said.folded().substring(start);

        Optional<Named.Mention> department = named.departmentAtStart(rest);
        List<Named.Addressed> people = named.peopleAtStart(rest);
        int end = start
                + department
                        .map(Named.Mention::end)
                        .orElse(people.isEmpty() ? 0 : people.get(0).end());
        String reason = chosen.isPresent()
                ? spoken.text()
                : Spoken.reason(Spoken.unquoted(said.between(end, said.folded().length())));
        if (department.isPresent()) {
            return transfer(spoken, department.get().department().id(), Optional.empty(), reason);
        }
        if (people.isEmpty())
            return Questions.unknownDepartment(
                    spoken, firstWord(said.between(start, said.folded().length())));
        if (people.size() == 1) {
            Person person = people.get(0).person();
            return transfer(spoken, person.department(), Optional.of(person.id()), reason);
        }
        return Questions.whichPerson(
                people.stream().map(Named.Addressed::person).toList(),
                spoken.hearing().organisation(),
                person -> spoken.phrase().verb() + " " + spoken.number() + " " + person.id() + " " + reason);
    }

    private static Reading transfer(Spoken spoken, String department, Optional<String> person, String reason) {
        return new Reading.Understood(new RequestCommand.Transfer(spoken.number(), department, person, reason));
    }

    private static Reading where(Spoken spoken) {
        List<Input.Option> departments = spoken.hearing().organisation().departments().stream()
                .map(department -> new Input.Option(department.id(), department.name()))
                .toList();
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.transfer.where", spoken.number()),
                List.of(
                        Input.choice("to", "phrase.transfer.to", true, "", departments),
                        Input.longText("text", "phrase.transfer.text", false, "", spoken.text())));
    }

    private static String firstWord(String text) {
        return text.strip().split("[\\s,，。:：]+", 2)[0];
    }

    /** The reason stays as it was written; whom to ask instead is taken from the form, or from 「建议找生产部」 in it. */
    static Reading decline(Spoken spoken) {
        Named named = Named.in(spoken.hearing().organisation());
        Optional<String> suggested = spoken.field("to")
                .flatMap(named::exactDepartment)
                .or(() -> instead(spoken, named))
                .map(Department::id);
        if (spoken.text().isBlank()) {
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of("request.refused.no-reason", spoken.number()),
                    List.of(Input.longText("text", "phrase.decline.text", true, "", "")));
        }
        return new Reading.Understood(new RequestCommand.Decline(spoken.number(), spoken.text(), suggested));
    }

    private static Optional<Department> instead(Spoken spoken, Named named) {
        String folded = Spoken.sentence(spoken.hearing(), spoken.text()).folded();
        return named.department(folded)
                .filter(found ->
                        INSTEAD.matcher(folded.substring(0, found.start())).find())
                .map(Named.Mention::department);
    }
}
