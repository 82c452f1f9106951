package io.xietong.app.wiring;

import io.xietong.app.desk.Convener;
import io.xietong.app.desk.Courier;
import io.xietong.app.desk.Desk;
import io.xietong.app.desk.Night;
import io.xietong.app.desk.Reader;
import io.xietong.app.desk.Sweep;
import io.xietong.app.jobs.Bells;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.jobs.Watch;
import io.xietong.app.store.Database;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that works behind the doors, whatever doors there are: the desk, the courier, and what time brings about. Thread-safe.
 */
public final class Engine implements AutoCloseable {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final int NIGHT_SECONDS = 60;
    private static final int MEETING_SECONDS = 60;
    /** Far more than the longest night of the largest company takes. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofSeconds(30);
    /** A start has other things to do first. */
    private static final Duration READING = Duration.ofSeconds(5);

    private final Database database;
    private final CompanyFiles company;
    private final CompanyClock clock;
    private final Phrasebook phrasebook = Phrases.book();
    private final Courier courier;
    private final Sweep sweep;
    private final Night night;
    private final Convener convener;
    private final Desk desk;
    private final Reader reader;
    private final Watch watch = new Watch(LONGEST_WORK, System::nanoTime);
    private final Map<String, Bells.Bell> work = new HashMap<>();
    private Optional<Pulse> watching = Optional.empty();
    private Optional<Bells> bells = Optional.empty();
    private Optional<Pulse> sweeping = Optional.empty();

    /** @param platforms by name, all that are switched on */
    public Engine(Database database, CompanyFiles company, CompanyClock clock, Map<String, ChatPlatform> platforms) {
        this.database = database;
        this.company = company;
        this.clock = clock;
        courier = new Courier(
                database, company, platforms, clock, company.policy().courier());
        sweep = new Sweep(database, company, clock, courier::wake);
        night = new Night(database, company, platforms, clock, company::readCalendarAgain);
        reader = new Reader(database, company, READING);
        convener = new Convener(database, company, clock, courier::wake);
        desk = new Desk(
                database, company, phrasebook, clock, company::readCalendarAgain, courier::wake, platforms.keySet());
    }

    /** Starts sending by itself; tests and time machines do without. @param more rings beside what is ours */
    void start(Map<String, Bells.Bell> more) {
        work.putAll(more);
        work.put("night", new Bells.Bell(NIGHT_SECONDS, night::ifDue));
        work.put("meetings", new Bells.Bell(MEETING_SECONDS, convener::ifDue));
        work.replaceAll((name, bell) -> new Bells.Bell(bell.everySeconds(), watch.over(name, bell.work())));
        watching = Optional.of(new Pulse("watch", LOOK, watch::stuck));
        courier.start();
        reader.start();
    }

    /**
     * Starts or stops ringing clocks and bells. Each node sweeps by itself: a bell that a killed node had taken stays silent for some
     * seconds. A node that may not ring leaves the scheduler, so that others get each bell.
     */
    synchronized void ring(boolean may) {
        if (may && bells.isEmpty()) {
            bells = Optional.of(Bells.start(database, !database.isOurs(), work));
            sweeping = Optional.of(new Pulse("deadline-sweep", SWEEP, watch.over("deadline-sweep", sweep::untilIdle)));
        }
        if (may) return;
        sweeping.ifPresent(Pulse::close);
        sweeping = Optional.empty();
        bells.ifPresent(Bells::close);
        bells = Optional.empty();
    }

    public Receiver desk() {
        return desk;
    }

    public Courier courier() {
        return courier;
    }

    /** Moves the clock of a company that lives in simulated time. */
    public TimeMachine timeMachine() {
        return new TimeMachine(database, clock, sweep, courier, night, convener);
    }

    /** What notices work that does not come back. */
    Watch watch() {
        return watch;
    }

    Database database() {
        return database;
    }

    CompanyClock clock() {
        return clock;
    }

    CompanyFiles company() {
        return company;
    }

    Phrasebook phrasebook() {
        return phrasebook;
    }

    /** Lets what rings finish and sends what is being sent; the rest waits in the outbox for the next start. */
    @Override
    public void close() {
        watching.ifPresent(Pulse::close);
        reader.close();
        ring(false);
        courier.close();
    }
}
