package io.xietong.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import java.util.Locale;

/**
 * Draws a neutral card as the JSON of the sandbox API. All strings are plain; whoever shows them escapes them.
 *
 * <p>{@code lines} alone says everything that can be read, in order, so that a simple client needs nothing else;
 * {@code parts} keeps apart what is what. One instance draws one card.
 */
public final class SandboxCards implements Part.Renderer<ObjectNode> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ArrayNode lines = JSON.arrayNode();
    private final ArrayNode buttons = JSON.arrayNode();
    private final ArrayNode form = JSON.arrayNode();

    private SandboxCards() {}

    public static ObjectNode draw(Card card) {
        SandboxCards drawing = new SandboxCards();
        ArrayNode parts = JSON.arrayNode();
        card.parts().forEach(part -> parts.add(part.draw(drawing)));
        ObjectNode json = JSON.objectNode();
        json.put("title", card.title());
        json.put("tone", lower(card.tone()));
        json.set("lines", drawing.lines);
        json.set("buttons", drawing.buttons);
        json.set("form", drawing.form);
        json.set("parts", parts);
        json.put("version", card.version());
        return json;
    }

    @Override
    public ObjectNode line(Part.Line line) {
        lines.add(line.text());
        return part("line").put("text", line.text());
    }

    @Override
    public ObjectNode field(Part.Field field) {
        lines.add(field.label() + ":" + field.value());
        return part("field").put("label", field.label()).put("value", field.value());
    }

    @Override
    public ObjectNode progress(Part.Progress progress) {
        lines.add(progress.caption());
        return part("progress").put("percent", progress.percent()).put("caption", progress.caption());
    }

    @Override
    public ObjectNode form(Part.Form asked) {
        asked.inputs().forEach(input -> form.add(input(input)));
        return part("form");
    }

    @Override
    public ObjectNode buttons(Part.Buttons offered) {
        offered.buttons().forEach(button -> buttons.add(button(button)));
        return part("buttons");
    }

    private static ObjectNode input(Input input) {
        ObjectNode json = JSON.objectNode();
        json.put("name", input.name());
        json.put("label", input.label());
        json.put("kind", lower(input.kind()));
        ArrayNode options = json.putArray("options");
        input.options()
                .forEach(option ->
                        options.addObject().put("value", option.value()).put("label", option.label()));
        json.put("required", input.required());
        json.put("hint", input.hint());
        json.put("initial", input.initial());
        return json;
    }

    private static ObjectNode button(Button button) {
        ObjectNode json = JSON.objectNode();
        json.put("id", button.id());
        json.put("label", button.label());
        json.put("style", lower(button.style()));
        json.put("phrase", button.phrase());
        button.confirm().ifPresent(question -> json.put("confirm", question));
        return json;
    }

    private static ObjectNode part(String kind) {
        return JSON.objectNode().put("kind", kind);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
