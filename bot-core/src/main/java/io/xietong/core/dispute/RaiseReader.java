package io.xietong.core.dispute;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 争议: about an item, or with a department on its own; what is missing is asked for. */
final class RaiseReader {

    private static final Pattern WITH =
            Pattern.compile("^[\\s,，:：]{0,9}(?:(?:与|和|跟|对|同|with\\b|against\\b)\\s{0,9}){0,1}");

    private RaiseReader() {}

    static Reading read(Spoken spoken) {
        Optional<ItemNumber> about = spoken.anyNumber();
        if (about.filter(number -> number.kind() == ItemKind.DISPUTE).isPresent())
            return new Reading.Understood(new TalkCommand.Show(about.get()));
        Named named = Named.in(spoken.hearing().organisation());
        Optional<Department> chosen = spoken.field("to").flatMap(named::exactDepartment);
        Optional<Named.Mention> said =
                about.isPresent() || chosen.isPresent() ? Optional.empty() : mention(spoken, named);
        String position = said.map(mention -> Spoken.reason(Spoken.unquoted(
                        spoken.between(mention.end(), spoken.folded().length()))))
                .orElse(spoken.text());
        Optional<String> department =
                chosen.or(() -> said.map(Named.Mention::department)).map(Department::id);
        if (position.isBlank() || about.isEmpty() && department.isEmpty()) return ask(spoken, department, position);
        return new Reading.Understood(new DisputeCommand.Raise(about, department, Spoken.reason(position)));
    }

    /** 「与生产部」「生产部 …」 at the beginning; the places are those of the whole text. */
    private static Optional<Named.Mention> mention(Spoken spoken, Named named) {
        Matcher with = WITH.matcher(spoken.folded());
        int start = with.find() ? with.end() : 0;
        return named.departmentAtStart(spoken.folded().substring(start))
                .map(found -> new Named.Mention(found.department(), start, start + found.end()));
    }

    private static Reading ask(Spoken spoken, Optional<String> department, String position) {
        List<Input> inputs = new ArrayList<>();
        if (spoken.anyNumber().isEmpty()) {
            List<Input.Option> departments = spoken.hearing().organisation().departments().stream()
                    .map(other -> new Input.Option(other.id(), other.name()))
                    .toList();
            inputs.add(Input.choice("to", "phrase.dispute.to", true, department.orElse(""), departments));
        }
        inputs.add(Input.longText("text", "phrase.dispute.text", true, "", position));
        return new Reading.Incomplete(spoken.phrase(), spoken.anyNumber(), Message.of("phrase.dispute.what"), inputs);
    }
}
