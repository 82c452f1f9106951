package io.xietong.core.chat;

import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was said around a verb: the number, the rest of the text, and the fields of a form. */
public final class Spoken {

    private static final Pattern DOT = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    private static final Pattern DASH = Pattern.compile("(?<=/\\d{1,2})-(?=\\d{1,2}/)");

    private final Hearing hearing;
    private final Phrase phrase;
    private final Optional<ItemNumber> number;
    private final Typed rest;

    Spoken(Hearing hearing, Phrase phrase, Optional<ItemNumber> number, Typed rest) {
        this.hearing = hearing;
        this.phrase = phrase;
        this.number = number;
        this.rest = rest;
    }

    /** A sentence without a verb. */
    public static Spoken sentence(Hearing hearing, String text) {
        return new Spoken(hearing, null, Optional.empty(), new Typed(text));
    }

    public Hearing hearing() {
        return hearing;
    }

    public Phrase phrase() {
        return phrase;
    }

    /** The item, which a verb about an item always has. */
    public ItemNumber number() {
        return number.orElseThrow();
    }

    public Optional<ItemNumber> anyNumber() {
        return number;
    }

    /** What the form's text field holds, else what was typed after verb and number, without quotes around it. */
    public String text() {
        String field = field("text").orElse("");
        return field.isEmpty() ? unquoted(rest.original()) : field;
    }

    /** What was typed after verb and number; nothing of the form. */
    public String typed() {
        return rest.original();
    }

    /** The same for a button, which may be pressed another day: a day alone is written as a date. */
    String lasting() {
        SpokenDate.Found day = SpokenDate.find(folded(), hearing.today(), hearing.workingDay());
        boolean alone = day.start() == 0 && day.end() == folded().length();
        return alone && day instanceof SpokenDate.On on ? on.date().toString() : typed();
    }

    /** The typed rest in its folded form, for looking for words in it. */
    public String folded() {
        return rest.folded();
    }

    /** What was typed between two places of the folded form, as the person wrote it. */
    public String between(int from, int to) {
        return rest.between(from, to);
    }

    /** The departments named in the rest: where the first one stands; empty when none is. */
    public Optional<Named.Mention> department() {
        return Named.in(hearing.organisation()).department(rest.folded());
    }

    /** A field of the form, cleaned; empty when it was left blank. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(hearing.form().get(name)).map(Typed::clean).filter(value -> !value.isEmpty());
    }

    public Map<String, String> form() {
        return hearing.form();
    }

    /** The day that was said, in the form or in the text. */
    public SpokenDate.Found date(String field) {
        return SpokenDate.find(field(field).orElse(rest.folded()), hearing.today(), hearing.workingDay());
    }

    /** The days named in the text in the order in which they stand there; of days, 12.1 can only be one. */
    List<SpokenDate.Found> dates(int most) {
        String slashed = DOT.matcher(rest.folded()).replaceAll("/");
        String parted = DASH.matcher(slashed).replaceAll("~");
        return SpokenDate.findAll(parted, hearing.today(), hearing.workingDay(), most);
    }

    /** A reason without the word that announces it. */
    public static String reason(String text) {
        return text.strip().replaceFirst("^(?:因为|理由是?|原因是?|because)\\s*[:：]?\\s*", "");
    }

    /** Without quotes around it and punctuation before it. */
    public static String unquoted(String text) {
        String stripped = text.strip();
        while (!stripped.isEmpty() && ":：,，、。".indexOf(stripped.charAt(0)) >= 0)
            stripped = stripped.substring(1).strip();
        if (stripped.length() > 1) {
            int pair = "\"'“‘「『《".indexOf(stripped.charAt(0));
            if (pair >= 0 && "\"'”’」』》".charAt(pair) == stripped.charAt(stripped.length() - 1)) {
                return stripped.substring(1, stripped.length() - 1).strip();
            }
        }
        return stripped;
    }
}
