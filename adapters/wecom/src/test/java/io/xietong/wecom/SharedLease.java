package io.xietong.wecom;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;

/** The lease of several nodes in one process, for tests. */
final class SharedLease {

    private final Clock clock;
    private String holder = "";
    private Instant until = Instant.MIN;
    private long fence;
    private boolean broken;

    SharedLease(Clock clock) {
        this.clock = clock;
    }

    /** What a node of this name sees of it. */
    WecomLease node(String name) {
        return new WecomLease() {

            @Override
            public OptionalLong hold() {
                return take(name);
            }

            @Override
            public void release() {
                leave(name);
            }
        };
    }

    private synchronized OptionalLong take(String name) {
        if (broken) throw new IllegalStateException("no database");
        boolean mine = holder.equals(name);
        if (!mine && until.isAfter(clock.instant())) return OptionalLong.empty();
        if (!mine) fence++;
        holder = name;
        until = clock.instant().plusSeconds(WecomLease.SECONDS);
        return OptionalLong.of(fence);
    }

    private synchronized void leave(String name) {
        if (holder.equals(name)) until = Instant.MIN;
        if (holder.equals(name)) holder = "";
    }

    /** Gives it to another without asking, as when a node was stopped too long to keep it. */
    synchronized void rob(String name) {
        holder = name;
        fence++;
        until = clock.instant().plusSeconds(WecomLease.SECONDS);
    }

    synchronized void broken(boolean now) {
        broken = now;
    }
}
