package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.card.Card;
import io.xietong.core.chat.Receiver.Answer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Web forms that were linked to, by the hash of their token: who has the table cannot use the links. */
public final class JdbiForms {

    private final Handle handle;

    JdbiForms(Handle handle) {
        this.handle = handle;
    }

    /**
     * A form that was linked for one person.
     *
     * @param attempt how many times it was sent and refused
     * @param outcome what was answered when it was accepted; empty until then
     */
    public record Form(
            String tokenHash,
            String platform,
            String account,
            Card card,
            Instant until,
            int attempt,
            Optional<Answer> outcome) {}

    public void add(Form form, Instant now) {
        handle.execute(
                "INSERT INTO form_link (token_hash, platform, account, card, made_at, until_at) VALUES (?,?,?,?,?,?)",
                values(form.tokenHash(), form.platform(), form.account(), Json.write(form.card()), now, form.until()));
    }

    public Optional<Form> find(String tokenHash) {
        return handle.createQuery("SELECT * FROM form_link WHERE token_hash = ?")
                .bind(0, tokenHash)
                .map((row, context) -> new Form(
                        row.getString("token_hash"),
                        row.getString("platform"),
                        row.getString("account"),
                        Json.read(row.getString("card"), Card.class),
                        Sql.instant(row, "until_at"),
                        row.getInt("attempt"),
                        Sql.optional(row, "outcome").map(json -> Json.read(json, Answer.class))))
                .findOne();
    }

    /** Keeps what was answered; the first outcome stays. */
    public void accepted(String tokenHash, Answer outcome) {
        handle.execute(
                "UPDATE form_link SET outcome = ? WHERE token_hash = ? AND outcome IS NULL",
                Json.write(outcome),
                tokenHash);
    }

    /** Lets a form be sent once more after an attempt that was refused, with the card as it is now. */
    public void refused(Form form, Card present) {
        handle.execute(
                "UPDATE form_link SET attempt = ?, card = ? WHERE token_hash = ? AND attempt = ? AND outcome IS NULL",
                form.attempt() + 1,
                Json.write(present),
                form.tokenHash(),
                form.attempt());
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM form_link WHERE until_at < ?", Sql.utc(time));
    }
}
