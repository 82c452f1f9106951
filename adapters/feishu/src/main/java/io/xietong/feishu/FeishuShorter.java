package io.xietong.feishu;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a card smaller step by step, and says what was left out and how to have it: long texts end with the way to the whole,
 * buttons beyond the first become the words to type, options beyond the first can be typed.
 */
final class FeishuShorter {

    /** After the last step any card fits whose buttons carry no more than a person may write in a field. */
    static final int STEPS = 5;

    private static final int[] LONGEST_TEXT = {2000, 800, 300, 120, 60};
    private static final int[] MOST_BUTTONS = {30, 20, 12, 8, 6};
    private static final int[] MOST_OPTIONS = {200, 120, 60, 40, 20};
    private static final int[] MOST_PARTS = {200, 120, 80, 60, 40};
    private static final int LONGEST_LABEL = 40;
    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2}-\\d+\\b");

    private final Words words;

    FeishuShorter(Words words) {
        this.words = words;
    }

    /** @param step 0 to {@link #STEPS} - 1 */
    Card shorten(Card card, int step) {
        Optional<String> number =
                Optional.of(NUMBER.matcher(card.title())).filter(Matcher::find).map(Matcher::group);
        List<Part> parts = new ArrayList<>();
        int left = 0;
        for (Part part : card.parts()) {
            boolean readOnly = part instanceof Part.Line || part instanceof Part.Field;
            if (readOnly && parts.size() >= MOST_PARTS[step]) left++;
            else parts.addAll(part.draw(new Cut(step, number)));
        }
        if (left > 0)
            parts.add(Math.min(parts.size(), MOST_PARTS[step]), new Part.Line(words.say("feishu.lines-left", left)));
        return new Card(FeishuForm.start(card.title(), 100), card.tone(), parts, card.version());
    }

    private final class Cut implements Part.Renderer<List<Part>> {

        private final int step;
        private final Optional<String> number;

        Cut(int step, Optional<String> number) {
            this.step = step;
            this.number = number;
        }

        private String cut(String text) {
            if (text.length() <= LONGEST_TEXT[step]) return text;
            String start = FeishuForm.start(text, LONGEST_TEXT[step]);
            return number.map(found -> words.say("feishu.cut-item", start, found))
                    .orElseGet(() -> words.say("feishu.cut", start, text.length() - start.length()));
        }

        @Override
        public List<Part> line(Part.Line line) {
            return List.of(new Part.Line(cut(line.text())));
        }

        @Override
        public List<Part> field(Part.Field field) {
            return List.of(new Part.Field(FeishuForm.start(field.label(), LONGEST_LABEL), cut(field.value())));
        }

        @Override
        public List<Part> progress(Part.Progress progress) {
            return List.of(new Part.Progress(progress.percent(), cut(progress.caption())));
        }

        @Override
        public List<Part> form(Part.Form form) {
            List<Part> parts = new ArrayList<>();
            List<Input> inputs = new ArrayList<>();
            for (Input input : form.inputs()) {
                String label = FeishuForm.start(input.label(), LONGEST_LABEL);
                int most = MOST_OPTIONS[step];
                int beyond = input.options().size() - most;
                if (beyond > 0) parts.add(new Part.Line(words.say("feishu.options-left", label, beyond)));
                boolean tooLong = input.initial().length() > LONGEST_TEXT[step];
                if (tooLong) parts.add(new Part.Line(label + ":" + cut(input.initial())));
                inputs.add(new Input(
                        input.name(),
                        label,
                        input.kind(),
                        input.required(),
                        input.hint(),
                        tooLong ? "" : input.initial(),
                        beyond > 0 ? input.options().subList(0, most) : input.options()));
            }
            parts.add(new Part.Form(inputs));
            return parts;
        }

        /** What it means is asked in fewer words; what it carries stays as it is. */
        private Button button(Button button) {
            Optional<String> asked = button.confirm().map(text -> FeishuForm.start(text, LONGEST_TEXT[step]));
            return new Button(button.id(), button.label(), button.phrase(), button.style(), asked);
        }

        @Override
        public List<Part> buttons(Part.Buttons buttons) {
            int most = Math.min(MOST_BUTTONS[step], buttons.buttons().size());
            List<Button> rest =
                    buttons.buttons().subList(most, buttons.buttons().size());
            List<Part> parts = new ArrayList<>();
            parts.add(new Part.Buttons(buttons.buttons().subList(0, most).stream()
                    .map(this::button)
                    .toList()));
            if (!rest.isEmpty())
                parts.add(new Part.Line(words.say(
                        "feishu.buttons-left", rest.stream().map(Button::phrase).toList())));
            return parts;
        }
    }
}
