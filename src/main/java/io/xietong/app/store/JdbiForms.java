package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.card.Card;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Web forms that were linked to, by the hash of their token: who has the table cannot use the links. */
public final class JdbiForms {

    private final Handle handle;

    JdbiForms(Handle handle) {
        this.handle = handle;
    }

    /** A form that waits for one person. */
    public record Form(String tokenHash, String platform, String account, Card card, Instant until) {}

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
                        Sql.instant(row, "until_at")))
                .findOne();
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM form_link WHERE until_at < ?", Sql.utc(time));
    }
}
