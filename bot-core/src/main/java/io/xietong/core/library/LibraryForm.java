package io.xietong.core.library;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The forms for a new document, by its address in the chat or by a file on a web page, and for a file as a new version. */
public final class LibraryForm {

    private LibraryForm() {}

    /** Filled in as far as it is known. */
    public static Card card(LibraryCommand.Draft draft, Words words) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(name(draft.name(), words));
        inputs.add(Input.text("link", words.say("library.form.link"), true, "https://", draft.link()));
        inputs.addAll(placing(words));
        return Card.titled(words.say("library.form.title"), Tone.INFO)
                .line(words.say("library.form.what"))
                .form(inputs)
                .buttons(List.of(
                        Button.primary("shelve", words.say("library.button.shelve"), "文件"),
                        Button.plain("upload", words.say("library.button.upload"), "上传")))
                .build();
    }

    /** For a web page, on which a file is chosen for a new document. */
    public static Card upload(String name, UploadRules rules, Words words) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(file(rules, words));
        inputs.add(name(name, words));
        inputs.addAll(placing(words));
        return Card.titled(words.say("library.form.upload-title"), Tone.INFO)
                .line(words.say("library.form.upload-what"))
                .form(inputs)
                .buttons(List.of(Button.primary("shelve", words.say("library.button.upload"), "文件")))
                .build();
    }

    /** For a web page, on which a file is chosen for the next version of a document. */
    public static Card renewal(Document document, String note, UploadRules rules, Words words) {
        return Card.titled(document.number() + " " + document.name(), Tone.INFO)
                .line(words.say("library.form.renewal-what", document.editions().size() + 1))
                .form(List.of(file(rules, words), Input.text("text", words.say("library.form.note"), false, "", note)))
                .buttons(
                        List.of(Button.primary("renew", words.say("library.button.upload"), "更新 " + document.number())))
                .drawnFor(document.version());
    }

    private static Input file(UploadRules rules, Words words) {
        List<String> endings = rules.kinds().stream().map(FileKind::ending).toList();
        String hint = words.say("library.form.file-hint", rules.megabytes(), rules.endings());
        return Input.file("file", words.say("library.form.file"), hint, endings);
    }

    private static Input name(String name, Words words) {
        return Input.text("name", words.say("library.form.name"), true, "", name);
    }

    private static List<Input> placing(Words words) {
        List<Input.Option> shelves = new ArrayList<>();
        for (Shelf shelf : Shelf.values())
            shelves.add(new Input.Option(shelf.name(), words.say("library.shelf." + shelf.name())));
        return List.of(
                Input.choice("shelf", words.say("library.form.shelf"), true, Shelf.PROJECT.name(), shelves),
                Input.text(
                        "audience",
                        words.say("library.form.audience"),
                        true,
                        words.say("library.form.audience-hint"),
                        words.say("library.everybody")),
                Input.date("review", words.say("library.form.review"), false, ""));
    }
}
