package io.xietong.app.web;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A card drawn as a form of a web page.
 *
 * @param values what was filled in so far, by the input's name
 * @param live   whether it can be sent
 * @param items  where the pages of items are, with a slash at the end; empty where there are none
 */
public record CardForm(Words words, Card card, Map<String, String> values, boolean live, Optional<String> items) {

    /** What is in a text to go to: an item's number as the program writes it, or an address of the web. */
    private static final Pattern PLACE =
            Pattern.compile("\\b(?:XQ|ZY|XM|PS|HY|XD|GG|WJ)-\\d{1,12}\\b|https?://[\\w.:/?#@!$&*+,;=%~-]+");

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

    /** What a browser offers to choose for a file. */
    public String endings(Input input) {
        return input.options().stream().map(Input.Option::value).collect(Collectors.joining(","));
    }

    /** A part of a text. @param place where it leads; empty for plain words */
    public record Piece(String text, Optional<String> place) {

        /** Whether it leads to another site. */
        public boolean isOutside() {
            return place.filter(address -> !address.startsWith("/")).isPresent();
        }
    }

    /** A text with the numbers of items and the addresses in it; in one piece where there are no pages of items. */
    public List<Piece> pieces(String text) {
        if (items.isEmpty()) return List.of(new Piece(text, Optional.empty()));
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            Optional<String> leads = place.group().startsWith("http")
                    ? Optional.of(place.group())
                    : ItemNumber.read(place.group()).map(number -> items.get() + number);
            pieces.add(new Piece(text.substring(end, place.start()), Optional.empty()));
            pieces.add(new Piece(place.group(), leads));
            end = place.end();
        }
        pieces.add(new Piece(text.substring(end), Optional.empty()));
        return pieces;
    }

    /** Where a button leads that only shows an item; empty when it does something. */
    public Optional<String> place(Button button) {
        return items.flatMap(folder -> ItemNumber.read(button.phrase()).map(number -> folder + number));
    }
}
