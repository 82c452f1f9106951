package io.xietong.app.cli;

import io.xietong.app.config.Policy;
import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Platforms;
import io.xietong.app.wiring.RealPlatform;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The self-check: configuration, organisation, calendar, database and platforms, each with the next step where something is wrong. */
@Command(name = "check", description = "check configuration, database and platforms · 自检")
final class CheckCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    CheckCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(environment);
        App.checkSandbox(settings);
        CompanyFiles company = CompanyFiles.read(settings);
        company.warnings().forEach(warning -> voice.tell("config.warning", warning));
        settings.attention().forEach(warning -> voice.tell("config.warning", warning));
        voice.tell("config.sound");
        voice.tell(
                "cli.check.people",
                company.get().organisation().people().size(),
                company.get().organisation().departments().size());
        int year = java.time.LocalDate.now(company.get().organisation().zone()).getYear();
        for (int checked = year; checked <= year + 1; checked++) {
            Message state = Message.of("talk.calendar."
                    + company.get().calendar().yearState(checked).name());
            voice.tell("talk.calendar.year", Integer.toString(checked), state);
        }
        try (Database database = App.database(settings)) {
            voice.tell("cli.check.database", database.product());
            database.attention().forEach(finding -> voice.tell("config.warning", finding));
        }
        return platforms(settings, company.policy()) ? ExitCode.OK : ExitCode.NEEDS_ATTENTION;
    }

    /** Asks each platform that is switched on; whether all is well. */
    private boolean platforms(Settings settings, Policy policy) {
        boolean well = true;
        for (Map.Entry<String, RealPlatform> platform :
                Platforms.toAsk(settings, voice.words()).all().entrySet()) {
            List<Message> findings = platform.getValue().check(policy);
            if (findings.isEmpty()) voice.tell("cli.check.platform", platform.getKey());
            else voice.tell("cli.check.platform-findings", platform.getKey(), findings.size());
            findings.forEach(finding -> voice.tell("cli.check.finding", finding));
            well &= findings.isEmpty();
        }
        return well;
    }
}
