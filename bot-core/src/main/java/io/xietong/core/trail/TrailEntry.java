package io.xietong.core.trail;

import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to one item: when, who, in whose name, where, what, and the state before and after.
 *
 * <p>Each entry's hash covers the one before it, and the item itself keeps the count and the last hash, so that a changed,
 * removed, inserted or cut-off entry is found.
 *
 * @param seq         from 1, without gaps
 * @param at          to the millisecond, so that it survives every database
 * @param fact        name of the fact's type
 * @param detail      the fact's values as JSON
 * @param stateBefore empty for the first entry
 */
public record TrailEntry(
        ItemNumber item,
        long seq,
        Instant at,
        Actor actor,
        Source source,
        String fact,
        String detail,
        Optional<String> stateBefore,
        String stateAfter,
        String hash) {

    /** The hash before the first entry. */
    public static final String NO_HASH = "0".repeat(64);

    /** Where it came from: platform, chat and event; the clock's own acts name the platform {@code clock}. */
    public record Source(String platform, String chat, String event) {
        public static final Source CLOCK = new Source("clock", "", "");
    }

    /** The same entry sealed behind the previous one's hash. */
    public TrailEntry sealed(String previousHash) {
        return new TrailEntry(
                item, seq, at, actor, source, fact, detail, stateBefore, stateAfter, digest(previousHash));
    }

    /** Whether nothing in this entry, nor the hash it follows, was changed. */
    public boolean follows(String previousHash) {
        return hash.equals(digest(previousHash));
    }

    private String digest(String previousHash) {
        List<String> values = List.of(
                previousHash,
                item.toString(),
                Long.toString(seq),
                Long.toString(at.toEpochMilli()),
                actor.person().orElse(""),
                actor.inNameOf().orElse(""),
                source.platform(),
                source.chat(),
                source.event(),
                fact,
                detail,
                stateBefore.orElse(""),
                stateAfter);
        MessageDigest sha = sha256();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
