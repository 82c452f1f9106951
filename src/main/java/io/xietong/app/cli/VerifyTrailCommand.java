package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiTrail.TrailFault;
import io.xietong.app.wiring.App;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks that no trail was changed, cut or lost (spec.md 4.12). */
@Command(name = "verify-trail", description = "check that no trail was changed · 校验轨迹")
final class VerifyTrailCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    VerifyTrailCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(environment);
        try (Database database = App.database(settings)) {
            List<TrailFault> faults = database.read(books -> books.trail().verify());
            if (faults.isEmpty()) {
                long entries = database.read(books -> books.trail().count());
                voice.tell("cli.trail.sound", entries);
                return ExitCode.OK;
            }
            faults.forEach(fault -> voice.tell("cli.trail.fault", fault.item(), fault.entry()));
            return ExitCode.DAMAGED;
        }
    }
}
