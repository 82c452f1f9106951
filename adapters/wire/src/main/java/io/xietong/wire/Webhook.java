package io.xietong.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A door that a platform calls. Gets the raw bytes, because signatures cover them, and answers in bytes. Thread-safe; refuses
 * before it parses, and never throws for what a caller sent.
 */
public interface Webhook {

    Reply answer(Call call);

    /**
     * One door in place of several that tell callers by different secrets: the answer is that of the first which does not refuse.
     * This lets a secret be renewed, since a door that refuses has done nothing yet.
     *
     * @param doors the one with the present secrets first; at least one
     */
    static Webhook firstThatKnows(List<Webhook> doors) {
        return call -> {
            Reply reply = Reply.REFUSED;
            for (Webhook door : doors) {
                reply = door.answer(call);
                if (!reply.equals(Reply.REFUSED)) return reply;
            }
            return reply;
        };
    }

    /**
     * A call as it came. The body is at most 256 KiB; larger ones were refused before.
     *
     * @param method  {@code GET} or {@code POST}
     * @param query   decoded values of the query string
     * @param headers by name in any case
     */
    record Call(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        public Call {
            query = Map.copyOf(query);
            Map<String, String> folded = new TreeMap<>();
            headers.forEach((name, value) -> folded.put(name.toLowerCase(Locale.ROOT), value));
            headers = Map.copyOf(folded);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        public Optional<String> parameter(String name) {
            return Optional.ofNullable(query.get(name));
        }
    }

    /** What is answered. */
    record Reply(int status, String contentType, byte[] body) {

        /** 401 without any detail: signature, token, receive-id or time were wrong. */
        public static final Reply REFUSED = text(401, "");
        /** 400: garbage behind a good signature. */
        public static final Reply GARBAGE = text(400, "");
        /** 503: the platform may bring it again. */
        public static final Reply UNAVAILABLE = text(503, "");

        public static Reply text(int status, String text) {
            return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply json(String json) {
            return new Reply(200, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
