package io.xietong.core.meeting;

import io.xietong.core.action.OrderLines;
import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads 纪要: of a form, decisions and action items in a field each; of a text, each line that begins with a dash is an action
 * item, 「- 李雷 12月3日前 交付海报」, the others are the decisions.
 */
final class MinutesReader {

    private MinutesReader() {}

    static Reading read(Spoken spoken) {
        String text = spoken.text();
        boolean form = spoken.field("orders").isPresent();
        String decisions = text.lines()
                .filter(line -> form || !OrderLines.isOrder(line))
                .collect(Collectors.joining("\n"))
                .strip();
        List<String> lines = Stream.concat(
                        text.lines().filter(line -> !form && OrderLines.isOrder(line)),
                        spoken.field("orders").stream().flatMap(String::lines))
                .toList();
        if (decisions.isBlank()) return ask(spoken, lines);
        String came = spoken.field("people").orElse("");
        List<String> people = MeetingPhrases.people(spoken, came);
        if (people.isEmpty() && !came.isBlank()) return MeetingPhrases.whoCame(spoken);
        OrderLines orders = OrderLines.read(spoken, lines, whole(decisions, lines));
        return orders.doubt()
                .orElseGet(() -> new Reading.Understood(
                        new MeetingCommand.Minute(spoken.number(), people, decisions, orders.orders())));
    }

    private static String whole(String decisions, List<String> lines) {
        return Stream.concat(
                        Stream.of(decisions), lines.stream().map(line -> OrderLines.isOrder(line) ? line : "- " + line))
                .collect(Collectors.joining("\n"));
    }

    private static Reading ask(Spoken spoken, List<String> lines) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("meeting.refused.no-minutes", spoken.number()),
                List.of(
                        Input.longText("text", "phrase.minutes.decisions", true, "", ""),
                        Input.longText("orders", "phrase.minutes.orders", false, "", String.join("\n", lines))));
    }
}
