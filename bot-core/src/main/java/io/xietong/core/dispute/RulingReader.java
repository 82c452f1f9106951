package io.xietong.core.dispute;

import io.xietong.core.action.OrderLines;
import io.xietong.core.card.Input;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads 裁决: the ruling in its own words; each line that begins with a dash is an order, 「- 何涛 12月5日前 补齐样机」, and is read
 * or asked about, never dropped.
 */
final class RulingReader {

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
        OrderLines lines =
                OrderLines.read(spoken, text.lines().filter(OrderLines::isOrder).toList(), text);
        if (lines.doubt().isPresent()) return lines.doubt().get();
        return new Reading.Understood(
                new DisputeCommand.Rule(spoken.number(), text, favours(spoken), lines.orders(), confirmed.sure()));
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
