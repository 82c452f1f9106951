package io.xietong.app.story;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.chat.ChatPlatform.Content;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.Inbound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message in a chat, as the platform was asked to show it. */
record Posted(String id, String chat, Content content) {

    String text() {
        if (content instanceof PlainText plain) return plain.text();
        Card card = ((DrawnCard) content).card();
        return card.title() + "\n"
                + card.parts().stream().map(part -> part.draw(new AsText())).collect(Collectors.joining("\n"));
    }

    List<String> buttons() {
        return allButtons().stream().map(Button::label).toList();
    }

    List<String> inputs() {
        return form().stream().map(Input::label).toList();
    }

    private List<Input> form() {
        if (content instanceof PlainText) return List.of();
        return ((DrawnCard) content)
                .card().parts().stream()
                        .filter(Part.Form.class::isInstance)
                        .flatMap(part -> ((Part.Form) part).inputs().stream())
                        .toList();
    }

    private List<Button> allButtons() {
        if (content instanceof PlainText) return List.of();
        return ((DrawnCard) content)
                .card().parts().stream()
                        .filter(Part.Buttons.class::isInstance)
                        .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                        .toList();
    }

    Button button(String label) {
        return allButtons().stream()
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " on\n" + text() + "\n" + buttons()));
    }

    Inbound.Press press(String label, Map<String, String> form) {
        Button button = button(label);
        Map<String, String> values = new HashMap<>();
        form().forEach(input -> values.put(input.name(), input.initial()));
        values.putAll(form);
        return new Inbound.Press(button.phrase(), ((DrawnCard) content).card().version(), values, id);
    }

    private static final class AsText implements Part.Renderer<String> {
        @Override
        public String line(Part.Line line) {
            return line.text();
        }

        @Override
        public String field(Part.Field field) {
            return field.label() + ":" + field.value();
        }

        @Override
        public String progress(Part.Progress progress) {
            return progress.percent() + "% " + progress.caption();
        }

        @Override
        public String form(Part.Form form) {
            return form.inputs().stream().map(Input::label).collect(Collectors.joining(" | "));
        }

        @Override
        public String buttons(Part.Buttons buttons) {
            return "";
        }
    }
}
