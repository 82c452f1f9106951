package io.xietong.wecom;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A neutral card's parts, sorted by the places that WeCom's cards have for them; and all of it as words. Used by one thread. */
final class WecomSheet implements Part.Renderer<Void> {

    static final int KEY_NAME = 5;
    static final int VALUE = 26;
    static final int MOST_FIELDS = 6;
    /** Characters of a quoted text; WeCom names no limit and shows a few lines. */
    static final int QUOTE = 128;

    private static final String FULL = "■";
    private static final String EMPTY = "□";
    private static final Pattern BAR = Pattern.compile("^[" + FULL + EMPTY + "]{10} ");

    private final Card card;
    private final Words words;
    private final List<String> all = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Part.Field> fields = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private Optional<Part.Field> quote = Optional.empty();
    private Optional<Part.Form> form = Optional.empty();

    WecomSheet(Card card, Words words) {
        this.card = card;
        this.words = words;
        card.parts().forEach(part -> part.draw(this));
    }

    @Override
    public Void line(Part.Line line) {
        both(line.text());
        return null;
    }

    /** Short ones stand in a table of at most six; the first other is quoted, further ones are lines. */
    @Override
    public Void field(Part.Field field) {
        String line = words.say("wecom.field", field.label(), field.value());
        boolean small = WecomLengths.characters(field.label()) <= KEY_NAME
                && WecomLengths.characters(field.value()) <= VALUE
                && field.value().indexOf('\n') < 0;
        if (small && fields.size() < MOST_FIELDS) fields.add(field);
        else if (!small && quote.isEmpty() && WecomLengths.characters(field.value()) <= QUOTE)
            quote = Optional.of(field);
        else lines.add(line);
        all.add(line);
        return null;
    }

    @Override
    public Void progress(Part.Progress progress) {
        int full = Math.max(0, Math.min(10, progress.percent() / 10));
        both(FULL.repeat(full) + EMPTY.repeat(10 - full) + " " + progress.caption());
        return null;
    }

    @Override
    public Void form(Part.Form given) {
        form = Optional.of(given);
        return null;
    }

    @Override
    public Void buttons(Part.Buttons offered) {
        buttons.addAll(offered.buttons());
        return null;
    }

    private void both(String text) {
        all.add(text);
        lines.add(text);
    }

    /** The title, with the mood as a sign beside it. */
    String title() {
        return mark(card.tone()) + card.title();
    }

    private static String mark(Tone tone) {
        return switch (tone) {
            case NEUTRAL, INFO -> "";
            case WARNING -> "🟠 ";
            case DANGER -> "🔴 ";
            case SUCCESS -> "🟢 ";
            case CLOSED -> "⚪ ";
        };
    }

    /** A line without the drawn bar, which says nothing that is not said in words. */
    static String withoutBar(String line) {
        return BAR.matcher(line).replaceFirst("");
    }

    /** What is said below the title and not in the table. */
    List<String> lines() {
        return lines;
    }

    List<Part.Field> fields() {
        return fields;
    }

    /** The field that is too long for the table. */
    Optional<Part.Field> quote() {
        return quote;
    }

    List<Button> buttons() {
        return buttons;
    }

    Optional<Part.Form> form() {
        return form;
    }

    /** What to send for reading all of it: the item's number, with which such cards' titles begin. */
    String number() {
        return card.title().split("\\s", 2)[0];
    }

    /** Title and content, line by line. */
    String text() {
        return String.join("\n", title(), String.join("\n", all)).strip();
    }
}
