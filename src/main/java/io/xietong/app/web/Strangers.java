package io.xietong.app.web;

import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns away addresses that keep being refused: whoever guesses signatures, links or files gets so many tries a minute, whatever
 * else they send meanwhile is not even read. What was answered well never counts, so platforms call as fast as they like. Behind a
 * proxy in our own network the address is the last that the proxy names; where it names none, nobody is counted. Thread-safe; its
 * memory is bounded.
 */
final class Strangers {

    private static final Logger log = LoggerFactory.getLogger(Strangers.class);
    /** Refusals of one address in a minute. */
    static final int MOST = 60;

    private static final Duration STRETCH = Duration.ofMinutes(1);
    private static final long STRETCH_NANOS = STRETCH.toNanos();
    private static final int REMEMBERED = 10_000;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 410, 413);

    private record Minute(long since, int count) {}

    private final Map<String, Minute> minutes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Before anything of a request is read. */
    void check(Context ctx) {
        address(ctx).filter(this::tooOften).ifPresent(address -> {
            ctx.header("Retry-After", Long.toString(STRETCH.toSeconds()));
            throw new TooManyRequestsResponse();
        });
    }

    /** When it was answered. */
    void note(Context ctx) {
        if (REFUSED.contains(ctx.status().getCode())) address(ctx).ifPresent(this::count);
    }

    private synchronized boolean tooOften(String address) {
        Minute minute = minutes.get(address);
        return minute != null && minute.count() >= MOST && !isOver(minute);
    }

    private synchronized void count(String address) {
        Minute minute = minutes.get(address);
        Minute counted = minute == null || isOver(minute)
                ? new Minute(System.nanoTime(), 1)
                : new Minute(minute.since(), minute.count() + 1);
        minutes.put(address, counted);
        if (counted.count() == MOST) log.warn("{} was refused {} times in a minute and is turned away", address, MOST);
    }

    private static boolean isOver(Minute minute) {
        return System.nanoTime() - minute.since() >= STRETCH_NANOS;
    }

    private static Optional<String> address(Context ctx) {
        String peer = ctx.req().getRemoteAddr();
        if (!isOurs(peer)) return Optional.of(peer);
        String named = ctx.header("X-Forwarded-For");
        if (named == null) return Optional.empty();
        String last = named.substring(named.lastIndexOf(',') + 1).strip();
        return Optional.of(last).filter(address -> address.matches("[0-9a-fA-F:.]{3,45}"));
    }

    /** Of this machine or its own network, where a proxy may stand. */
    private static boolean isOurs(String peer) {
        try {
            InetAddress address = InetAddress.getByName(peer.replaceAll("[\\[\\]]", ""));
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
