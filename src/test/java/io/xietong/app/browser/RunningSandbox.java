package io.xietong.app.browser;

import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole program with the demo company, on a database of its own, on a free port. */
final class RunningSandbox implements AutoCloseable {

    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");

    private final Path folder;
    private final App app;

    private RunningSandbox(Path folder, Instant start) {
        this.folder = folder;
        Settings settings = Settings.read(
                CONFIG,
                Map.of(
                        "XIETONG_SERVER_PORT",
                        "0",
                        "XIETONG_DATABASE_URL",
                        "jdbc:h2:file:" + folder.resolve("sandbox")));
        app = App.start(settings, Optional.of(start));
    }

    /** @param start where its clock is put, with its zone */
    static RunningSandbox at(String start) {
        try {
            return new RunningSandbox(
                    Files.createTempDirectory("xietong-sandbox"),
                    OffsetDateTime.parse(start).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + app.port();
    }

    @Override
    public void close() {
        app.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
