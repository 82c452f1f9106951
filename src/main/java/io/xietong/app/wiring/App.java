package io.xietong.app.wiring;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.Settings;
import io.xietong.app.desk.DemoHistory;
import io.xietong.app.jobs.Backups;
import io.xietong.app.jobs.Bells;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.Presence;
import io.xietong.app.platform.BotLease;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.platform.SharedTokens;
import io.xietong.app.store.Account;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.web.Door;
import io.xietong.app.web.Web;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The running program: every part made once, by hand, in the order in which they need each other, and stopped in the opposite
 * one.
 */
public final class App implements AutoCloseable {

    /** How to stop what runs, the last started first. */
    private final Deque<Runnable> stops = new ArrayDeque<>();

    private final CompanyFiles company;
    private final int port;
    private final List<Message> attention = new ArrayList<>();
    private final CountDownLatch tooOld = new CountDownLatch(1);

    private App(Settings settings, CompanyFiles company, Optional<Instant> start) {
        this.company = company;
        try {
            this.port = open(settings, start);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts part after part; returns the port that the doors listen on. */
    private int open(Settings settings, Optional<Instant> start) {
        Database database = database(settings);
        stops.push(database::close);
        attention.addAll(settings.attention());
        attention.addAll(database.attention());
        CompanyClock clock = clock(settings, database, start);
        tellGap(database, clock);
        OneTimeForms forms = new OneTimeForms(database, clock, settings.server().publicUrl());
        List<Gateway> gateways = gateways(settings, database, clock, forms);
        Map<String, ChatPlatform> platforms = new LinkedHashMap<>();
        gateways.forEach(gateway -> platforms.put(gateway.platform().name(), gateway.platform()));

        Engine engine = new Engine(database, company, clock, platforms);
        stops.push(engine::close);
        CompletableFuture<Void> history = demoHistory(settings, database, clock);
        stops.push(() -> history.exceptionally(fault -> null).join());
        Vitals vitals = new Vitals(database, engine.watch(), clocks(gateways), words());
        String publicUrl = settings.server().publicUrl();
        List<Door> doors = new ArrayList<>(new CommonDoors(engine, vitals, publicUrl).all(forms, signIns(gateways)));
        gateways.forEach(gateway -> {
            doors.addAll(gateway.doors(engine, vitals));
            stops.push(gateway::close);
        });
        Web web = Web.start(settings.server().host(), settings.server().port(), doors);
        stops.push(web::close);
        history.join();
        engine.start(backups(settings, database, clock));
        Presence presence = presence(settings, engine, web.port());
        presence.start();
        stops.push(presence::close);
        gateways.forEach(gateway -> {
            gateway.connect();
            stops.push(gateway::disconnect);
        });
        vitals.started();
        stops.push(vitals::stopping);
        return web.port();
    }

    private void tellGap(Database database, CompanyClock clock) {
        database.read(Books::restored)
                .filter(gap -> gap.isTold(clock.instant()))
                .ifPresent(
                        gap -> attention.add(Message.of("talk.duty.restored", gap.from(), gap.until(), gap.notSent())));
    }

    /** Written while the doors are made, on a second processor. */
    private CompletableFuture<Void> demoHistory(Settings settings, Database database, CompanyClock clock) {
        if (!settings.platforms().sandbox().enabled()) return CompletableFuture.completedFuture(null);
        return CompletableFuture.runAsync(new DemoHistory(database, company, clock)::writeOnce);
    }

    private CompanyClock clock(Settings settings, Database database, Optional<Instant> start) {
        ZoneId zone = company.get().organisation().zone();
        if (!settings.platforms().sandbox().enabled()) return CompanyClock.real(zone);
        CompanyClock clock = CompanyClock.kept(database, Clock.systemUTC(), zone);
        start.ifPresent(at -> clock.set(at, database));
        return clock;
    }

    /** Copies are made where the database is a file; every night unless it is the sandbox's. */
    private Map<String, Bells.Bell> backups(Settings settings, Database database, CompanyClock clock) {
        if (database.file().isEmpty()) return Map.of();
        Path file = database.file().get();
        Optional<Path> folder = Optional.of(settings.database().backupFolder())
                .filter(name ->
                        !name.isBlank() && !settings.platforms().sandbox().enabled())
                .map(file::resolveSibling);
        Backups backups =
                new Backups(database, file, folder, settings.database().backupsKept(), clock, Clock.systemUTC());
        return Map.of("backup", new Bells.Bell(Backups.EVERY_SECONDS, backups::ifDue));
    }

    private Presence presence(Settings settings, Engine engine, int listening) {
        Database database = engine.database();
        String version = App.class.getPackage().getImplementationVersion();
        return new Presence(
                database,
                new Presence.Self(
                        machineName(),
                        settings.server().host() + ":" + listening,
                        Optional.ofNullable(version).orElse("-")),
                Duration.ofSeconds(settings.database().clockSkewSeconds()),
                database::compareClocks,
                engine::ring,
                tooOld::countDown);
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Returns when the tables have grown too new for this program, so that it should stop; else never. */
    public void untilTooOld() throws InterruptedException {
        tooOld.await();
    }

    private static Map<String, SignIn> signIns(List<Gateway> gateways) {
        Map<String, SignIn> signIns = new HashMap<>();
        gateways.forEach(gateway ->
                gateway.signIn().ifPresent(way -> signIns.put(gateway.platform().name(), way)));
        return signIns;
    }

    private static Map<String, PlatformClock> clocks(List<Gateway> gateways) {
        Map<String, PlatformClock> clocks = new HashMap<>();
        gateways.forEach(gateway ->
                gateway.clock().ifPresent(clock -> clocks.put(gateway.platform().name(), clock)));
        return clocks;
    }

    private Words words() {
        return Words.in(
                company.get().organisation().language(),
                company.get().organisation().zone());
    }

    /** The platforms that are switched on. */
    private List<Gateway> gateways(Settings settings, Database database, CompanyClock clock, FormLinks forms) {
        List<Gateway> gateways = new ArrayList<>();
        if (settings.platforms().sandbox().enabled()) {
            gateways.add(new SandboxGateway(database, company.get().organisation(), clock));
        }
        Clock machine = Clock.systemUTC();
        SharedTokens tokens = new SharedTokens(database, machine);
        BotLease lease = new BotLease(database, database.time());
        gateways.addAll(Platforms.of(
                        settings.platforms(), settings.server().publicUrl(), tokens, lease, words(), forms, machine)
                .gateways(settings.server().eventsPerPerson()));
        return gateways;
    }

    /** Opens the configured database; the caller closes it. */
    public static Database database(Settings settings) {
        Settings.DatabaseSettings database = settings.database();
        Account account = new Account(database.user(), database.password().reveal());
        Account migrating = database.migrationUser().isBlank()
                ? account
                : new Account(
                        database.migrationUser(), database.migrationPassword().reveal());
        return Database.open(database.url(), account, migrating, database.pool());
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
        if (start.isPresent() && !settings.platforms().sandbox().enabled()) {
            throw new ConfigFault(List.of(Message.of("config.clock-without-sandbox")));
        }
        return new App(settings, company, start);
    }

    /**
     * Makes ready what {@link #start} needs, on a second processor; to be called while the first has other things to do, such as
     * reading the settings. Without it everything works the same.
     */
    public static void warmUp() {
        Thread thread = new Thread(
                () -> {
                    Database.warmUp();
                    Web.warmUp();
                    Phrases.book();
                },
                "warm-up");
        thread.setDaemon(true);
        thread.start();
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
        return port;
    }

    /** The company's time zone. */
    public ZoneId zone() {
        return company.get().organisation().zone();
    }

    /** What works but should be looked at, as a sentence each. */
    public List<Message> warnings() {
        return Stream.concat(company.warnings().stream(), attention.stream()).toList();
    }

    /** Stops taking in, lets what rings finish, sends what is due, then closes the database. */
    @Override
    public void close() {
        RuntimeException fault = null;
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (RuntimeException e) {
                if (fault == null) fault = e;
                else fault.addSuppressed(e);
            }
        }
        if (fault != null) throw fault;
    }
}
