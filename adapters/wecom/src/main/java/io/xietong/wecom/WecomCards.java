package io.xietong.wecom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws neutral cards as {@code button_interaction} cards (wecom.md 3.1), with the fields that applications and bots both take.
 * What WeCom's card has no room for goes out as a text before it; buttons beyond the sixth become commands to type. It has no
 * fields for words: a person's card carries a one-time link to a page with the form; a group's card sends a draft in which nothing
 * is missing as it stands, else it says what to type; one choice among few is asked on the card itself. It asks nothing before a press, so what a weighty press means is written on it.
 * Thread-safe.
 */
final class WecomCards {

    static final int MOST_BUTTONS = 6;
    static final int TITLE = 26;
    static final int DESCRIPTION = 30;
    static final int SUBTITLE = 112;
    static final int BUTTON_TEXT = 10;
    static final int MOST_OPTIONS = 10;
    static final int OPTION_TEXT = 10;
    private static final int OPTION_ID_BYTES = 128;
    private static final int LINK_TEXT = 13;

    private final Words words;
    private final FormLinks forms;

    /** @param words in the company's language, for the adapter's own few words */
    WecomCards(Words words, FormLinks forms) {
        this.words = words;
        this.forms = forms;
    }

    /**
     * A card as WeCom takes it.
     *
     * @param before the whole text, when the card has no room for it; to be sent before the card
     */
    record Drawn(ObjectNode card, Optional<String> before) {}

    /** A card for a new message. */
    Drawn fresh(Card card, Chat chat, String task) {
        return draw(card, chat, task, true);
    }

    /** A card that takes another's place; nothing can be sent before it, so it says how to read the rest. */
    ObjectNode again(Card card, Chat chat, String task) {
        return draw(card, chat, task, false).card();
    }

    /** Whether a card can be pressed or is kept current; others are better read as a text. */
    static boolean worthDrawing(Card card) {
        return card.version() > 0
                || card.parts().stream().anyMatch(part -> part instanceof Part.Buttons || part instanceof Part.Form);
    }

    private Drawn draw(Card card, Chat chat, String task, boolean fresh) {
        WecomSheet sheet = new WecomSheet(card, words);
        List<String> last = new ArrayList<>();
        Map<String, String> standing = chat.isGroup() ? standing(card, sheet) : Map.of();
        if (!standing.isEmpty()) asItStands(sheet, last);
        ObjectNode json =
                BoundedJson.object().put("card_type", "button_interaction").put("task_id", task);
        List<String> lines = new ArrayList<>(sheet.lines());
        boolean titleFits = WecomLengths.characters(sheet.title()) <= TITLE;
        ObjectNode title = json.putObject("main_title").put("title", shown(sheet.title(), TITLE));
        if (!lines.isEmpty() && oneLine(lines.get(0), DESCRIPTION)) {
            title.put("desc", WecomEscape.plain(lines.remove(0)));
        }
        sheet.quote()
                .ifPresent(field -> json.putObject("quote_area")
                        .put("title", WecomEscape.plain(field.label()))
                        .put("quote_text", WecomEscape.plain(field.value())));
        ArrayNode table = json.putArray("horizontal_content_list");
        Optional<Input> choice = choice(sheet);
        if (choice.isPresent()) json.set("button_selection", selection(choice.get()));
        else if (sheet.form().isPresent() && standing.isEmpty()) form(card, chat, sheet, json, table, last);
        for (Part.Field field : sheet.fields()) {
            if (table.size() < WecomSheet.MOST_FIELDS) {
                table.addObject()
                        .put("keyname", WecomEscape.plain(field.label()))
                        .put("value", WecomEscape.plain(field.value()));
            } else lines.add(words.say("wecom.field", field.label(), field.value()));
        }
        if (table.isEmpty()) json.remove("horizontal_content_list");
        json.set("button_list", buttons(card, sheet, standing, last));
        return finished(sheet, json, lines, last, titleFits, fresh);
    }

    private Drawn finished(
            WecomSheet sheet,
            ObjectNode json,
            List<String> lines,
            List<String> last,
            boolean titleFits,
            boolean fresh) {
        lines.addAll(last);
        if (WecomLengths.characters(String.join("\n", lines)) > SUBTITLE) lines.replaceAll(WecomSheet::withoutBar);
        String below = String.join("\n", lines);
        if (WecomLengths.characters(below) <= SUBTITLE && titleFits) {
            if (!below.isEmpty()) json.put("sub_title_text", WecomEscape.plain(below));
            return new Drawn(json, Optional.empty());
        }
        String hint =
                fresh ? words.say("wecom.above") : words.say("wecom.more", WecomLengths.fitting(sheet.number(), 20));
        int room = Math.max(2, SUBTITLE - WecomLengths.characters(hint) - 1);
        json.put("sub_title_text", shown(below, room) + (below.isEmpty() ? "" : "\n") + hint);
        String whole = sheet.text() + (last.isEmpty() ? "" : "\n" + String.join("\n", last));
        return new Drawn(json, fresh ? Optional.of(whole) : Optional.empty());
    }

    private static String shown(String text, int most) {
        return WecomEscape.plain(WecomLengths.fitting(text, most));
    }

    private static boolean oneLine(String text, int most) {
        return WecomLengths.characters(text) <= most && text.indexOf('\n') < 0;
    }

    /** The card's form when it is one choice that WeCom's card can ask for. */
    private static Optional<Input> choice(WecomSheet sheet) {
        return sheet.form()
                .map(Part.Form::inputs)
                .filter(inputs -> inputs.size() == 1)
                .map(inputs -> inputs.get(0))
                .filter(input -> input.kind() == Input.Kind.CHOICE
                        && !input.options().isEmpty()
                        && input.options().size() <= MOST_OPTIONS
                        && input.options().stream().allMatch(WecomCards::fits));
    }

    private static boolean fits(Input.Option option) {
        return WecomLengths.characters(option.label()) <= OPTION_TEXT
                && WecomLengths.bytes(option.value()) <= OPTION_ID_BYTES
                && !option.value().isEmpty();
    }

    private static ObjectNode selection(Input input) {
        ObjectNode json =
                BoundedJson.object().put("question_key", input.name()).put("title", shown(input.label(), LINK_TEXT));
        ArrayNode options = json.putArray("option_list");
        input.options()
                .forEach(option ->
                        options.addObject().put("id", option.value()).put("text", WecomEscape.plain(option.label())));
        if (!input.initial().isEmpty()) json.put("selected_id", input.initial());
        return json;
    }

    /** A line of the table and the card itself open the page; in a group, where anybody could, the card says what to type. */
    private void form(Card card, Chat chat, WecomSheet sheet, ObjectNode json, ArrayNode table, List<String> last) {
        if (chat.isGroup()) {
            last.add(words.say("wecom.type-instead", example(sheet)));
            return;
        }
        URI link = forms.link(chat, card);
        table.addObject()
                .put("keyname", words.say("wecom.form-key"))
                .put("value", words.say("wecom.form"))
                .put("type", 1)
                .put("url", link.toString());
        json.putObject("card_action").put("type", 1).put("url", link.toString());
    }

    /** In a group, the fields of a draft in which nothing is missing, when the buttons have room for them; else none. */
    private static Map<String, String> standing(Card card, WecomSheet sheet) {
        if (card.version() > 0 || sheet.form().isEmpty() || choice(sheet).isPresent()) return Map.of();
        List<Input> inputs = sheet.form().get().inputs();
        if (inputs.stream()
                .anyMatch(input -> input.required() && input.initial().isEmpty())) return Map.of();
        Map<String, String> form = inputs.stream()
                .filter(input -> !input.initial().isEmpty())
                .collect(Collectors.toMap(Input::name, Input::initial));
        boolean fits =
                sheet.buttons().stream().allMatch(button -> new WecomKey(card.version(), button.phrase(), form).fits());
        return fits ? form : Map.of();
    }

    /** The form's contents are shown like a card's fields; who wants others types them. */
    private void asItStands(WecomSheet sheet, List<String> last) {
        sheet.form().orElseThrow().inputs().stream()
                .filter(input -> !input.initial().isEmpty())
                .filter(input -> input.required() || input.kind() != Input.Kind.CHOICE)
                .forEach(input -> sheet.field(new Part.Field(input.label(), label(input))));
        last.add(words.say("wecom.as-it-stands", example(sheet)));
    }

    private static String label(Input input) {
        return input.options().stream()
                .filter(option -> option.value().equals(input.initial()))
                .map(Input.Option::label)
                .findFirst()
                .orElse(input.initial());
    }

    private static String example(WecomSheet sheet) {
        return sheet.buttons().stream().map(Button::phrase).findFirst().orElse("");
    }

    private ArrayNode buttons(Card card, WecomSheet sheet, Map<String, String> standing, List<String> last) {
        ArrayNode list = BoundedJson.object().putArray("button_list");
        for (Button button : sheet.buttons()) {
            button.confirm().ifPresent(effect -> last.add(words.say("wecom.effect", button.label(), effect)));
            WecomKey key = new WecomKey(card.version(), button.phrase(), standing);
            if (list.size() == MOST_BUTTONS || !key.fits()) {
                last.add(words.say("wecom.or-type", button.label(), button.phrase()));
                continue;
            }
            list.addObject()
                    .put("text", shown(button.label(), BUTTON_TEXT))
                    .put("style", style(button.style()))
                    .put("key", key.text());
        }
        if (list.isEmpty()) {
            list.addObject()
                    .put("text", words.say("wecom.details"))
                    .put("style", 4)
                    .put(
                            "key",
                            WecomKey.of(card.version(), WecomLengths.fitting(sheet.number(), TITLE))
                                    .text());
        }
        return list;
    }

    private static int style(Button.Style style) {
        return switch (style) {
            case PRIMARY -> 1;
            case DEFAULT -> 2;
            case DANGER -> 3;
        };
    }

    /** The whole card as a text, with its buttons as commands; for chats that take no cards. */
    String text(Card card, String hint) {
        WecomSheet sheet = new WecomSheet(card, words);
        StringBuilder text = new StringBuilder(sheet.text());
        for (Button button : sheet.buttons()) {
            text.append('\n').append(words.say(hint, button.label(), button.phrase()));
            button.confirm()
                    .ifPresent(effect -> text.append('\n').append(words.say("wecom.effect", button.label(), effect)));
        }
        return text.toString();
    }
}
