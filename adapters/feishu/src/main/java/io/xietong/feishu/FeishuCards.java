package io.xietong.feishu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Draws neutral cards as card JSON 2.0 (platforms/feishu.md section 3). Every part has its drawing: progress is a bar of
 * characters beside its caption, and the buttons stand inside the form when there is one, since only there do its values travel
 * with them. A card that is too big is drawn closer, then shorter, and says so. Thread-safe.
 */
final class FeishuCards {

    /** Feishu takes 30 KB; some room is left for what it adds. */
    static final int MOST_BYTES = 28 * 1024;

    static final int MOST_ELEMENTS = 200;

    private final Words words;

    /** @param words in the company's language, for the few words that are the adapter's own */
    FeishuCards(Words words) {
        this.words = words;
    }

    /** The card as it is sent. */
    ObjectNode draw(Card card) {
        ObjectNode roomy = draw(card, false);
        if (fits(roomy)) return roomy;
        ObjectNode close = draw(card, true);
        FeishuShorter shorter = new FeishuShorter(words);
        for (int step = 0; !fits(close) && step < FeishuShorter.STEPS; step++)
            close = draw(shorter.shorten(card, step), true);
        return close;
    }

    static boolean fits(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && FeishuElements.count(json) <= MOST_ELEMENTS;
    }

    private ObjectNode draw(Card card, boolean close) {
        ObjectNode json = BoundedJson.object().put("schema", "2.0");
        json.putObject("config")
                .put("update_multi", true)
                .put("width_mode", "fill")
                .putObject("summary")
                .put("content", card.title());
        ObjectNode header = json.putObject("header").put("template", colour(card.tone()));
        header.set("title", FeishuElements.plain(card.title()));
        ArrayNode elements = json.putObject("body").put("direction", "vertical").putArray("elements");
        Drawing drawing = new Drawing(card, elements, close);
        card.parts().forEach(part -> part.draw(drawing));
        drawing.finish();
        return json;
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "default";
            case INFO -> "blue";
            case WARNING -> "orange";
            case DANGER -> "red";
            case SUCCESS -> "green";
            case CLOSED -> "grey";
        };
    }

    /** One drawing of one card. Texts that follow each other become one block when the drawing is close. */
    private final class Drawing implements Part.Renderer<Void> {

        private final Card card;
        private final ArrayNode elements;
        private final boolean close;
        private final boolean hasForm;
        private final StringBuilder block = new StringBuilder();

        Drawing(Card card, ArrayNode elements, boolean close) {
            this.card = card;
            this.elements = elements;
            this.close = close;
            this.hasForm = card.parts().stream().anyMatch(Part.Form.class::isInstance);
        }

        @Override
        public Void line(Part.Line line) {
            return text(line.text());
        }

        @Override
        public Void field(Part.Field field) {
            if (close) return text(field.label() + ":" + field.value());
            elements.add(FeishuElements.pair(field.label(), field.value()));
            return null;
        }

        @Override
        public Void progress(Part.Progress progress) {
            int full = Math.max(0, Math.min(10, progress.percent() / 10));
            return text(
                    "■".repeat(full) + "□".repeat(10 - full) + " " + progress.percent() + "% " + progress.caption());
        }

        @Override
        public Void form(Part.Form form) {
            finish();
            List<Button> buttons = card.parts().stream()
                    .filter(Part.Buttons.class::isInstance)
                    .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                    .toList();
            elements.add(new FeishuForm(words).draw(form.inputs(), buttons, card.version()));
            return null;
        }

        @Override
        public Void buttons(Part.Buttons buttons) {
            if (hasForm) return null;
            finish();
            elements.add(FeishuElements.row(buttons.buttons().stream()
                    .map(button -> FeishuForm.button(button, card.version(), false))
                    .toList()));
            return null;
        }

        private Void text(String text) {
            if (!close) elements.add(FeishuElements.block(text));
            else block.append(block.isEmpty() ? "" : "\n").append(text);
            return null;
        }

        void finish() {
            if (!block.isEmpty()) elements.add(FeishuElements.block(block.toString()));
            block.setLength(0);
        }
    }
}
