package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.item.ItemNumber;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Files by their SHA-256, in the database: it is what nodes share and what is backed up. Kept in pieces, so that no statement is
 * larger than servers allow. The same content is kept once.
 */
public final class JdbiFiles {

    private static final int PIECE = 512 * 1024;

    private final Handle handle;

    JdbiFiles(Handle handle) {
        this.handle = handle;
    }

    /**
     * A link that opens a file once.
     *
     * @param type  as a browser is told
     * @param taken whether it was used
     * @param item  what the file is part of: who may not see it when the link is used gets nothing
     */
    public record Link(
            String file,
            String name,
            String type,
            long size,
            String person,
            Instant until,
            boolean taken,
            Optional<ItemNumber> item) {}

    /**
     * Keeps a file. What is known already counts as kept now, so that nobody forgets it before something points to it.
     *
     * @return its SHA-256 in hexadecimal digits
     */
    public String keep(byte[] content, Instant now) {
        String hash = hash(content);
        boolean known = handle.execute("UPDATE stored_file SET stored_at = ? WHERE hash = ?", Sql.utc(now), hash) > 0;
        if (known) return hash;
        handle.execute(
                "INSERT INTO stored_file (hash, size, stored_at) VALUES (?,?,?)",
                values(hash, (long) content.length, now));
        for (int from = 0; from < content.length; from += PIECE)
            new Batch(handle, "INSERT INTO stored_piece (hash, position, content) VALUES (?,?,?)")
                    .add(hash, from / PIECE, Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)))
                    .execute();
        return hash;
    }

    /** SHA-256 in hexadecimal digits. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What is in a file.
     *
     * @throws IllegalStateException when it is not what was kept
     */
    public byte[] content(String hash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        handle.createQuery("SELECT content FROM stored_piece WHERE hash = ? ORDER BY position")
                .bind(0, hash)
                .map((row, context) -> row.getBytes("content"))
                .forEach(bytes::writeBytes);
        byte[] content = bytes.toByteArray();
        if (!hash(content).equals(hash)) throw new IllegalStateException("file " + hash + " is damaged");
        return content;
    }

    /** Makes a link to a file. Only the hash of its token is kept. */
    public void link(String tokenHash, Link link, Instant now) {
        handle.execute(
                "INSERT INTO file_link (token_hash, file, name, media_type, size, person, made_at, until_at, item)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)",
                values(
                        tokenHash,
                        link.file(),
                        link.name(),
                        link.type(),
                        link.size(),
                        link.person(),
                        now,
                        link.until(),
                        link.item().map(ItemNumber::toString)));
    }

    public Optional<Link> find(String tokenHash) {
        return handle.createQuery("SELECT * FROM file_link WHERE token_hash = ?")
                .bind(0, tokenHash)
                .map((row, context) -> new Link(
                        row.getString("file"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("person"),
                        Sql.instant(row, "until_at"),
                        Sql.optionalInstant(row, "taken_at").isPresent(),
                        Sql.optional(row, "item").flatMap(ItemNumber::read)))
                .findOne();
    }

    /** Uses a link up; false when it was used before, or its time is over. */
    public boolean take(String tokenHash, Instant now) {
        return handle.execute(
                        "UPDATE file_link SET taken_at = ? WHERE token_hash = ? AND taken_at IS NULL AND until_at > ?",
                        Sql.utc(now),
                        tokenHash,
                        Sql.utc(now))
                == 1;
    }

    /** Forgets links that ended before an instant, and the files kept a day before it that nothing points to any more. */
    public int forgetBefore(Instant time) {
        handle.execute("DELETE FROM file_link WHERE until_at < ?", Sql.utc(time));
        int forgotten = handle.execute("""
                DELETE FROM stored_file WHERE stored_at < ?
                  AND NOT EXISTS (SELECT 1 FROM file_link l WHERE l.file = stored_file.hash)
                  AND NOT EXISTS (SELECT 1 FROM upload u WHERE u.file = stored_file.hash)
                  AND NOT EXISTS (SELECT 1 FROM document_edition e WHERE e.file = stored_file.hash)""", Sql.utc(time.minus(Duration.ofDays(1))));
        if (forgotten > 0) handle.execute("DELETE FROM stored_piece WHERE hash NOT IN (SELECT hash FROM stored_file)");
        return forgotten;
    }
}
