package io.xietong.app.bench;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.app.platform.PromptReceiver;
import io.xietong.app.store.Database;
import io.xietong.app.web.PlatformDoor;
import io.xietong.app.web.Web;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.Emulation;
import io.xietong.app.wiring.Platforms;
import io.xietong.app.wiring.RealPlatform;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Words;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Filing requests through each platform's webhook, from the signed and encrypted HTTP request to the durable commit and the answer,
 * against the bare loop with the same rows. Once at the door alone, with requests that the emulator has signed beforehand; and once
 * with everything in one process: the emulator signs, the program is whole, its cards leave and the emulator takes them.
 */
final class Doors {

    private static final int SPEAKERS = 16;

    private final Path config;
    private final Path folder;
    private final Table table;
    private final Organisation organisation;

    Doors(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
        organisation = OrganisationFile.read(config.resolve("organisation.yml")).organisation();
    }

    void measure() throws Exception {
        for (String platform : Emulation.NAMES) {
            String door = platform + "'s door, " + SPEAKERS + " concurrent";
            Rounds rounds = new Rounds();
            compare(door, "≥ 0.6", rounds, (file, calls) -> atTheDoor(platform, file, calls));
            compare(
                    "the same, with the emulator's work and the cards that leave",
                    "",
                    rounds,
                    (file, calls) -> throughTheDoor(platform, file, calls));
        }
    }

    private interface Measured {
        Figures.Run on(Path file, int calls) throws Exception;
    }

    private void compare(String what, String target, Rounds rounds, Measured measured) throws Exception {
        List<Figures.Run> door = new ArrayList<>();
        List<Figures.Run> bare = new ArrayList<>();
        for (int time = 0; time <= Rounds.TIMES; time++) {
            int calls = rounds.calls(time);
            Path file = Files.createTempDirectory(folder, "doors").resolve("xietong");
            Figures.Run run = measured.on(file, calls);
            Figures.Run loop = replay(file, calls);
            if (time == 0) continue;
            door.add(run);
            bare.add(loop);
        }
        table.compare(what, door, bare, target);
    }

    private Figures.Run atTheDoor(String platform, Path file, int calls) throws Exception {
        try (Emulation emulation = Emulation.start(List.of(platform), organisation);
                BenchOffice office = new BenchOffice(config, file)) {
            List<byte[]> requests = signed(emulation.emulators().get(platform), platform, calls);
            Words words = Words.in(organisation.language(), organisation.zone());
            RealPlatform real = Platforms.toAsk(settings(emulation, platform, file), words)
                    .named(platform)
                    .orElseThrow();
            List<Caller> callers = new ArrayList<>();
            try (PromptReceiver desk = new PromptReceiver(platform, office.desk, real.patience(), words);
                    Web web = Web.start("127.0.0.1", 0, List.of(new PlatformDoor(real.webhooks(desk))))) {
                for (int t = 0; t < SPEAKERS; t++) callers.add(new Caller(web.port()));
                return Crowd.run(
                        SPEAKERS,
                        calls,
                        (thread, number) ->
                                callers.get(thread).call(requests.get(thread * (calls / SPEAKERS) + number)));
            } finally {
                for (Caller caller : callers) caller.close();
            }
        }
    }

    private List<byte[]> signed(Emulator emulator, String platform, int calls) throws Exception {
        List<Person> people = people(platform);
        try (Overheard overheard = new Overheard()) {
            point(emulator, overheard.address());
            Random random = new Random();
            for (int i = 0; i < calls; i++) says(emulator, platform, people.get(i % people.size()), random);
            return overheard.requests();
        }
    }

    private List<Person> people(String platform) {
        return organisation.people().stream()
                .filter(person -> person.accounts().containsKey(platform))
                .toList();
    }

    private void says(Emulator emulator, String platform, Person person, Random random) {
        String account = person.accounts().get(platform);
        emulator.say(account, chat(platform, account), BenchOffice.asks(organisation, person, random));
    }

    private Figures.Run throughTheDoor(String platform, Path file, int calls) throws Exception {
        try (Emulation emulation = Emulation.start(List.of(platform), organisation);
                App app = App.start(settings(emulation, platform, file), Optional.empty())) {
            Emulator emulator = emulation.emulators().get(platform);
            point(emulator, "http://127.0.0.1:" + app.port());
            List<Person> people = people(platform);
            return Crowd.run(SPEAKERS, calls, (thread, number) -> {
                Person person = people.get((thread * 31 + number) % people.size());
                says(emulator, platform, person, new Random((long) thread << 32 | number));
            });
        }
    }

    private Settings settings(Emulation emulation, String platform, Path file) {
        Map<String, String> environment = new HashMap<>(emulation.environment());
        environment.put("XIETONG_SERVER_PORT", "0");
        environment.put("XIETONG_SERVER_EVENTS_PER_PERSON", "0");
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + file.toAbsolutePath());
        if (!platform.equals("wecom"))
            environment.put("XIETONG_PLATFORMS_" + platform.toUpperCase(java.util.Locale.ROOT) + "_MODE", "webhook");
        return Settings.read(config.resolve("xietong.yml"), environment);
    }

    private static void point(Emulator emulator, String program) {
        if (emulator instanceof FeishuEmulator feishu) {
            feishu.pushTo(URI.create(program + "/feishu/events"));
            feishu.limitSending(false);
        } else if (emulator instanceof DingtalkEmulator dingtalk) {
            dingtalk.pushTo(URI.create(program));
            dingtalk.limitSpeed(false);
        } else {
            ((WecomEmulator) emulator).pushTo(URI.create(program));
        }
    }

    private static String chat(String platform, String account) {
        return switch (platform) {
            case "feishu" -> FeishuEmulator.single(account);
            case "dingtalk" -> DingtalkEmulator.single(account);
            default -> WecomEmulator.appChat(account);
        };
    }

    private Figures.Run replay(Path file, int calls) throws Exception {
        Recording recording;
        try (Database full = Database.open("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "", SPEAKERS)) {
            recording = Recording.of(full.source());
        }
        if (recording.size() < calls) throw new IllegalStateException(recording.size() + " requests were filed");
        try (BenchOffice empty = new BenchOffice(config, file.resolveSibling("bare"))) {
            return recording.replay(empty.database, SPEAKERS);
        }
    }
}
