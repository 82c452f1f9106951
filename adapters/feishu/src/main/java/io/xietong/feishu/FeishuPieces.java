package io.xietong.feishu;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts messages together that come in several frames, in whatever order. What stays incomplete is dropped after a while, and so
 * is what is too large. Not thread-safe: the connection hands in its frames one after the other.
 */
final class FeishuPieces {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_PIECES = 100;
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_BYTES = 1 << 20;

    private record Open(byte[][] pieces, Instant since) {}

    private final Clock clock;
    private final Map<String, Open> open = new HashMap<>();

    FeishuPieces(Clock clock) {
        this.clock = clock;
    }

    /** The whole message once its last piece is here. */
    Optional<byte[]> add(FeishuFrame frame) {
        int sum = frame.number("sum", 1);
        int seq = frame.number("seq", 0);
        if (sum <= 1) return Optional.of(frame.payload());
        if (sum > MOST_PIECES || seq >= sum) return Optional.empty();
        forget();
        String message = frame.header("message_id").orElse("");
        Open pieces = open.computeIfAbsent(message, id -> new Open(new byte[sum][], clock.instant()));
        if (pieces.pieces().length != sum) return Optional.empty();
        pieces.pieces()[seq] = frame.payload();
        Optional<byte[]> whole = joined(pieces.pieces());
        if (whole.isPresent()) open.remove(message);
        return whole.filter(bytes -> bytes.length <= MOST_BYTES);
    }

    private void forget() {
        Instant old = clock.instant().minus(PATIENCE);
        open.values().removeIf(pieces -> pieces.since().isBefore(old));
        if (open.size() >= MOST_MESSAGES) open.clear();
    }

    private static Optional<byte[]> joined(byte[][] pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            if (piece == null) return Optional.empty();
            whole.writeBytes(piece);
        }
        return Optional.of(whole.toByteArray());
    }
}
