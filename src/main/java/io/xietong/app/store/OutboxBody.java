package io.xietong.app.store;

import io.xietong.core.chat.Outgoing;
import java.util.Set;

/** How the body of a message is kept in its row. */
final class OutboxBody {

    static final String REFRESH = "REFRESH";
    static final String GROUP = "GROUP";
    static final String CALENDAR = "CALENDAR";
    /** Those that are no messages: they keep what is on the platforms in step, and have no reader. */
    static final Set<String> ERRANDS = Set.of(REFRESH, GROUP, CALENDAR);

    private static final String NOTE = "NOTE";
    private static final String CARD = "CARD";
    private static final String FIXED = "FIXED";
    private static final String LINK = "LINK";
    private static final String CONSOLE = "CONSOLE";

    private static final String FORM = "FORM";

    /** Those that reach somebody. */
    static final Set<String> MESSAGES = Set.of(NOTE, CARD, FIXED, LINK, CONSOLE, FORM);

    private OutboxBody() {}

    static String kind(Outgoing.Body body) {
        if (body instanceof Outgoing.Note) return NOTE;
        if (body instanceof Outgoing.CalendarLink) return LINK;
        if (body instanceof Outgoing.ConsoleLink) return CONSOLE;
        if (body instanceof Outgoing.FormLink) return FORM;
        return body instanceof Outgoing.ItemCard ? CARD : FIXED;
    }

    static String text(Outgoing.Body body) {
        if (body instanceof Outgoing.Note note) return Json.write(note.text());
        if (body instanceof Outgoing.FixedCard fixed) return Json.write(fixed.card());
        if (body instanceof Outgoing.FormLink link) return Json.write(link.form());
        return Json.write(body);
    }

    static Outgoing.Body read(String kind, String text) {
        return switch (kind) {
            case NOTE -> new Outgoing.Note(Json.message(text));
            case CARD -> Json.read(text, Outgoing.ItemCard.class);
            case LINK -> new Outgoing.CalendarLink();
            case CONSOLE -> new Outgoing.ConsoleLink();
            case FORM -> new Outgoing.FormLink(Json.card(text));
            default -> new Outgoing.FixedCard(Json.card(text));
        };
    }
}
