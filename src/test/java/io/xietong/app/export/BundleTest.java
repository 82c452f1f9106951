package io.xietong.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ZIP whose bytes depend on what is in it alone. */
class BundleTest {

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("slips.csv", "=1+1 <script>".getBytes(StandardCharsets.UTF_8));
        files.put("trail/XM-1.csv", "启动".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void what_went_in_comes_out_in_its_order() throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Bundle.write(files())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                found.put(entry.getName(), zip.readAllBytes());
        }
        assertThat(found).containsExactlyEntriesOf(files());
    }

    @Test
    void the_same_files_give_the_same_bytes_wherever_and_whenever() {
        byte[] here = Bundle.write(files());
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Bundle.write(files())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "/x.csv", "trail/../x.csv", "trail\\x.csv", "a/b/c.csv", "x", "", "任务书.csv"})
    void a_name_that_could_lead_elsewhere_is_no_name(String name) {
        assertThatThrownBy(() -> Bundle.write(Map.of(name, new byte[0]))).isInstanceOf(IllegalArgumentException.class);
    }
}
