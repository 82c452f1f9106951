package io.xietong.core.library;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The form for a new document. */
public final class LibraryForm {

    private LibraryForm() {}

    /** Filled in as far as it is known. */
    public static Card card(LibraryCommand.Draft draft, Words words) {
        List<Input.Option> shelves = new ArrayList<>();
        for (Shelf shelf : Shelf.values())
            shelves.add(new Input.Option(shelf.name(), words.say("library.shelf." + shelf.name())));
        return Card.titled(words.say("library.form.title"), Tone.INFO)
                .line(words.say("library.form.what"))
                .form(List.of(
                        Input.text("name", words.say("library.form.name"), true, "", draft.name()),
                        Input.text("link", words.say("library.form.link"), true, "https://", draft.link()),
                        Input.choice("shelf", words.say("library.form.shelf"), true, Shelf.PROJECT.name(), shelves),
                        Input.text(
                                "audience",
                                words.say("library.form.audience"),
                                true,
                                words.say("library.form.audience-hint"),
                                words.say("library.everybody")),
                        Input.date("review", words.say("library.form.review"), false, "")))
                .buttons(List.of(Button.primary("shelve", words.say("library.button.shelve"), "文件")))
                .build();
    }
}
