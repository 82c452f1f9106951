package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws neutral cards for the public template: a title, markdown, and buttons that call back (platforms/dingtalk.md 2.5). The
 * template has no fields to fill in: a person's own card carries a one-time link to a page with the form; in a group a press is
 * asked back in private. What the form starts with travels with the main button. The template asks nothing before a press
 * either, so what a weighty press means is written above the buttons. Thread-safe.
 */
final class DingtalkCards {

    /** What a button carries; everything else beside it is a field of the card's own form. */
    static final String PHRASE = "phrase";

    static final String VERSION = "version";
    static final String GROUP = "group";
    static final Set<String> OWN = Set.of(PHRASE, VERSION, GROUP);

    /** Bytes of markdown. Public bots send as much; the documented 1 KB per value is not kept to by anybody. */
    static final int MOST_BYTES = 8_000;

    static final int MOST_BUTTONS = 8;
    private static final int LONGEST_END = 2_500;
    private static final int LONGEST_INITIAL = 500;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LABEL = 20;

    private final Words words;
    private final FormLinks forms;

    /** @param words in the company's language, for the adapter's own few words */
    DingtalkCards(Words words, FormLinks forms) {
        this.words = words;
        this.forms = forms;
    }

    /** A card as DingTalk takes it. */
    record Drawn(String title, String markdown, ArrayNode buttons) {

        /** The values of the template's variables; objects as JSON strings. */
        ObjectNode parameters() {
            ObjectNode object = BoundedJson.object();
            object.set("msgButtons", buttons);
            return BoundedJson.object()
                    .put("title", title)
                    .put("markdown", markdown)
                    .put("tips", "")
                    .put("sys_full_json_obj", object.toString());
        }
    }

    Drawn draw(Card card, Chat chat) {
        Drawing drawing = new Drawing(card, chat);
        card.parts().forEach(part -> part.draw(drawing));
        String title = mark(card.tone()) + DingtalkEscape.title(DingtalkEscape.start(card.title(), LONGEST_TITLE));
        return new Drawn(title, drawing.markdown(), drawing.buttons);
    }

    /** The mood as a sign beside the words, since the template has no colours of its own for it. */
    private static String mark(Tone tone) {
        return switch (tone) {
            case NEUTRAL, INFO -> "";
            case WARNING -> "🟠 ";
            case DANGER -> "🔴 ";
            case SUCCESS -> "🟢 ";
            case CLOSED -> "⚪ ";
        };
    }

    private static List<Input> inputs(Card card) {
        return card.parts().stream()
                .filter(Part.Form.class::isInstance)
                .flatMap(part -> ((Part.Form) part).inputs().stream())
                .toList();
    }

    private final class Drawing implements Part.Renderer<Void> {

        private final Card card;
        private final Chat chat;
        private final List<Input> prefilled;
        private final List<String> lines = new ArrayList<>();
        private final List<String> last = new ArrayList<>();
        private String link = "";
        private final ArrayNode buttons = JsonNodeFactory.instance.arrayNode();

        Drawing(Card card, Chat chat) {
            this.card = card;
            this.chat = chat;
            this.prefilled = prefilled(inputs(card));
        }

        /** What the form starts with, when that is enough to send it. */
        private static List<Input> prefilled(List<Input> inputs) {
            List<Input> starting = inputs.stream()
                    .filter(input -> !input.initial().isBlank() && !OWN.contains(input.name()))
                    .toList();
            boolean enough = inputs.stream().filter(Input::required).allMatch(starting::contains);
            int size = starting.stream()
                    .mapToInt(input -> DingtalkLines.bytes(input.initial()))
                    .sum();
            return enough && size <= LONGEST_INITIAL ? starting : List.of();
        }

        @Override
        public Void line(Part.Line line) {
            lines.add(DingtalkEscape.markdown(line.text()));
            return null;
        }

        @Override
        public Void field(Part.Field field) {
            String label = DingtalkEscape.title(field.label());
            lines.add((label.isEmpty() ? "" : "**" + label + "** ") + DingtalkEscape.markdown(field.value()));
            return null;
        }

        @Override
        public Void progress(Part.Progress progress) {
            int full = Math.max(0, Math.min(10, progress.percent() / 10));
            lines.add("■".repeat(full) + "□".repeat(10 - full) + " " + DingtalkEscape.markdown(progress.caption()));
            return null;
        }

        @Override
        public Void form(Part.Form form) {
            if (chat.isGroup()) last.add(words.say("dingtalk.asked-back"));
            else link = "\n\n[" + words.say("dingtalk.form") + "](" + forms.link(chat, card) + ")";
            return null;
        }

        @Override
        public Void buttons(Part.Buttons offered) {
            List<Object> left = new ArrayList<>();
            for (Button button : offered.buttons()) {
                button.confirm().ifPresent(effect -> end("dingtalk.effect", button.label(), effect));
                if (button.style() == Button.Style.PRIMARY && !prefilled.isEmpty()) prefilled(button);
                if (buttons.size() < MOST_BUTTONS) buttons.add(drawn(button));
                else left.add(button.phrase());
            }
            if (!left.isEmpty()) end("dingtalk.buttons-left", left);
            return null;
        }

        private void prefilled(Button button) {
            List<Object> values = new ArrayList<>();
            prefilled.forEach(input -> values.add(input.label() + " " + shown(input)));
            end("dingtalk.prefilled", button.label(), values);
        }

        private static String shown(Input input) {
            return input.options().stream()
                    .filter(option -> option.value().equals(input.initial()))
                    .map(Input.Option::label)
                    .findFirst()
                    .orElse(input.initial());
        }

        private void end(String key, Object... values) {
            last.add(DingtalkEscape.markdown(words.say(key, values)));
        }

        private ObjectNode drawn(Button button) {
            ObjectNode json = BoundedJson.object()
                    .put("id", button.id())
                    .put("text", DingtalkEscape.start(button.label(), LONGEST_LABEL))
                    .put("color", colour(button.style()))
                    .put("request", true);
            ObjectNode params =
                    json.putObject("params").put(PHRASE, button.phrase()).put(VERSION, Long.toString(card.version()));
            if (chat.isGroup()) params.put(GROUP, chat.id());
            if (button.style() == Button.Style.PRIMARY)
                prefilled.forEach(input -> params.put(input.name(), input.initial()));
            return json;
        }

        private static String colour(Button.Style style) {
            return switch (style) {
                case PRIMARY -> "blue";
                case DANGER -> "red";
                case DEFAULT -> "grey";
            };
        }

        /** The texts, then what belongs to the buttons below. */
        private String markdown() {
            DingtalkLines fitting = new DingtalkLines(words, card.title());
            String end = fitting.fit(last, LONGEST_END) + link;
            String text = fitting.fit(lines, MOST_BYTES - DingtalkLines.bytes(end) - 2);
            return (text + "\n\n" + end).strip();
        }
    }
}
