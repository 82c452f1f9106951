package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock the company lives by. It runs as the machine's does, ahead of it or behind by a distance that only the sandbox
 * changes; the distance is kept in the database, so simulated time does not fall back at a restart. Thread-safe.
 */
public final class CompanyClock extends Clock {

    private static final String KEPT = "clock.ahead";

    private final Clock machine;
    private final ZoneId zone;
    private volatile Duration ahead;

    private CompanyClock(Clock machine, ZoneId zone, Duration ahead) {
        this.machine = machine;
        this.zone = zone;
        this.ahead = ahead;
    }

    /** A clock that shows the machine's time. */
    public static CompanyClock real(ZoneId zone) {
        return new CompanyClock(Clock.systemUTC(), zone, Duration.ZERO);
    }

    /** The sandbox's clock, as it stood when the program last ran. */
    public static CompanyClock kept(Database database, Clock machine, ZoneId zone) {
        return new CompanyClock(machine, zone, read(database));
    }

    private static Duration read(Database database) {
        return database.read(books -> books.company().get(KEPT))
                .map(Duration::parse)
                .orElse(Duration.ZERO);
    }

    /** Moves with the clock when another node has moved it. */
    public synchronized void follow(Database database) {
        ahead = read(database);
    }

    /** Moves the clock and keeps it there. It is kept before anybody can see it, so that a kill does not turn time back. */
    public synchronized void set(Instant now, Database database) {
        Duration distance = Duration.between(machine.instant(), now);
        database.inTransaction(books -> {
            books.company().set(KEPT, distance.toString());
            return null;
        });
        ahead = distance;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new CompanyClock(machine, other, ahead);
    }
}
