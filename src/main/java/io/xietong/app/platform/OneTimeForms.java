package io.xietong.app.platform;

import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiForms.Form;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Web forms behind one-time links. A link is bound to the person it was made for and to the card. What was refused may be
 * corrected and sent again; once it is accepted, the link only tells the outcome. Each attempt is an event of its own, and the
 * next one begins only when the inbox holds the refusal of this one, so however many are sent at once, there is one effect.
 * Only hashes of tokens are kept. Thread-safe.
 */
public final class OneTimeForms implements FormLinks {

    /** How long a link opens a form. */
    public static final Duration LIFETIME = Duration.ofDays(3);

    private final Database database;
    private final Clock clock;
    private final String publicUrl;

    /** @param publicUrl how browsers reach this server, without a slash at the end */
    public OneTimeForms(Database database, Clock clock, String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public URI link(Chat single, Card card) {
        if (single.isGroup()) throw new IllegalArgumentException("a form is linked for one person, not for a group");
        String token = OneTimeToken.make();
        Instant now = clock.instant();
        Form form = new Form(
                OneTimeToken.hash(token),
                single.platform(),
                single.id(),
                card,
                now.plus(LIFETIME),
                0,
                Optional.empty());
        database.inTransaction(books -> {
            books.forms().add(form, now);
            return null;
        });
        return URI.create(publicUrl + "/form/" + token);
    }

    /**
     * What is behind a link.
     *
     * @param account for whom it was made, by the platform's id
     * @param card    as it was linked, or as it was when the form was last refused
     * @param outcome what was answered when the form was accepted; empty while it waits
     */
    public record Linked(
            String platform, String account, Card card, boolean expired, Optional<Receiver.Answer> outcome) {

        /** Whether it can be sent only with a file. */
        public boolean asksForAFile() {
            return card.asksForAFile();
        }
    }

    /** Empty when there is no such link, or not any more. */
    public Optional<Linked> open(String token) {
        return find(token)
                .map(form -> new Linked(form.platform(), form.account(), form.card(), expired(form), form.outcome()));
    }

    private Optional<Form> find(String token) {
        return database.read(books -> books.forms().find(OneTimeToken.hash(token)));
    }

    private boolean expired(Form form) {
        return !form.until().isAfter(clock.instant());
    }

    /**
     * Sends a form; when it was accepted before, nothing happens and the first answer is given.
     *
     * @param button id of the button that was pressed
     * @return the desk's answer; empty when the link has expired or the card has no such button
     */
    public Optional<Receiver.Answer> send(String token, String button, Map<String, String> values, Receiver desk) {
        Optional<Form> found = find(token).filter(form -> !expired(form));
        Optional<Receiver.Answer> before = found.flatMap(Form::outcome);
        if (before.isPresent()) return before;
        return found.flatMap(form -> form.card().button(button).map(pressed -> send(form, pressed, values, desk)));
    }

    private Receiver.Answer send(Form form, Button button, Map<String, String> values, Receiver desk) {
        Inbound press = press(form, button, values);
        Receiver.Answer answer = desk.receive(press);
        database.inTransaction(books -> {
            books.inbox().answered(press.platform(), press.eventId()).ifPresent(kept -> {
                if (kept.done()) books.forms().accepted(form.tokenHash(), kept);
                else books.forms().refused(form, kept.refreshed().orElse(form.card()));
            });
            return null;
        });
        return answer;
    }

    private Inbound press(Form form, Button button, Map<String, String> values) {
        String event = "form-" + form.tokenHash() + "-" + form.attempt();
        Chat single = new Chat(form.platform(), form.account(), Chat.Kind.SINGLE, "");
        Inbound.Press press = new Inbound.Press(button.phrase(), form.card().version(), values, "");
        return new Inbound(form.platform(), event, form.account(), single, press, clock.instant());
    }
}
