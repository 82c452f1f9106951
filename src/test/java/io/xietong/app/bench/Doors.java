package io.xietong.app.bench;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.Emulation;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Filing requests through each platform's webhook, from the signed and encrypted HTTP request to the answer, against the bare loop
 * with the same rows. The emulator that signs, encrypts and takes the cards runs in the same process and is part of the time.
 */
final class Doors {

    private static final int CALLS = Integer.getInteger("bench.calls", 4_000);
    private static final int TIMES = Integer.getInteger("bench.times", 5);
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
            List<Figures.Run> door = new ArrayList<>();
            List<Figures.Run> bare = new ArrayList<>();
            for (int time = 0; time <= TIMES; time++) {
                Path file = folder.resolve(platform + "-" + time);
                Figures.Run run = throughTheDoor(platform, file);
                Figures.Run loop = replay(file);
                if (time == 0) continue;
                door.add(run);
                bare.add(loop);
            }
            table.compare(platform + "'s door, " + SPEAKERS + " concurrent", door, bare, "≥ 0.6");
        }
    }

    private Figures.Run throughTheDoor(String platform, Path file) throws Exception {
        try (Emulation emulation = Emulation.start(List.of(platform), organisation);
                App app = App.start(settings(emulation, platform, file), Optional.empty())) {
            Emulator emulator = emulation.emulators().get(platform);
            point(emulator, "http://127.0.0.1:" + app.port());
            List<Person> people = organisation.people().stream()
                    .filter(person -> person.accounts().containsKey(platform))
                    .toList();
            return Crowd.run(SPEAKERS, CALLS, (thread, number) -> {
                Person person = people.get((thread * 31 + number) % people.size());
                String account = person.accounts().get(platform);
                Random random = new Random((long) thread << 32 | number);
                emulator.say(account, chat(platform, account), BenchOffice.asks(organisation, person, random));
            });
        }
    }

    private Settings settings(Emulation emulation, String platform, Path file) {
        Map<String, String> environment = new HashMap<>(emulation.environment());
        environment.put("XIETONG_SERVER_PORT", "0");
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

    private Figures.Run replay(Path file) throws Exception {
        Recording recording;
        try (Database full = Database.open("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "", SPEAKERS)) {
            recording = Recording.of(full.source());
        }
        if (recording.size() < CALLS) throw new IllegalStateException(recording.size() + " requests were filed");
        try (BenchOffice empty = new BenchOffice(config, folder.resolve(file.getFileName() + "-bare"))) {
            return recording.replay(empty.database, SPEAKERS);
        }
    }
}
