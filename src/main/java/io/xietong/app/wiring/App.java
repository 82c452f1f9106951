package io.xietong.app.wiring;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.Settings;
import io.xietong.app.desk.Courier;
import io.xietong.app.desk.DemoHistory;
import io.xietong.app.desk.Desk;
import io.xietong.app.desk.Night;
import io.xietong.app.desk.Sweep;
import io.xietong.app.jobs.Bells;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiSandboxLog;
import io.xietong.app.web.Door;
import io.xietong.app.web.HealthDoor;
import io.xietong.app.web.MetricsDoor;
import io.xietong.app.web.SandboxDoor;
import io.xietong.app.web.SandboxRoom;
import io.xietong.app.web.Web;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.text.Message;
import io.xietong.sandbox.SandboxGroups;
import io.xietong.sandbox.SandboxLog;
import io.xietong.sandbox.SandboxPlatform;
import io.xietong.sandbox.SandboxSignature;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The running program: every part made once, by hand, in the order in which they need each other, and stopped in the opposite
 * one.
 */
public final class App implements AutoCloseable {

    private static final int SWEEP_SECONDS = 2;
    private static final int NIGHT_SECONDS = 60;

    private final Database database;
    private final Courier courier;
    private final Bells bells;
    private final Web web;
    private final Vitals vitals;

    private App(Settings settings, CompanyFiles company, Optional<Instant> start) {
        database = database(settings);
        try {
            boolean sandbox = settings.platforms().sandbox().enabled();
            CompanyClock clock = sandbox
                    ? CompanyClock.kept(
                            database,
                            Clock.systemUTC(),
                            company.get().organisation().zone())
                    : CompanyClock.real(company.get().organisation().zone());
            start.ifPresent(at -> clock.set(at, database));
            Map<String, ChatPlatform> platforms = new LinkedHashMap<>();
            SandboxGroups groups = new SandboxGroups(company.get().organisation());
            SandboxLog chats = new JdbiSandboxLog(database.source());
            SandboxPlatform sandboxPlatform = new SandboxPlatform(groups, chats, clock);
            if (sandbox) {
                platforms.put(sandboxPlatform.name(), sandboxPlatform);
                new DemoHistory(database, company, clock).writeOnce();
            }
            courier = new Courier(
                    database, company, platforms, clock, company.policy().courier());
            Sweep sweep = new Sweep(database, company, clock, courier::wake);
            Night night = new Night(database, company, platforms, clock);
            Phrasebook phrasebook = Phrases.book();
            Desk desk = new Desk(database, company, phrasebook, clock, company::readCalendarAgain, courier::wake);
            vitals = new Vitals(database);
            List<Door> doors = new ArrayList<>(List.of(new HealthDoor(vitals), new MetricsDoor(vitals.registry())));
            if (sandbox) {
                TimeMachine time = new TimeMachine(database, clock, sweep, courier, night);
                doors.add(new SandboxDoor(
                        new SandboxRoom(
                                company.get().organisation(),
                                groups,
                                chats,
                                sandboxPlatform,
                                vitals.timed(desk),
                                courier::untilIdle,
                                new RoomClock(time, company, database),
                                new BehindTheScenes(database, company),
                                new Suggestions(phrasebook, company)),
                        new SandboxSignature(Set.of())));
            }
            web = Web.start(settings.server().host(), settings.server().port(), doors);
            bells = Bells.start(
                    database,
                    !settings.database().url().startsWith("jdbc:h2:"),
                    Map.of(
                            "deadline-sweep", new Bells.Bell(SWEEP_SECONDS, sweep::untilIdle),
                            "night", new Bells.Bell(NIGHT_SECONDS, night::ifDue)));
            courier.start();
            vitals.started();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the configured database; the caller closes it. */
    public static Database database(Settings settings) {
        Settings.DatabaseSettings database = settings.database();
        return Database.open(
                database.url(), database.user(), database.password().reveal(), database.pool());
    }

    /**
     * Starts everything.
     *
     * @param start where the sandbox's clock is put; empty leaves it where it was
     * @throws ConfigFault when the settings cannot be used together
     */
    public static App start(Settings settings, Optional<Instant> start) {
        CompanyFiles company = CompanyFiles.read(settings);
        checkSandbox(settings);
        return new App(settings, company, start);
    }

    /** The sandbox can speak as anybody: never beside secrets of real platforms, never beyond this machine. */
    public static void checkSandbox(Settings settings) {
        if (!settings.platforms().sandbox().enabled()) return;
        if (settings.holdsPlatformSecrets() && !settings.platforms().sandbox().besideSecrets()) {
            throw new ConfigFault(List.of(Message.of("config.sandbox-beside-secrets")));
        }
        String host = settings.server().host();
        if (!List.of("127.0.0.1", "localhost", "::1").contains(host)) {
            throw new ConfigFault(List.of(Message.of("config.sandbox-not-loopback", host)));
        }
    }

    public int port() {
        return web.port();
    }

    /** Stops taking in, lets what rings finish, sends what is due, then closes the database. */
    @Override
    public void close() {
        vitals.stopping();
        web.close();
        bells.close();
        courier.close();
        database.close();
    }
}
