package io.xietong.core.dispute;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads 裁决: the ruling in its own words; each line that begins with a dash is an order, 「- 何涛 12月5日前 补齐样机」, and is read
 * or asked about, never dropped.
 */
final class RulingReader {

    private static final Pattern ORDER = Pattern.compile("^\\s{0,9}[-–—•*·]\\s{0,9}(?=\\S)");
    private static final Pattern FIRST = Pattern.compile("支持甲方?|for first|support first");
    private static final Pattern SECOND = Pattern.compile("支持乙方?|for second|support second");

    private RulingReader() {}

    static Reading read(Spoken spoken) {
        Confirmed confirmed = Confirmed.read(spoken);
        String text = confirmed.text();
        if (text.isBlank())
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of("dispute.refused.no-ruling", spoken.number()),
                    List.of(Input.longText("text", "phrase.rule.text", true, "", "")));
        List<Ruling.Order> orders = new ArrayList<>();
        for (String line :
                text.lines().filter(line -> ORDER.matcher(line).find()).toList()) {
            Optional<Reading> doubt = order(spoken, ORDER.matcher(line).replaceFirst(""), orders);
            if (doubt.isPresent()) return doubt.get();
        }
        return new Reading.Understood(
                new DisputeCommand.Rule(spoken.number(), text, favours(spoken), orders, confirmed.sure()));
    }

    /** Adds the order of a line, or says what is wrong with it. */
    private static Optional<Reading> order(Spoken spoken, String line, List<Ruling.Order> orders) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), line);
        if (task.owners().size() > 1) {
            return Optional.of(Questions.whichPerson(
                    task.owners(),
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " " + spoken.number() + " "
                            + spoken.text().replace(line, line.replace(person.name(), person.id()))));
        }
        if (task.doubt().isPresent())
            return Optional.of(new Reading.Wrong(task.doubt().get()));
        if (task.owner().isEmpty() || task.due().isEmpty() || task.what().isBlank())
            return Optional.of(new Reading.Wrong(Message.of("phrase.rule.order", line)));
        orders.add(new Ruling.Order(
                task.owner().get().id(), task.what(), task.due().get()));
        return Optional.empty();
    }

    private static Optional<DisputeCommand.Choice> favours(Spoken spoken) {
        Optional<String> chosen = spoken.field("favours");
        if (chosen.isPresent())
            return chosen.filter(List.of("FIRST", "SECOND")::contains).map(DisputeCommand.Choice::valueOf);
        boolean first = FIRST.matcher(spoken.folded()).find();
        boolean second = SECOND.matcher(spoken.folded()).find();
        if (first == second) return Optional.empty();
        return Optional.of(first ? DisputeCommand.Choice.FIRST : DisputeCommand.Choice.SECOND);
    }
}
