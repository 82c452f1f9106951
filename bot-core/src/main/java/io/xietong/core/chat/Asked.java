package io.xietong.core.chat;

import io.xietong.core.card.Input;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.function.BiFunction;

/** Readers of verbs that need something which may be missing: then it is asked for. */
public final class Asked {

    private Asked() {}

    /**
     * A verb that needs words.
     *
     * @param command  made of what was said around the verb, and of the words
     * @param question asked when there are none; the field is called {@code phrase.<id>.text}
     */
    public static Phrase.Reader words(BiFunction<Spoken, String, Command> command, String question) {
        return spoken -> {
            if (!spoken.text().isBlank()) return new Reading.Understood(command.apply(spoken, spoken.text()));
            String label = "phrase." + spoken.phrase().id() + ".text";
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of(question, spoken.number()),
                    List.of(Input.longText("text", label, true, "", "")));
        };
    }
}
