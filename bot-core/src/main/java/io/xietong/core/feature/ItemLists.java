package io.xietong.core.feature;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Draws lists of items: a line each, and a button that opens it. */
public final class ItemLists {

    /** Lines shown on one card; the card says how many there are beyond that. */
    public static final int SHOWN = 8;

    private ItemLists() {}

    /** @param state what its state is called */
    public record Listed(Item item, Message state) {}

    /**
     * What waits for the reader, earliest due first.
     *
     * @param count how many wait altogether, as it is said
     */
    public static Card todo(List<Listed> waiting, String count, Words words) {
        List<Listed> sorted = waiting.stream()
                .sorted(Comparator.comparing(listed ->
                        listed.item().firstDue().flatMap(Deadline::dueAt).orElse(Instant.MAX)))
                .toList();
        String first = sorted.isEmpty() ? words.say("item.list.todo-empty") : words.say("item.list.todo-count", count);
        return list(words.say("item.list.todo"), first, sorted, ItemNumber::toString, words);
    }

    /**
     * @param heading what stands above the lines
     * @param phrase  what the button of an item says
     */
    public static Card list(
            String title, String heading, List<Listed> items, Function<ItemNumber, String> phrase, Words words) {
        Card.Builder card = Card.titled(title, Tone.NEUTRAL).line(heading);
        List<Button> buttons = new ArrayList<>();
        for (Listed listed : items.subList(0, Math.min(SHOWN, items.size()))) {
            card.line(line(listed, words));
            ItemNumber number = listed.item().number();
            buttons.add(Button.plain("show-" + number, number.toString(), phrase.apply(number)));
        }
        return card.buttons(buttons).build();
    }

    /** How the time of a clock is spoken of: a meeting begins, everything else is due. A key of the word files. */
    public static String when(Deadline clock) {
        return clock.purpose() == Purpose.MEETING ? "item.list.begins" : "item.list.due";
    }

    private static String line(Listed listed, Words words) {
        Item item = listed.item();
        String due = item.firstDue()
                .flatMap(clock -> clock.dueAt().map(at -> " · " + words.say(when(clock), at)))
                .orElse("");
        return words.say("item.list.line", item.number(), item.title(), words.say(listed.state())) + due;
    }
}
