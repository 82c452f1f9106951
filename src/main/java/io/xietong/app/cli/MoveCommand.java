package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiTrail.TrailFault;
import io.xietong.app.store.Move;
import io.xietong.app.wiring.App;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the H2 database into an empty one of MySQL or MariaDB, and compares them. The password is never an argument. */
@Command(name = "move", description = "copy the H2 database into an empty MySQL or MariaDB one · 迁到 MySQL/MariaDB")
final class MoveCommand implements Callable<Integer> {

    private static final String PASSWORD = "XIETONG_MOVE_TO_PASSWORD";

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "jdbc:mariadb://… or jdbc:mysql://… · 迁到哪里")
    private String to;

    @Option(
            names = "--to-user",
            required = true,
            paramLabel = "USER",
            description = "its user; the password comes from " + PASSWORD + " or " + PASSWORD + "_FILE · 那里的用户")
    private String user;

    MoveCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = config.read(environment);
        if (!settings.database().url().startsWith("jdbc:h2:") || to.startsWith("jdbc:h2:"))
            return refuse("cli.move.only-from-file");
        try (Database source = App.database(settings);
                Database target = Database.open(to, user, password(), 4)) {
            target.attention().forEach(finding -> voice.tell("config.warning", finding));
            Move move = new Move(source, target);
            Optional<String> occupied = move.occupied();
            if (occupied.isPresent()) return refuse("cli.move.not-empty", occupied.get());
            List<Move.Table> tables = new ArrayList<>();
            move.copy(table -> {
                tables.add(table);
                if (table.rows() > 0) voice.tell("cli.move.table", table.name(), table.rows());
            });
            return compare(tables, target);
        }
    }

    private int refuse(String key, Object... args) {
        voice.complain(Message.of(key, args));
        return ExitCode.USAGE;
    }

    private String password() throws IOException {
        String file = environment.get(PASSWORD + "_FILE");
        return file == null
                ? environment.getOrDefault(PASSWORD, "")
                : Files.readString(Path.of(file)).strip();
    }

    private int compare(List<Move.Table> tables, Database target) {
        List<Move.Table> different =
                tables.stream().filter(table -> !table.same()).toList();
        different.forEach(table -> voice.complain(Message.of("cli.move.different", table.name())));
        List<TrailFault> faults = target.read(books -> books.trail().verify());
        faults.forEach(fault -> voice.complain(Message.of("cli.trail.fault", fault.item(), fault.entry())));
        if (!different.isEmpty() || !faults.isEmpty()) return ExitCode.DAMAGED;
        long rows = tables.stream().mapToLong(Move.Table::rows).sum();
        voice.tell(
                "cli.move.done",
                tables.size(),
                rows,
                target.read(books -> books.trail().count()));
        return ExitCode.OK;
    }
}
