package io.xietong.feishu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.List;

/**
 * Draws a form with the buttons that send it. Feishu asks for required fields before any button of a form is taken, so it is
 * told of them only when there is one button; with several the desk asks for what the pressed one needs.
 */
final class FeishuForm {

    /** What an input takes (card JSON 2.0, input). */
    static final int LONGEST_INPUT = 1000;

    private static final int LONGEST_HINT = 100;

    private final Words words;

    FeishuForm(Words words) {
        this.words = words;
    }

    /** @param version the state version that the buttons carry */
    ObjectNode draw(List<Input> inputs, List<Button> buttons, long version) {
        ObjectNode form = BoundedJson.object().put("tag", "form").put("name", "form");
        ArrayNode elements = form.putArray("elements");
        boolean asksItself = buttons.size() == 1;
        inputs.forEach(input -> add(elements, input, input.required() && asksItself));
        if (!buttons.isEmpty())
            elements.add(FeishuElements.row(buttons.stream()
                    .map(button -> button(button, version, true))
                    .toList()));
        return form;
    }

    private void add(ArrayNode elements, Input input, boolean required) {
        String label = input.required() ? input.label() + " *" : input.label();
        switch (input.kind()) {
            case TEXT, LONG_TEXT -> {
                if (input.initial().length() > LONGEST_INPUT) {
                    elements.add(FeishuElements.block(words.say("feishu.too-long-to-edit", input.label())));
                    elements.add(FeishuElements.block(input.initial()));
                }
                elements.add(text(input, label, required));
            }
            case DATE -> {
                elements.add(FeishuElements.label(label));
                ObjectNode date = named("date_picker", input, required);
                date.set("placeholder", FeishuElements.plain(words.say("feishu.choose-date")));
                if (!input.initial().isEmpty()) date.put("initial_date", input.initial());
                elements.add(date);
            }
            case CHOICE -> {
                elements.add(FeishuElements.label(label));
                elements.add(choice(input, required));
            }
            case FILE -> throw new IllegalArgumentException("a file is asked for on a web page");
        }
    }

    private static ObjectNode text(Input input, String label, boolean required) {
        ObjectNode text = named("input", input, required);
        text.put("max_length", LONGEST_INPUT);
        text.set("label", FeishuElements.plain(label));
        if (!input.hint().isEmpty()) text.set("placeholder", FeishuElements.plain(start(input.hint(), LONGEST_HINT)));
        if (!input.initial().isEmpty() && input.initial().length() <= LONGEST_INPUT)
            text.put("default_value", input.initial());
        if (input.kind() == Input.Kind.LONG_TEXT)
            text.put("input_type", "multiline_text").put("rows", 3);
        return text;
    }

    private ObjectNode choice(Input input, boolean required) {
        ObjectNode choice = named("select_static", input, required);
        choice.set("placeholder", FeishuElements.plain(words.say("feishu.choose")));
        ArrayNode options = choice.putArray("options");
        for (int at = 0; at < input.options().size(); at++) {
            Input.Option option = input.options().get(at);
            ObjectNode drawn = options.addObject();
            drawn.set("text", FeishuElements.plain(start(option.label(), LONGEST_HINT)));
            drawn.put("value", option.value());
            if (option.value().equals(input.initial())) choice.put("initial_index", at + 1);
        }
        return choice;
    }

    private static ObjectNode named(String tag, Input input, boolean required) {
        return BoundedJson.object()
                .put("tag", tag)
                .put("name", input.name())
                .put("required", required)
                .put("width", "fill");
    }

    /**
     * A button and what it carries: strings only, since numbers come back as something else.
     *
     * @param submits whether it sends the form it stands in
     */
    static ObjectNode button(Button button, long version, boolean submits) {
        ObjectNode json = BoundedJson.object().put("tag", "button");
        json.put("type", type(button.style()));
        String label = start(button.label(), LONGEST_HINT);
        json.set("text", FeishuElements.plain(label));
        if (submits) json.put("name", "button-" + button.id()).put("form_action_type", "submit");
        button.confirm().ifPresent(question -> {
            ObjectNode confirm = json.putObject("confirm");
            confirm.set("title", FeishuElements.plain(label));
            confirm.set("text", FeishuElements.plain(question));
        });
        ObjectNode behavior = json.putArray("behaviors").addObject().put("type", "callback");
        behavior.putObject("value").put("phrase", button.phrase()).put("version", Long.toString(version));
        return json;
    }

    private static String type(Button.Style style) {
        return switch (style) {
            case PRIMARY -> "primary_filled";
            case DEFAULT -> "default";
            case DANGER -> "danger";
        };
    }

    /** The first so many characters, never half of one; what is longer ends in 「…」. */
    static String start(String text, int most) {
        if (text.length() <= most) return text;
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }
}
