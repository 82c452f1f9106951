package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.DatabaseFault;
import io.xietong.app.store.JdbiTrail.TrailFault;
import io.xietong.app.store.Restoration;
import io.xietong.core.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a copy in the place of the database file, after checking it; what is there is never overwritten (faults.md row 60). */
@Command(name = "restore", description = "put a backup in the place of the database file · 用备份恢复")
final class RestoreCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "the backup · 备份文件")
    private Path from;

    @Option(names = "--replace", description = "even if there is something in the database · 数据库里有东西也换下")
    private boolean replace;

    RestoreCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() {
        Settings.DatabaseSettings database = config.read(environment).database();
        Optional<Restoration> into = Restoration.into(
                database.url(), database.user(), database.password().reveal());
        if (into.isEmpty()) return refuse(ExitCode.USAGE, "cli.restore.only-file");
        try (Restoration restoration = into.get()) {
            if (!Files.isRegularFile(from)) return refuse(ExitCode.USAGE, "cli.restore.no-file", from);
            if (!restoration.unpack(from)) return refuse(ExitCode.USAGE, "cli.restore.no-copy", from);
            List<TrailFault> faults = restoration.faults();
            faults.forEach(fault -> voice.tell("cli.trail.fault", fault.item(), fault.entry()));
            if (!faults.isEmpty()) return ExitCode.DAMAGED;
            Restoration.Contents copy = restoration.contents();
            return mayReplace(restoration, copy) ? put(restoration, copy) : ExitCode.USAGE;
        }
    }

    private int refuse(int code, String key, Object... args) {
        voice.complain(Message.of(key, args));
        return code;
    }

    /** A file that is open elsewhere is a fault, whatever was asked for. */
    private boolean mayReplace(Restoration restoration, Restoration.Contents copy) {
        try {
            Optional<Restoration.Contents> present = restoration.present();
            if (replace || present.isEmpty() || present.get().entries() == 0) return true;
            voice.complain(Message.of(
                    "cli.restore.not-empty",
                    present.get().entries(),
                    newest(present.get()),
                    copy.entries(),
                    newest(copy)));
        } catch (DatabaseFault fault) {
            if (fault.kind() != DatabaseFault.Kind.DAMAGED) throw fault;
            if (replace) return true;
            voice.complain(Message.of("cli.restore.damaged"));
        }
        return false;
    }

    private static Object newest(Restoration.Contents contents) {
        return contents.newest().<Object>map(at -> at).orElse(Message.of("cli.restore.nothing"));
    }

    private int put(Restoration restoration, Restoration.Contents copy) {
        Optional<Path> kept = restoration.put(RestoreCommand::now);
        voice.tell("cli.restore.done", copy.entries());
        kept.ifPresent(file -> voice.tell("cli.restore.kept", file));
        return ExitCode.OK;
    }

    /** By the company's clock, as the sandbox had moved it when the copy was made. */
    private static Instant now(Database copy) {
        return CompanyClock.kept(copy, copy.time(), ZoneOffset.UTC).instant();
    }
}
