package io.xietong.core.gate;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 评审 and what departments say at a gate, typed or from a card. */
final class GateReader {

    private static final Pattern ORDINAL =
            Pattern.compile("^[\\s,，:：]{0,9}(?:第|里程碑|阶段|milestone|stage|#)?\\s?(\\d{1,3})(?![\\d月日/.\\-])");
    private static final Pattern BULLET = Pattern.compile("^\\s{0,9}(?:[-–—•*·]|\\d{1,2}[.、)](?!\\d))\\s{0,9}(?=\\S)");
    private static final Pattern LEAD = Pattern.compile("^[\\s,，:：;；、。.]{0,9}");

    private GateReader() {}

    /** 「评审 XM-8 2」: of the second milestone; without a place, of the one that comes next. */
    static Reading call(Spoken spoken) {
        if (spoken.number().kind() == ItemKind.GATE)
            return new Reading.Understood(new TalkCommand.Show(spoken.number()));
        Matcher ordinal = ORDINAL.matcher(spoken.folded());
        Optional<Integer> said = ordinal.find() ? Optional.of(Integer.parseInt(ordinal.group(1))) : Optional.empty();
        return new Reading.Understood(new GateCommand.Call(spoken.number(), said.filter(at -> at > 0)));
    }

    static Phrase.Reader verdict(Verdict verdict) {
        return spoken -> {
            String text = Spoken.reason(spoken.text());
            boolean needsText = verdict != Verdict.PASS;
            if (needsText && text.isBlank())
                return ask(spoken, verdict == Verdict.CONDITIONAL ? "no-condition" : "no-reason-" + verdict.name());
            if (verdict == Verdict.CONDITIONAL) return conditions(spoken, text);
            return new Reading.Understood(new GateCommand.Judge(spoken.number(), verdict, text, List.of()));
        };
    }

    static Reading release(Spoken spoken) {
        Confirmed confirmed = Confirmed.read(spoken);
        String reason = Spoken.reason(confirmed.text());
        if (reason.isBlank()) return ask(spoken, "no-public-reason");
        return new Reading.Understood(new GateCommand.Release(spoken.number(), reason, confirmed.sure()));
    }

    private static Reading ask(Spoken spoken, String question) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("gate.refused." + question, spoken.number()),
                List.of(Input.longText("text", "phrase." + spoken.phrase().id() + ".text", true, "", "")));
    }

    /** Each line is a condition: whose and by when are read where they are said. */
    private static Reading conditions(Spoken spoken, String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Optional<Reading> doubt = condition(spoken, BULLET.matcher(line).replaceFirst(""), line, conditions);
            if (doubt.isPresent()) return doubt.get();
        }
        return new Reading.Understood(new GateCommand.Judge(spoken.number(), Verdict.CONDITIONAL, text, conditions));
    }

    /** Adds the condition of a line, or says what is wrong with it. */
    private static Optional<Reading> condition(Spoken spoken, String said, String line, List<Condition> conditions) {
        Spoken sentence = Spoken.sentence(spoken.hearing(), said);
        Optional<Named.Mention> department =
                Named.in(spoken.hearing().organisation()).departmentAtStart(sentence.folded());
        String rest = department
                .map(found -> sentence.between(found.end(), sentence.folded().length()))
                .orElse(said);
        SpokenTask task = SpokenTask.read(spoken.hearing(), LEAD.matcher(rest).replaceFirst(""));
        if (task.owners().size() > 1) return Optional.of(whichPerson(spoken, task, line));
        if (task.doubt().isPresent())
            return Optional.of(new Reading.Wrong(task.doubt().get()));
        if (task.what().isBlank())
            return Optional.of(new Reading.Wrong(Message.of("gate.refused.condition-says-nothing", line)));
        conditions.add(new Condition(
                task.what(),
                task.owner().map(Person::id),
                task.owner().isPresent()
                        ? Optional.empty()
                        : department.map(Named.Mention::department).map(Department::id),
                task.due()));
        return Optional.empty();
    }

    private static Reading whichPerson(Spoken spoken, SpokenTask task, String line) {
        return Questions.whichPerson(
                task.owners(),
                spoken.hearing().organisation(),
                person -> spoken.phrase().verb() + " " + spoken.number() + " "
                        + spoken.text().replace(line, line.replace(person.name(), person.id())));
    }
}
