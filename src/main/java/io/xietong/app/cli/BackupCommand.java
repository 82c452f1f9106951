package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.Backups;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.DatabaseFault;
import io.xietong.app.wiring.App;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies an H2 file into an archive; the running program does it where there is one (decision 0034). */
@Command(name = "backup", description = "copy the database file, also while the bot runs · 备份")
final class BackupCommand implements Callable<Integer> {

    private static final int LONGEST_WAIT_SECONDS = 120;
    private static final int LOOK_MILLIS = 100;

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "the archive to write · 写到哪个文件")
    private Path to;

    BackupCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = config.read(environment);
        Optional<Path> file = Database.fileOf(settings.database().url());
        if (file.isEmpty()) return refuse("cli.backup.only-file");
        if (Files.exists(to)) return refuse("cli.backup.exists", to);
        try (Database database = App.database(settings)) {
            CompanyClock clock = CompanyClock.kept(database, database.time(), ZoneOffset.UTC);
            database.copyTo(to.toAbsolutePath(), clock.instant());
        } catch (DatabaseFault fault) {
            if (fault.kind() != DatabaseFault.Kind.LOCKED) throw fault;
            return ask(file.get());
        }
        voice.tell("cli.backup.written", to);
        return ExitCode.OK;
    }

    private int refuse(String key, Object... args) {
        voice.complain(Message.of(key, args));
        return ExitCode.USAGE;
    }

    /** Whoever has the database open looks for this file beside it. */
    private int ask(Path file) throws IOException {
        Path request = Path.of(file + Backups.REQUEST);
        Path answer = Path.of(file + Backups.ANSWER);
        Files.deleteIfExists(answer);
        Path part = Path.of(request + ".part");
        Files.writeString(part, to.toAbsolutePath().toString());
        Files.move(part, request, StandardCopyOption.ATOMIC_MOVE);
        voice.tell("cli.backup.asked");
        for (int waited = 0; waited < LONGEST_WAIT_SECONDS * 1000; waited += LOOK_MILLIS) {
            if (Files.exists(answer)) return told(answer);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
        Files.deleteIfExists(request);
        voice.complain(Message.of("cli.backup.no-answer"));
        return ExitCode.LOCKED;
    }

    private int told(Path answer) throws IOException {
        String said = Files.readString(answer);
        Files.delete(answer);
        if (said.equals(Backups.DONE)) {
            voice.tell("cli.backup.written", to);
            return ExitCode.OK;
        }
        voice.complain(Message.of("cli.backup.failed", said));
        return ExitCode.FAULT;
    }
}
