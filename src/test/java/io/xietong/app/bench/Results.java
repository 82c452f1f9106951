package io.xietong.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, one figure a line that ends with the machine, in a file that keeps the lines of other runs. */
final class Results {

    private static final Path FILE = Path.of(System.getProperty("bench.results", "src/target/bench.tsv"));

    private final Map<String, String> lines = new LinkedHashMap<>();

    Results() {
        try {
            if (!Files.exists(FILE)) return;
            for (String line : Files.readAllLines(FILE)) lines.put(line.split("\t")[0], line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String... cells) {
        lines.put(cells[0], String.join("\t", cells) + "\t" + machine());
        try {
            Files.write(FILE, lines.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        return String.join(
                ", ",
                "%d × %s".formatted(Runtime.getRuntime().availableProcessors(), first("/proc/cpuinfo", "model name")),
                first("/proc/meminfo", "MemTotal").replaceAll("(\\d+)\\d{6} kB", "$1 GB"),
                "JDK " + Runtime.version(),
                System.getProperty("os.name"));
    }

    private static String first(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst("[^:]*:\\s*", ""))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
