package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.library.LibraryFile;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Files that were sent from a web page and are no document yet, by the hash of a word that only the page's server knows. */
public final class JdbiUploads {

    private final Handle handle;

    JdbiUploads(Handle handle) {
        this.handle = handle;
    }

    /** @param person who sent it, and alone may use it */
    public void add(String tokenHash, LibraryFile file, String person, Instant until) {
        handle.execute(
                "INSERT INTO upload (token_hash, file, name, size, person, until_at) VALUES (?,?,?,?,?,?)",
                values(tokenHash, file.hash(), file.name(), file.size(), person, until));
    }

    /** Takes a file of somebody's out; empty when there is none of theirs by that word, or not any more. */
    public Optional<LibraryFile> take(String tokenHash, String person, Instant now) {
        Optional<LibraryFile> found = handle.createQuery(
                        "SELECT * FROM upload WHERE token_hash = ? AND person = ? AND until_at > ?")
                .bind(0, tokenHash)
                .bind(1, person)
                .bind(2, Sql.utc(now))
                .map((row, context) ->
                        new LibraryFile(row.getString("name"), row.getString("file"), row.getLong("size")))
                .findOne();
        return found.filter(file -> handle.execute("DELETE FROM upload WHERE token_hash = ?", tokenHash) == 1);
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM upload WHERE until_at < ?", Sql.utc(time));
    }
}
