package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.wire.Token;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The platforms' access tokens. */
public final class JdbiTokens {

    private final Handle handle;

    JdbiTokens(Handle handle) {
        this.handle = handle;
    }

    /**
     * The kept token if it is usable, else a fetched one, which is kept. The row stays locked until the transaction ends, so
     * that one caller of all nodes fetches while the others wait.
     */
    public Token take(String name, Predicate<Token> usable, Supplier<Token> fetch) {
        Optional<Token> kept = locked(name);
        if (kept.filter(usable).isPresent()) return kept.get();
        Token fresh = fetch.get();
        handle.execute(
                "UPDATE platform_token SET token = ?, until_at = ? WHERE name = ?",
                values(fresh.value(), fresh.until(), name));
        return fresh;
    }

    private Optional<Token> locked(String name) {
        Optional<Optional<Token>> row = row(name);
        if (row.isPresent()) return row.get();
        handle.execute("INSERT INTO platform_token (name) VALUES (?)", name);
        return Optional.empty();
    }

    private Optional<Optional<Token>> row(String name) {
        return handle.createQuery("SELECT token, until_at FROM platform_token WHERE name = ? FOR UPDATE")
                .bind(0, name)
                .map((row, context) -> Sql.optional(row, "token").isEmpty()
                        ? Optional.<Token>empty()
                        : Optional.of(new Token(row.getString("token"), Sql.instant(row, "until_at"))))
                .findOne();
    }
}
