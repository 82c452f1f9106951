package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real jar on a disk that has no room left (faults.md rows 14, 15). */
@Timeout(900)
class DiskFullIT {

    private static final String ASKER = "li.lei";
    private static final int MOST = 3_000;

    @TempDir
    private Path folder;

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** A small disk, or the test is skipped: only the superuser may make one, and not everywhere. */
    private Path smallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()) == 0,
                "a small disk cannot be mounted here");
        return disk;
    }

    /** Asks for something; whether its number was seen. */
    private static boolean files(Node node, Map<Long, String> seen, String need) {
        try {
            if (node.says(ASKER, "求助 设计部 " + need).statusCode() != 200) return false;
            Matcher number = Pattern.compile("XQ-(\\d+)[^\"]*" + need).matcher(node.sees(ASKER));
            if (!number.find()) return false;
            seen.put(Long.parseLong(number.group(1)), need);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void what_was_acknowledged_before_the_disk_was_full_is_there_and_with_room_it_goes_on() throws Exception {
        Path disk = smallDisk();
        try {
            Node.Start start = Node.Start.in(folder).with("DATABASE_URL", Node.databaseUrl(disk));
            Map<Long, String> seen = new TreeMap<>();
            try (Node node = start.node()) {
                assertThat(files(node, seen, "独样")).as(node.log()).isTrue();
                Path filler = disk.resolve("filler");
                run("dd", "if=/dev/zero", "of=" + filler, "bs=64k");
                int asked = 0;
                while (asked < MOST && files(node, seen, "独样" + Talkers.name(asked))) asked++;
                assertThat(asked).as("it became full").isLessThan(MOST);
                assertThat(node.isAlive()).as(node.log()).isTrue();

                Files.delete(filler);
                assertThat(run("mount", "-o", "remount,size=64m", disk.toString()))
                        .isZero();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(180))
                        .until(() -> node.isReady() && files(node, seen, "独样之后"));
                assertThat(node.stop()).as(node.log()).isZero();
            }
            try (Oracle oracle = Oracle.of(disk)) {
                assertThat(oracle.lost(seen)).isEmpty();
            }
            assertThat(start.run("verify-trail")).as("verify-trail").isZero();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void a_log_that_cannot_be_written_stops_nobody() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
        Map<Long, String> seen = new TreeMap<>();
        try (Node node = Node.Start.in(folder).logTo(full).node()) {
            assertThat(files(node, seen, "独样")).isTrue();
            assertThat(node.says(ASKER, "受理 XQ-77777").statusCode()).isEqualTo(200);
            assertThat(node.stop()).isZero();
        }
    }
}
