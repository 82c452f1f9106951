package io.xietong.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.ItemSheet;
import io.xietong.app.desk.Seeing;
import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiConsolePasses.Pass;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.item.ItemNumber;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The console's pages on which one does something: an item's and 值守. A press says what the card's button says, to the same desk as
 * a press in a chat, and is a press on the card as it is now; sent twice, it has one effect. Thread-safe.
 */
final class ConsoleActs {

    private static final String ITEMS = "/console/item/";
    private static final String SHOWN = "card";

    private final ConsoleDesk desk;
    private final Receiver receiver;

    ConsoleActs(ConsoleDesk desk, Receiver receiver) {
        this.desk = desk;
        this.receiver = receiver;
    }

    static ConsoleReply item(Seeing seeing, Context ctx) {
        ConsoleFrame frame = ConsoleFrame.of(seeing, "", "");
        Optional<ItemNumber> number = ItemNumber.read(ctx.pathParam("number"));
        return number.isEmpty() ? nothing(seeing) : sheet(seeing, frame, number.get());
    }

    /** An item's page; the same answer for one that does not exist and one that they may not see. */
    static ConsoleReply sheet(Seeing seeing, ConsoleFrame frame, ItemNumber number) {
        Optional<ItemSheet> sheet = seeing.item(number);
        if (sheet.isEmpty()) return nothing(seeing);
        ConsoleFrame titled =
                ConsoleFrame.of(seeing, "", number + " " + sheet.get().line().title());
        Map<String, Object> model = new HashMap<>(Map.of("sheet", sheet.get()));
        return page(
                titled.seeking(frame.sought()),
                "item",
                ITEMS + number,
                sheet.get().card(),
                model);
    }

    private static ConsoleReply nothing(Seeing seeing) {
        return new ConsoleReply.Nothing(
                ConsoleFrame.of(seeing, "", seeing.words().say("console.nothing.title")));
    }

    static ConsoleReply duty(Seeing seeing, Context ctx) {
        Optional<Card> card = seeing.duty();
        if (card.isEmpty()) return nothing(seeing);
        ConsoleFrame frame = ConsoleFrame.of(seeing, "duty", seeing.words().say("console.page.duty"));
        return page(frame, "duty", "/console/duty", card.get(), new HashMap<>());
    }

    private static ConsoleReply page(
            ConsoleFrame frame, String template, String action, Card card, Map<String, Object> model) {
        CardForm form = new CardForm(frame.words(), card, Map.of(), true, Optional.of(ITEMS));
        model.put(SHOWN, form);
        model.put("action", action);
        model.put("once", OneTimeToken.make());
        model.put("news", Optional.empty());
        model.put("good", true);
        return new ConsoleReply.Page(frame, template, model);
    }

    /** Does what was pressed on the page that the view draws, and draws it again. Empty when they have left meanwhile. */
    Optional<ConsoleReply> act(Context ctx, Pass pass, ConsoleDoor.View view) throws IOException {
        Optional<ConsoleReply> before = see(ctx, pass, view);
        if (before.isEmpty() || !(before.get() instanceof ConsoleReply.Page page)) return before;
        Optional<FormBody> body = FormBody.of(ctx);
        CardForm form = (CardForm) page.model().get(SHOWN);
        Optional<Button> button = body.flatMap(FormBody::press).flatMap(form.card()::button);
        if (body.isEmpty()) {
            ctx.status(HttpStatus.BAD_REQUEST);
            return Optional.of(told(page, page.frame().words().say("form.unreadable-text"), false, Map.of()));
        }
        Map<String, String> values = body.get().values();
        if (body.get().press().isEmpty()) return Optional.of(with(page, values));
        if (button.isEmpty()) {
            ctx.status(HttpStatus.CONFLICT);
            return Optional.of(told(page, page.frame().say("changed"), false, values));
        }
        if (button.get().confirm().isPresent() && !body.get().confirmed()) {
            Map<String, Object> model = new HashMap<>(with(page, values).model());
            model.put("button", button.get());
            return Optional.of(new ConsoleReply.Page(page.frame(), "question", model));
        }
        return press(ctx, pass, view, body.get(), button.get(), page.frame().now());
    }

    private Optional<ConsoleReply> see(Context ctx, Pass pass, ConsoleDoor.View view) {
        return desk.as(pass.platform(), pass.account(), seeing -> view.apply(seeing, ctx));
    }

    private Optional<ConsoleReply> press(
            Context ctx, Pass pass, ConsoleDoor.View view, FormBody body, Button button, Instant now) {
        Chat single = new Chat(pass.platform(), pass.account(), Chat.Kind.SINGLE, "");
        Inbound.Press press = new Inbound.Press(button.phrase(), version(body), body.values(), "");
        String event = event(pass, body, button);
        Receiver.Answer answer =
                receiver.receive(new Inbound(pass.platform(), event, pass.account(), single, press, now));
        if (!answer.done()) ctx.status(HttpStatus.CONFLICT);
        return see(ctx, pass, view).map(after -> {
            if (!(after instanceof ConsoleReply.Page page)) return after;
            String usual = page.frame().words().say(answer.done() ? "form.done-in-chat" : "form.refused-in-chat");
            return told(page, answer.toast().orElse(usual), answer.done(), answer.done() ? Map.of() : body.values());
        });
    }

    /** The version that the page was drawn for; 0 when it says none. */
    private static long version(FormBody body) {
        String version = body.hidden().getOrDefault("version", "");
        return version.matches("\\d{1,15}") ? Long.parseLong(version) : 0;
    }

    /** The same press of the same page is one event; what was corrected and sent again is another. */
    private static String event(Pass pass, FormBody body, Button button) {
        String said = pass.account() + "\n" + body.hidden().getOrDefault("once", "") + "\n" + button.phrase() + "\n"
                + new TreeMap<>(body.values());
        return "console-" + OneTimeToken.hash(said);
    }

    private static ConsoleReply.Page told(
            ConsoleReply.Page page, String news, boolean good, Map<String, String> values) {
        Map<String, Object> model = new HashMap<>(with(page, values).model());
        model.put("news", Optional.of(news));
        model.put("good", good);
        return new ConsoleReply.Page(page.frame(), page.template(), model);
    }

    /** The page with what was filled in. */
    private static ConsoleReply.Page with(ConsoleReply.Page page, Map<String, String> values) {
        Map<String, Object> model = new HashMap<>(page.model());
        CardForm form = (CardForm) model.get(SHOWN);
        model.put(SHOWN, new CardForm(form.words(), form.card(), values, form.live(), form.items()));
        return new ConsoleReply.Page(page.frame(), page.template(), model);
    }
}
