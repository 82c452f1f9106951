package io.xietong.fuzz;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import java.util.List;

/** Cards whose every text is somebody's: the parts of one text, split at U+001F, in every place that people can write into. */
public final class CardText {

    private static final String SEPARATOR = "\u001f";

    private static final int LONGEST_WRITTEN = 2_000;

    private final String[] parts;

    private CardText(String[] parts) {
        this.parts = parts;
    }

    public static CardText of(String text) {
        return new CardText(text.split(SEPARATOR, -1));
    }

    /** The part with this number; where there are fewer they begin again. */
    public String part(int number) {
        return parts[number % parts.length];
    }

    /** What a person may have written into a field, and a button carries on. */
    private String written(int number) {
        String part = part(number);
        return part.substring(0, Math.min(LONGEST_WRITTEN, part.length()));
    }

    /** An item's card with lines, fields, a bar and buttons. */
    public Card item() {
        return Card.titled("XQ-1 " + part(0), Tone.WARNING)
                .line(part(1))
                .field(part(2), part(3))
                .field("需要", part(4))
                .progress(50, part(5))
                .buttons(List.of(
                        Button.primary("accept", part(6), "受理 XQ-1"),
                        Button.danger("withdraw", part(7), "撤回 XQ-1 " + written(8), part(9))))
                .drawnFor(3);
    }

    /** A form in which something stands already. */
    public Card form() {
        return Card.titled(part(0), Tone.INFO)
                .line(part(1))
                .form(List.of(
                        Input.text("need", part(2), true, part(3), part(4)),
                        Input.longText("reason", "理由", false, "", part(5)),
                        Input.date("date", "日期", false, "2026-11-27"),
                        Input.choice(
                                "department",
                                part(6),
                                true,
                                "design",
                                List.of(new Input.Option("design", part(7)), new Input.Option("it", "信息技术部")))))
                .buttons(List.of(Button.primary("send", "发送", "求助"), Button.plain("drop", part(8), "取消")))
                .build();
    }
}
