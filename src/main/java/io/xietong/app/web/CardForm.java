package io.xietong.app.web;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A card drawn as a form of a web page.
 *
 * @param values what was filled in so far, by the input's name
 * @param live   whether it can be sent
 * @param items  where the pages of items are, with a slash at the end; empty where there are none
 */
public record CardForm(Words words, Card card, Map<String, String> values, boolean live, Optional<String> items) {

    public String say(String name, Object... args) {
        return words.say("form." + name, args);
    }

    public String tone() {
        return card.tone().name().toLowerCase(Locale.ROOT);
    }

    public String tonePhrase() {
        return words.say("page.tone." + tone());
    }

    /** What stands in a field: what was filled in, else what it starts with. */
    public String value(Input input) {
        return values.getOrDefault(input.name(), input.initial());
    }

    /** Where a button leads that only shows an item; empty when it does something. */
    public Optional<String> place(Button button) {
        return items.flatMap(folder -> ItemNumber.read(button.phrase()).map(number -> folder + number));
    }
}
