package io.xietong.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket of tokens for each target, so that no chat gets more messages in a minute than its platform takes. Thread-safe. */
final class Pace {

    private static final int REMEMBERED = 10_000;

    private record Bucket(double tokens, Instant at) {}

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Pace(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes a token; when there is none, says how long until there is one. */
    synchronized Optional<Duration> take(String target, Instant now) {
        Bucket bucket = buckets.getOrDefault(target, new Bucket(perMinute, now));
        double passed = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        double tokens = Math.min(perMinute, bucket.tokens() + passed * perMinute / 60_000);
        if (tokens >= 1) {
            buckets.put(target, new Bucket(tokens - 1, now));
            return Optional.empty();
        }
        buckets.put(target, new Bucket(tokens, now));
        return Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) * 60_000 / perMinute)));
    }

    /** The target itself said that it takes no more: the bucket fills anew from now. */
    synchronized void empty(String target, Instant now) {
        buckets.put(target, new Bucket(0, now));
    }
}
