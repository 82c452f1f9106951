package io.xietong.app.cli;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot until the process is asked to stop; then it finishes what it is doing and exits with 0. */
@Command(name = "serve", description = "run the bot · 启动")
final class ServeCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--clock",
            paramLabel = "TIME",
            description = "sandbox only: start at this time, such as 2026-02-13T09:00:00+08:00 · 沙盒时钟的起点")
    private String clock;

    ServeCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Instant> start = Optional.ofNullable(clock).map(ServeCommand::moment);
        Settings settings = config.read(environment);
        App app = App.start(settings, start);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "stop"));
        app.warnings().forEach(warning -> voice.tell("config.warning", warning));
        String address = "http://" + settings.server().host() + ":" + app.port();
        voice.tell(settings.platforms().sandbox().enabled() ? "cli.serving-sandbox" : "cli.serving", address);
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private static Instant moment(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw new ConfigFault(List.of(Message.of("cli.bad-clock", typed)));
        }
    }

    /** A signal ends the process with 128 and its number unless the hook says how it ended. */
    private static void stop(App app) {
        try {
            app.close();
            log.info("stopped");
            Runtime.getRuntime().halt(ExitCode.OK);
        } catch (RuntimeException e) {
            log.error("did not stop cleanly", e);
            Runtime.getRuntime().halt(ExitCode.FAULT);
        }
    }
}
