package io.xietong.app.cli;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Emulation;
import io.xietong.core.text.Message;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot until the process is asked to stop; then it finishes what it is doing and exits with 0. */
@Command(name = "serve", description = "run the bot · 启动")
final class ServeCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    private final AtomicInteger end = new AtomicInteger(ExitCode.OK);
    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--clock",
            paramLabel = "TIME",
            description = "sandbox only: start at this time, such as 2026-02-13T09:00:00+08:00 · 沙盒时钟的起点")
    private String clock;

    @Option(
            names = "--emulate",
            paramLabel = "PLATFORMS",
            split = ",",
            description = "start fake platforms beside it and use them, such as feishu,wecom,dingtalk · 模拟平台")
    private List<String> emulate = List.of();

    ServeCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() throws InterruptedException {
        App.warmUp();
        Optional<Instant> start = Optional.ofNullable(clock).map(ServeCommand::moment);
        Optional<Emulation> emulation = emulation();
        Settings settings = config.read(withEmulators(emulation));
        App app = App.start(settings, start);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, emulation), "stop"));
        app.warnings().forEach(warning -> voice.at(app.zone()).tell("config.warning", warning));
        String address = "http://" + settings.server().host() + ":" + app.port();
        voice.tell(settings.platforms().sandbox().enabled() ? "cli.serving-sandbox" : "cli.serving", address);
        emulation.ifPresent(fakes -> fakes.callBack(URI.create(address)));
        emulation.ifPresent(
                fakes -> fakes.emulators().forEach((name, fake) -> voice.tell("cli.emulating", name, fake.address())));
        app.untilTooOld();
        voice.complain(Message.of("cli.too-old"));
        end.set(ExitCode.UNAVAILABLE);
        return ExitCode.UNAVAILABLE;
    }

    private Optional<Emulation> emulation() {
        if (emulate.isEmpty()) return Optional.empty();
        List<Message> unknown = emulate.stream()
                .filter(name -> !Emulation.NAMES.contains(name))
                .map(name -> Message.of("cli.no-emulator", name, String.join(", ", Emulation.NAMES)))
                .toList();
        if (!unknown.isEmpty()) throw new ConfigFault(unknown);
        return Optional.of(Emulation.start(
                emulate, CompanyFiles.read(config.read(environment)).get().organisation()));
    }

    /** What points at the emulators wins over everything: nothing may reach a real platform beside them. */
    private Map<String, String> withEmulators(Optional<Emulation> emulation) {
        Map<String, String> values = new HashMap<>(environment);
        emulation.ifPresent(fakes -> {
            values.putAll(fakes.environment());
            Settings.Server server = config.read(environment).server();
            values.put("XIETONG_SERVER_PUBLIC_URL", "http://" + server.host() + ":" + server.port());
        });
        return values;
    }

    private static Instant moment(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw new ConfigFault(List.of(Message.of("cli.bad-clock", typed)));
        }
    }

    /** A signal ends the process with 128 and its number unless the hook says how it ended. */
    private void stop(App app, Optional<Emulation> emulation) {
        try {
            app.close();
            emulation.ifPresent(Emulation::close);
            log.info("stopped");
            Runtime.getRuntime().halt(end.get());
        } catch (RuntimeException e) {
            log.error("did not stop cleanly", e);
            Runtime.getRuntime().halt(ExitCode.FAULT);
        }
    }
}
