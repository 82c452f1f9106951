package io.xietong.app.bench;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.app.platform.PromptReceiver;
import io.xietong.app.store.Database;
import io.xietong.app.store.MariaDbServer;
import io.xietong.app.web.PlatformDoor;
import io.xietong.app.web.Web;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.Emulation;
import io.xietong.app.wiring.Platforms;
import io.xietong.app.wiring.RealPlatform;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Filing requests through each platform's webhook, from the signed and encrypted HTTP request to the durable commit and the answer,
 * against the bare loop with the same rows, on H2 and on MariaDB. Once at the door alone, with requests that the emulator has signed beforehand; and once
 * with everything in one process: the emulator signs, the program is whole, its cards leave and the emulator takes them.
 */
final class Doors {

    private static final int[] SPEAKERS = Stream.of(
                    System.getProperty("bench.speakers", "16,64,1").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final Set<String> DATABASES =
            Set.of(System.getProperty("bench.databases", "H2,MariaDB").split(","));
    private static final int POOL = 20;
    /** Where every card is drawn, sent and taken meanwhile, a call takes many times as long, and there are fewer of them. */
    private static final int FEWER = 8;

    private final Path config;
    private final Table table;
    private final Organisation organisation;
    private final Databases databases;
    /** By platform: each has code of its own that the JVM has to compile. */
    private final Map<String, Rounds> rounds = new HashMap<>();

    /** Fresh, empty databases. @param name of what keeps them */
    private record Databases(String name, Callable<Address> fresh) {}

    /** Where a database is, and who opens it. */
    private record Address(String url, String user) {

        Database open(int connections) {
            return Database.open(url, user, "", connections);
        }
    }

    private Doors(Path config, Databases databases, Table table) {
        this.config = config;
        this.databases = databases;
        this.table = table;
        organisation = OrganisationFile.read(config.resolve("organisation.yml")).organisation();
    }

    static void measure(Path config, Path folder, Table table) throws Exception {
        Callable<Address> file = () -> new Address(
                "jdbc:h2:file:" + folder.resolve(UUID.randomUUID() + "/xietong").toAbsolutePath(), "sa");
        Callable<Address> server = () -> new Address(MariaDbServer.shared().freshDatabase(), "root");
        for (Databases databases : List.of(new Databases("H2", file), new Databases("MariaDB", server)))
            if (DATABASES.contains(databases.name())) new Doors(config, databases, table).measure();
    }

    private void measure() throws Exception {
        for (int speakers : SPEAKERS) {
            for (String platform : Emulation.NAMES)
                compare(
                        platform,
                        name(platform, speakers),
                        target(speakers),
                        speakers,
                        (address, calls) -> atTheDoor(platform, address, speakers, calls));
            compare(
                    "sandbox",
                    name("sandbox", speakers),
                    "",
                    speakers,
                    (address, calls) -> throughTheSandbox(address, speakers, calls / FEWER));
        }
        for (String platform : Emulation.NAMES)
            compare(
                    platform,
                    name(platform, 16) + ", with the emulator's work and the cards that leave",
                    "",
                    16,
                    (address, calls) -> throughTheDoor(platform, address, 16, calls / FEWER));
    }

    private String target(int speakers) {
        boolean promised = speakers == 16 || speakers == 64 && databases.name().equals("MariaDB");
        return promised ? "≥ 0.6" : "";
    }

    private String name(String platform, int speakers) {
        return platform + "'s door on " + databases.name() + ", " + speakers + " concurrent";
    }

    private interface Measured {
        Figures.Run on(Address address, int calls) throws Exception;
    }

    private void compare(String platform, String what, String target, int speakers, Measured measured)
            throws Exception {
        List<Figures.Run> door = new ArrayList<>();
        List<Figures.Run> bare = new ArrayList<>();
        Rounds known = rounds.computeIfAbsent(platform, name -> new Rounds());
        for (Rounds.Round round : known.next(speakers)) {
            Address address = databases.fresh().call();
            Figures.Run run = measured.on(address, round.calls());
            Figures.Run loop = replay(address, run.nanos().length, speakers);
            if (!round.counts()) continue;
            door.add(run);
            bare.add(loop);
        }
        table.compare(what, door, bare, target);
    }

    private Figures.Run atTheDoor(String platform, Address address, int speakers, int calls) throws Exception {
        try (Emulation emulation = Emulation.start(List.of(platform), organisation);
                BenchOffice office = new BenchOffice(config, address.open(POOL))) {
            List<byte[]> requests = speakers(platform, emulation).signed(calls);
            Words words = Words.in(organisation.language(), organisation.zone());
            RealPlatform real = Platforms.toAsk(settings(emulation.environment(), platform, address), words)
                    .named(platform)
                    .orElseThrow();
            try (PromptReceiver desk = new PromptReceiver(platform, office.desk, real.patience(), words);
                    Web web = Web.start("127.0.0.1", 0, List.of(new PlatformDoor(real.webhooks(desk))))) {
                return calls(web.port(), requests, speakers);
            }
        }
    }

    private static Figures.Run calls(int port, List<byte[]> requests, int speakers) throws Exception {
        List<Caller> callers = new ArrayList<>();
        try {
            for (int t = 0; t < speakers; t++) callers.add(new Caller(port));
            int each = requests.size() / speakers;
            return Crowd.run(
                    speakers,
                    requests.size(),
                    (thread, number) -> callers.get(thread).call(requests.get(thread * each + number)));
        } finally {
            for (Caller caller : callers) caller.close();
        }
    }

    /** The whole program, as its own page speaks to it; the sandbox's log and its cards are written meanwhile. */
    private Figures.Run throughTheSandbox(Address address, int speakers, int calls) throws Exception {
        Random random = new Random(7);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Person person = organisation.people().get(i % organisation.people().size());
            String body = "{\"as\":\"" + person.id() + "\",\"chat\":\"single:" + person.id() + "\",\"text\":\""
                    + BenchOffice.asks(organisation, person, random) + "\"}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head =
                    "POST /sandbox/api/say HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                            + bytes.length + "\r\n\r\n";
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(bytes);
            requests.add(whole.toByteArray());
        }
        try (App app = App.start(settings(Map.of(), "sandbox", address), Optional.empty())) {
            return calls(app.port(), requests, speakers);
        }
    }

    private Figures.Run throughTheDoor(String platform, Address address, int speakers, int calls) throws Exception {
        try (Emulation emulation = Emulation.start(List.of(platform), organisation);
                App app = App.start(settings(emulation.environment(), platform, address), Optional.empty())) {
            Emulated people = speakers(platform, emulation);
            people.point("http://127.0.0.1:" + app.port());
            return Crowd.run(
                    speakers,
                    calls,
                    (thread, number) -> people.asks(thread * 31 + number, new Random((long) thread << 32 | number)));
        }
    }

    private Emulated speakers(String platform, Emulation emulation) {
        return new Emulated(platform, emulation.emulators().get(platform), organisation);
    }

    private Settings settings(Map<String, String> given, String platform, Address address) {
        Map<String, String> environment = new HashMap<>(given);
        environment.put("XIETONG_SERVER_PORT", "0");
        environment.put("XIETONG_SERVER_EVENTS_PER_PERSON", "0");
        environment.put("XIETONG_DATABASE_URL", address.url());
        environment.put("XIETONG_DATABASE_USER", address.user());
        if (platform.equals("feishu") || platform.equals("dingtalk"))
            environment.put("XIETONG_PLATFORMS_" + platform.toUpperCase(java.util.Locale.ROOT) + "_MODE", "webhook");
        return Settings.read(config.resolve("xietong.yml"), environment);
    }

    private Figures.Run replay(Address address, int called, int speakers) throws Exception {
        Recording recording;
        try (Database full = address.open(POOL)) {
            recording = Recording.of(full);
        }
        if (recording.size() < called) throw new IllegalStateException(recording.size() + " requests were filed");
        try (Database empty = databases.fresh().call().open(speakers + 1)) {
            return recording.replay(empty, speakers);
        }
    }
}
