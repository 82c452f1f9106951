package io.xietong.core.card;

import java.util.List;

/** One part of a card. Sealed, so that a platform that forgets to draw one does not compile. */
public sealed interface Part {

    <T> T draw(Renderer<T> renderer);

    /** A line of plain text. */
    record Line(String text) implements Part {
        @Override
        public <T> T draw(Renderer<T> renderer) {
            return renderer.line(this);
        }
    }

    /** A label with its value, such as 「期望时间 11月27日(周五)」. */
    record Field(String label, String value) implements Part {
        @Override
        public <T> T draw(Renderer<T> renderer) {
            return renderer.field(this);
        }
    }

    /**
     * How much of a time limit is used up.
     *
     * @param percent 0 to 100
     * @param caption says the same in words, with the due time
     */
    record Progress(int percent, String caption) implements Part {
        @Override
        public <T> T draw(Renderer<T> renderer) {
            return renderer.progress(this);
        }
    }

    /** Fields to fill in; their values travel with whichever button of the card is pressed. At most one per card. */
    record Form(List<Input> inputs) implements Part {
        public Form {
            inputs = List.copyOf(inputs);
        }

        @Override
        public <T> T draw(Renderer<T> renderer) {
            return renderer.form(this);
        }
    }

    /** Buttons, the most important first. */
    record Buttons(List<Button> buttons) implements Part {
        public Buttons {
            buttons = List.copyOf(buttons);
        }

        @Override
        public <T> T draw(Renderer<T> renderer) {
            return renderer.buttons(this);
        }
    }

    /** One method a part: what a platform must be able to draw, or replace by another way that it states. */
    interface Renderer<T> {
        T line(Line line);

        T field(Field field);

        T progress(Progress progress);

        T form(Form form);

        T buttons(Buttons buttons);
    }
}
