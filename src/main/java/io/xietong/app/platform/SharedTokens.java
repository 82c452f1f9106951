package io.xietong.app.platform;

import io.xietong.app.store.Database;
import io.xietong.wire.Token;
import io.xietong.wire.TokenShelf;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The platforms' tokens, shared by all nodes through the database and remembered here while they last. Thread-safe. */
public final class SharedTokens implements TokenShelf {

    private final Database database;
    private final Clock clock;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    /** @param clock the machine's: tokens run by real time, whatever the company's clock says */
    public SharedTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Token take(String name, Optional<String> rejected, Supplier<Token> fetch) {
        Token mine = known.get(name);
        if (TokenShelf.usable(mine, rejected, clock)) return mine;
        synchronized (this) {
            mine = known.get(name);
            if (TokenShelf.usable(mine, rejected, clock)) return mine;
            Token taken = database.inTransaction(
                    books -> books.tokens().take(name, kept -> TokenShelf.usable(kept, rejected, clock), fetch));
            known.put(name, taken);
            return taken;
        }
    }
}
