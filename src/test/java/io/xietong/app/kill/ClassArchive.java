package io.xietong.app.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The classes that one start of the jar has read, kept for all that follow, as scripts/run does: they take half the time. */
final class ClassArchive {

    private static final Path FILE = Path.of("target", "kill.jsa");

    private ClassArchive() {}

    /** For the JVM that runs a jar. */
    static List<String> options(Path jar) {
        boolean made = jar.equals(Node.JAR) && Files.exists(FILE);
        return made ? List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:cds=off", "-Xlog:cds+dynamic=off") : List.of();
    }

    /** Starts the jar once, on a database of its own. */
    static void make() throws IOException, InterruptedException {
        Files.deleteIfExists(FILE);
        Path folder = Files.createTempDirectory("xietong-archive");
        try (Node node = Node.Start.in(folder)
                .option("-XX:ArchiveClassesAtExit=" + FILE)
                .option("-Xlog:cds=off")
                .option("-Xlog:cds+dynamic=off")
                .node()) {
            node.says("li.lei", "帮助");
            node.stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
