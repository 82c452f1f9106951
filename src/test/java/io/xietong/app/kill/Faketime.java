package io.xietong.app.kill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Libfaketime, under which a process takes another time for the machine's. */
final class Faketime {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private Faketime() {}

    /**
     * The environment of a process whose clock is off, while what it measures by the processor's clock goes on as it is. Where it is
     * not installed the calling test is skipped; in continuous integration it fails.
     *
     * @param ahead negative for a clock that is behind
     */
    static Map<String, String> ahead(Duration ahead) throws IOException {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) throw new AssertionError("libfaketime is not installed");
            Assumptions.abort("libfaketime is not installed (Debian: faketime)");
        }
        return Map.of(
                "LD_PRELOAD",
                library.orElseThrow().toString(),
                "FAKETIME",
                "%+d".formatted(ahead.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else what waits for a time by the processor's clock does not wait at all.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** Below a folder that is named for the processor. */
    private static Optional<Path> library() throws IOException {
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(LIBRARIES, "*-linux-*")) {
            for (Path processor : processors) {
                Path library = processor.resolve("faketime").resolve("libfaketime.so.1");
                if (Files.exists(library)) return Optional.of(library);
            }
        }
        return Optional.empty();
    }
}
