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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Web forms behind one-time links. A link is bound to the person it was made for and to the card; the first sending counts, a
 * second one gets the first answer, since the token is the event's id. Only hashes of tokens are kept. Thread-safe.
 */
public final class OneTimeForms implements FormLinks {

    /** How long a link opens a form. */
    public static final Duration LIFETIME = Duration.ofDays(3);

    private static final int TOKEN_BYTES = 24;

    private final Database database;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    /** @param publicUrl how browsers reach this server, without a slash at the end */
    public OneTimeForms(Database database, Clock clock, String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public URI link(Chat single, Card card) {
        if (single.isGroup()) throw new IllegalArgumentException("a form is linked for one person, not for a group");
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Form form = new Form(hash(token), single.platform(), single.id(), card, now.plus(LIFETIME));
        database.inTransaction(books -> {
            books.forms().add(form, now);
            return null;
        });
        return URI.create(publicUrl + "/form/" + token);
    }

    /** The card behind a link; empty when there never was one or it has expired. */
    public Optional<Card> open(String token) {
        return find(token).map(Form::card);
    }

    private Optional<Form> find(String token) {
        Instant now = clock.instant();
        return database.read(books -> books.forms().find(hash(token)))
                .filter(form -> form.until().isAfter(now));
    }

    /**
     * Sends a form.
     *
     * @param button id of the button that was pressed
     * @return the desk's answer; empty when the link has expired or the card has no such button
     */
    public Optional<Receiver.Answer> send(String token, String button, Map<String, String> values, Receiver desk) {
        return find(token)
                .flatMap(form -> form.card().button(button).map(pressed -> desk.receive(press(form, pressed, values))));
    }

    private Inbound press(Form form, Button button, Map<String, String> values) {
        Chat single = new Chat(form.platform(), form.account(), Chat.Kind.SINGLE, "");
        Inbound.Press press = new Inbound.Press(button.phrase(), form.card().version(), values, "");
        return new Inbound(form.platform(), "form-" + form.tokenHash(), form.account(), single, press, clock.instant());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
