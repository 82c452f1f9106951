package io.xietong.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** A name in a bundle is refused, or it is a file's below the folder in which the bundle is unpacked, on every system. */
class FileNameFuzz {

    private static final Path FOLDER = Path.of("/srv/unpacked");

    @FuzzTest(maxDuration = "60s")
    void a_bundle_unpacks_nowhere_else(byte[] bytes) {
        Nearby.eachText(bytes, 100, FileNameFuzz::holds);
    }

    private static void holds(String name) {
        byte[] bundle;
        try {
            bundle = Bundle.write(Map.of(name, new byte[] {1}));
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(FOLDER.resolve(name).normalize()).startsWithRaw(FOLDER);
        assertThat(name).doesNotContain("..", "\\", ":", "\u0000", "\n", "\r").doesNotStartWith("/");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(name);
            assertThat(zip.getNextEntry()).isNull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
