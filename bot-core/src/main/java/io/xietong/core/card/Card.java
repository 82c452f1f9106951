package io.xietong.core.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A card in one language, ready to be drawn by any platform. Immutable.
 *
 * @param title   at most about 20 characters, plain text
 * @param version the state version of the item it was drawn for; 0 for cards that show no item
 */
public record Card(String title, Tone tone, List<Part> parts, long version) {

    public Card {
        parts = List.copyOf(parts);
    }

    /** The button with this id, if the card has it. */
    public Optional<Button> button(String id) {
        return parts.stream()
                .filter(Part.Buttons.class::isInstance)
                .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                .filter(button -> button.id().equals(id))
                .findFirst();
    }

    /** Whether it has a field for a file, which only a web page can show. */
    public boolean asksForAFile() {
        return parts.stream()
                .filter(Part.Form.class::isInstance)
                .flatMap(part -> ((Part.Form) part).inputs().stream())
                .anyMatch(input -> input.kind() == Input.Kind.FILE);
    }

    /** The same with one more line below the lines it begins with. */
    public Card withLine(String text) {
        int place = 0;
        while (place < parts.size() && parts.get(place) instanceof Part.Line) place++;
        List<Part> more = new ArrayList<>(parts);
        more.add(place, new Part.Line(text));
        return new Card(title, tone, more, version);
    }

    /** The same with one more button after the others. */
    public Card withButton(Button button) {
        List<Part> more = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Buttons there) buttons.addAll(there.buttons());
            else more.add(part);
        }
        buttons.add(button);
        more.add(new Part.Buttons(buttons));
        return new Card(title, tone, more, version);
    }

    public static Builder titled(String title, Tone tone) {
        return new Builder(title, tone);
    }

    /** Collects the parts in the order in which they are read. Not thread-safe. */
    public static final class Builder {
        private final String title;
        private final Tone tone;
        private final List<Part> parts = new ArrayList<>();

        private Builder(String title, Tone tone) {
            this.title = title;
            this.tone = tone;
        }

        public Builder line(String text) {
            parts.add(new Part.Line(text));
            return this;
        }

        /** Left out when the value is blank. */
        public Builder field(String label, String value) {
            if (!value.isBlank()) parts.add(new Part.Field(label, value));
            return this;
        }

        public Builder progress(int percent, String caption) {
            parts.add(new Part.Progress(percent, caption));
            return this;
        }

        public Builder form(List<Input> inputs) {
            if (!inputs.isEmpty()) parts.add(new Part.Form(inputs));
            return this;
        }

        public Builder buttons(List<Button> buttons) {
            if (!buttons.isEmpty()) parts.add(new Part.Buttons(buttons));
            return this;
        }

        public Card build() {
            return drawnFor(0);
        }

        public Card drawnFor(long version) {
            return new Card(title, tone, parts, version);
        }
    }
}
