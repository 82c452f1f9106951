package io.xietong.app.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A sum over the rows of a table that does not depend on their order, because databases sort texts differently. */
final class Checksum {

    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param row values whose texts tell them apart, bytes as they are, null for none */
    void add(Object[] row) {
        digest.reset();
        for (Object value : row) {
            byte[] bytes = value == null
                    ? new byte[0]
                    : value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(5)
                    .put((byte) (value == null ? 0 : 1))
                    .putInt(bytes.length)
                    .flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        high += hash.getLong();
        low += hash.getLong();
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean isSameAs(Checksum other) {
        return rows == other.rows && high == other.high && low == other.low;
    }
}
