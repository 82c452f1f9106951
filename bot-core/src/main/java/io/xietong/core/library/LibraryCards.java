package io.xietong.core.library;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.feature.View;
import io.xietong.core.people.Audience;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a document for one reader. */
final class LibraryCards {

    /** Earlier versions that are named; the trail has them all. */
    private static final int EARLIER = 3;

    private LibraryCards() {}

    static Card card(Document document, Optional<Message> headline, View view) {
        Edition latest = document.latest();
        Card.Builder card =
                Card.titled(document.number() + " " + document.name(), document.isOpen() ? Tone.INFO : Tone.CLOSED);
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say(view, "state." + document.state().name()) + " · "
                        + say(view, "shelf." + document.shelf().name()))
                .field(say(view, "link"), latest.link())
                .field(
                        say(view, "file"),
                        latest.file().map(LibraryFile::described).orElse(""))
                .field(say(view, "hash"), latest.file().map(LibraryFile::hash).orElse(""))
                .field(
                        say(view, "edition"),
                        say(
                                view,
                                "edition-line",
                                document.editions().size(),
                                view.organisation().nameOf(latest.by()),
                                latest.at(),
                                latest.note()))
                .field(say(view, "earlier"), earlier(document, view))
                .field(say(view, "owner"), view.organisation().nameOf(document.owner()))
                .field(say(view, "audience"), audience(document.audience(), view))
                .field(say(view, "review"), view.words().say("text.verbatim", document.review()));
        boolean keeps = view.reader()
                .filter(reader -> LibraryRules.mayKeep(document, reader, view.organisation()))
                .isPresent();
        List<Button> buttons = new ArrayList<>();
        if (latest.file().isPresent())
            buttons.add(Button.plain("download", say(view, "button.download"), "下载 " + document.number()));
        if (document.isOpen() && keeps) steps(document, view, card, buttons);
        if (!buttons.isEmpty()) card.buttons(buttons);
        return card.drawnFor(document.version());
    }

    private static String earlier(Document document, View view) {
        int count = document.editions().size();
        List<Object> earlier = new ArrayList<>();
        for (int i = count - 2; i >= Math.max(0, count - 1 - EARLIER); i--)
            earlier.add(Message.of(
                    "library.earlier-line",
                    i + 1,
                    document.editions().get(i).at(),
                    document.editions().get(i).where()));
        return view.words().say("text.verbatim", earlier);
    }

    private static void steps(Document document, View view, Card.Builder card, List<Button> buttons) {
        boolean due = document.firstDue()
                .filter(clock -> clock.isOverdue(view.now()) || clock.fired() > 0)
                .isPresent();
        Button review = due
                ? Button.primary("review", say(view, "button.review"), "复核 " + document.number())
                : Button.plain("review", say(view, "button.review"), "复核 " + document.number());
        card.form(List.of(Input.text("text", say(view, "input.renew"), false, say(view, "input.renew-hint"), "")));
        buttons.addAll(List.of(
                review,
                Button.plain("renew", say(view, "button.renew"), "更新 " + document.number()),
                Button.plain("hand", say(view, "button.hand-over"), "移交 " + document.number()),
                Button.danger(
                        "take-off",
                        say(view, "button.take-off"),
                        "下架 " + document.number() + " 确认",
                        say(view, "confirm.take-off"))));
    }

    private static String audience(Audience audience, View view) {
        if (audience.company()) return say(view, "everybody");
        List<Object> names = new ArrayList<>();
        audience.departments().forEach(id -> names.add(view.organisation().departmentName(id)));
        audience.people().forEach(id -> names.add(view.organisation().nameOf(id)));
        return view.words().say("text.verbatim", names);
    }

    private static String say(View view, String key, Object... args) {
        return view.words().say("library." + key, args);
    }
}
