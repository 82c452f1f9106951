package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws neutral cards for the public template: a title, markdown, and buttons that call back (platforms/dingtalk.md 2.5). The
 * template has no fields to fill in: a person's own card carries a one-time link to a page with the form, a group's card says
 * what to type. It asks nothing before a press either, so what a weighty press means is written above the buttons. Thread-safe.
 */
final class DingtalkCards {

    /** What a button carries; everything else beside it is a field of the card's own form. */
    static final String PHRASE = "phrase";

    static final String VERSION = "version";
    static final String GROUP = "group";
    static final Set<String> OWN = Set.of(PHRASE, VERSION, GROUP);

    /** Bytes of markdown; public bots send as much, the documented 1 KB per value is not kept to. */
    static final int MOST_BYTES = 8_000;

    static final int MOST_BUTTONS = 8;

    /** Bytes for the sentence that says where the rest is. */
    private static final int ROOM_FOR_THE_REST = 200;

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
        String title = mark(card.tone()) + DingtalkEscape.markdown(card.title());
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

    private final class Drawing implements Part.Renderer<Void> {

        private final Card card;
        private final Chat chat;
        private final List<String> lines = new ArrayList<>();
        private final List<String> last = new ArrayList<>();
        private final ArrayNode buttons = JsonNodeFactory.instance.arrayNode();

        Drawing(Card card, Chat chat) {
            this.card = card;
            this.chat = chat;
        }

        @Override
        public Void line(Part.Line line) {
            lines.add(DingtalkEscape.markdown(line.text()));
            return null;
        }

        @Override
        public Void field(Part.Field field) {
            lines.add("**" + DingtalkEscape.markdown(field.label()) + "** " + DingtalkEscape.markdown(field.value()));
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
            if (chat.isGroup()) {
                String example = card.parts().stream()
                        .filter(Part.Buttons.class::isInstance)
                        .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                        .map(Button::phrase)
                        .findFirst()
                        .orElse("");
                last.add(words.say("dingtalk.type-instead", example));
            } else {
                last.add("[" + words.say("dingtalk.form") + "](" + forms.link(chat, card) + ")");
            }
            return null;
        }

        @Override
        public Void buttons(Part.Buttons offered) {
            for (Button button : offered.buttons()) {
                button.confirm().ifPresent(effect -> last.add(words.say("dingtalk.effect", button.label(), effect)));
                if (buttons.size() < MOST_BUTTONS) buttons.add(drawn(button));
                else last.add(words.say("dingtalk.or-type", button.label(), button.phrase()));
            }
            return null;
        }

        private ObjectNode drawn(Button button) {
            ObjectNode json = BoundedJson.object()
                    .put("id", button.id())
                    .put("text", button.label())
                    .put("color", colour(button.style()))
                    .put("request", true);
            ObjectNode params =
                    json.putObject("params").put(PHRASE, button.phrase()).put(VERSION, Long.toString(card.version()));
            if (chat.isGroup()) params.put(GROUP, chat.id());
            return json;
        }

        private static String colour(Button.Style style) {
            return switch (style) {
                case PRIMARY -> "blue";
                case DANGER -> "red";
                case DEFAULT -> "grey";
            };
        }

        /** Everything that fits; what does not is named, with the way to read it. */
        private String markdown() {
            String end = String.join("\n\n", last);
            int room = MOST_BYTES - bytes(end) - ROOM_FOR_THE_REST;
            List<String> shown = new ArrayList<>();
            for (String line : lines) {
                if (bytes(line) > room) {
                    shown.add(shortened(line, room) + "…" + words.say("dingtalk.more", number()));
                    break;
                }
                shown.add(line);
                room -= bytes(line) + 2;
            }
            if (!end.isEmpty()) shown.add(end);
            return String.join("\n\n", shown);
        }

        private String number() {
            return card.title().split("\\s", 2)[0];
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String shortened(String line, int bytes) {
        int end = Math.min(line.length(), Math.max(0, bytes / 3));
        if (end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return line.substring(0, end);
    }
}
