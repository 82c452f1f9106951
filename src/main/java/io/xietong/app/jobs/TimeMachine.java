package io.xietong.app.jobs;

import io.xietong.app.desk.Convener;
import io.xietong.app.desk.Courier;
import io.xietong.app.desk.Night;
import io.xietong.app.desk.Sweep;
import io.xietong.app.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves the company's clock, stopping at each instant at which something is due, in order, so that everything happens as it
 * would in life. Used by the sandbox and by story tests; one move at a time.
 */
public final class TimeMachine {

    private final Database database;
    private final CompanyClock clock;
    private final Sweep sweep;
    private final Courier courier;
    private final Night night;
    private final Convener convener;

    public TimeMachine(
            Database database, CompanyClock clock, Sweep sweep, Courier courier, Night night, Convener convener) {
        this.database = database;
        this.clock = clock;
        this.sweep = sweep;
        this.courier = courier;
        this.night = night;
        this.convener = convener;
    }

    /** Something that will happen by itself, and to which item; no item for held messages. */
    public record Coming(Instant at, String item) {}

    public Instant now() {
        return clock.instant();
    }

    /** What will happen next, earliest first. */
    public List<Coming> coming(int most) {
        List<Coming> coming = new ArrayList<>();
        for (Map.Entry<Instant, String> ring :
                database.read(books -> books.deadlines().coming(now(), most))) {
            coming.add(new Coming(ring.getKey(), ring.getValue()));
        }
        database.read(books -> books.outbox().nextDue(now())).ifPresent(at -> coming.add(new Coming(at, "")));
        return coming.stream()
                .sorted(Comparator.comparing(Coming::at))
                .limit(most)
                .toList();
    }

    /** Lives through the time until an instant and returns when all is quiet. A time that is over only settles what is due now. */
    public synchronized void moveTo(Instant target) {
        settle();
        Optional<Instant> next = nextBefore(target);
        while (next.isPresent()) {
            clock.set(next.get(), database);
            settle();
            next = nextBefore(target);
        }
        if (target.isAfter(clock.instant())) clock.set(target, database);
        settle();
    }

    private Optional<Instant> nextBefore(Instant target) {
        Instant now = clock.instant();
        Stream<Instant> stops = Stream.of(
                        database.read(books -> books.deadlines().coming(now, 1)).stream()
                                .map(Map.Entry::getKey),
                        database.read(books -> books.outbox().nextDue(now)).stream(),
                        night.next().stream(),
                        convener.next().stream())
                .flatMap(instants -> instants);
        return stops.filter(at -> !at.isAfter(target) && at.isAfter(now)).min(Comparator.naturalOrder());
    }

    private void settle() {
        do {
            courier.untilIdle();
            night.ifDue();
            convener.ifDue();
        } while (sweep.untilIdle() > 0);
        courier.untilIdle();
    }
}
