package io.xietong.app.story;

import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.item.ItemNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells cards that are sent anew from news. To its reader such a card is the old one, changed: it takes the place of a card of
 * the same item, under the same headline in the same chat, that the desk keeps current no longer. Each card is replaced once.
 * Everything else is a message of its own.
 *
 * @param kept ids of the messages in which the desk keeps an item's card current
 */
record Reissues(Function<ItemNumber, Set<String>> kept) {

    /** A message as it was sent, with all ids that it has had since, the present one last: the desk may not know that one yet. */
    record Earlier(Posted sent, List<String> ids) {

        String id() {
            return ids.get(ids.size() - 1);
        }
    }

    /**
     * What the desk keeps is read before and after the messages are: cards are updated beside this, and one that changes its id
     * in between is kept under the one or the other.
     *
     * @param before all messages as they were sent
     */
    Optional<Earlier> replacedBy(Posted posted, Supplier<List<Earlier>> before) {
        Optional<ItemNumber> item = item(posted);
        if (item.isEmpty()) return Optional.empty();
        Set<String> current = new HashSet<>(kept.apply(item.get()));
        List<Earlier> messages = before.get();
        current.addAll(kept.apply(item.get()));
        return messages.stream()
                .filter(old -> old.sent().chat().equals(posted.chat())
                        && item(old.sent()).equals(item))
                .filter(old -> old.ids().stream().noneMatch(current::contains))
                .filter(old -> headline(old.sent()).equals(headline(posted)))
                .findFirst();
    }

    private static Optional<ItemNumber> item(Posted message) {
        return message.content() instanceof DrawnCard drawn && drawn.card().version() > 0
                ? ItemNumber.read(drawn.card().title().split(" ", 2)[0])
                : Optional.empty();
    }

    /** What stands above the line about the state, which is always there. */
    private static String headline(Posted message) {
        Card card = ((DrawnCard) message.content()).card();
        List<String> lines = card.parts().stream()
                .takeWhile(Part.Line.class::isInstance)
                .map(part -> ((Part.Line) part).text())
                .toList();
        return lines.size() > 1 ? lines.get(0) : "";
    }
}
