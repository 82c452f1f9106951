package io.xietong.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures the program against the promises of speed; {@code scripts/bench} runs it. Arguments choose parts; none: all. */
public final class Bench {

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path config = Path.of("config");
        Path folder = Files.createTempDirectory("xietong-bench");
        Table table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8), new Results());
        Set<String> parts = args.length == 0
                ? Set.of(
                        "functions",
                        "commands",
                        "server",
                        "doors",
                        "peer",
                        "deadlines",
                        "nodes",
                        "size",
                        "company",
                        "search",
                        "pages",
                        "start")
                : Set.copyOf(List.of(args));
        try {
            if (parts.contains("functions")) new SingleCalls(table).measure();
            if (parts.contains("commands")) Commands.onAFile(config, folder, table);
            if (parts.contains("server")) Commands.onAServer(config, table);
            if (parts.contains("doors")) Doors.measure(config, folder, table);
            if (parts.contains("peer")) Peer.measure(folder, table);
            if (parts.contains("deadlines")) new Deadlines(config, folder, table).measure();
            if (parts.contains("nodes")) new Deadlines(config, folder, table).measureOnNodes();
            if (parts.contains("size")) new Size(config, folder, table).measure();
            if (parts.contains("company")) new Grown(config, folder, table).measure();
            if (parts.contains("search")) new Search(config, folder, table).measure();
            if (parts.contains("pages")) new Pages(config, folder, table).measure();
            if (parts.contains("start")) new Start(folder, table).measure();
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
