package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.Backups;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.store.Node;
import io.xietong.app.wiring.App;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Yesterday's copy is put back: what is said of the gap, and what is not done any more (faults.md row 60). */
@Timeout(90)
class RestoreDrillTest {

    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>();
    private Path copy;
    private Path file;
    private String told;

    @BeforeEach
    void a_database_of_our_own() {
        file = folder.resolve("data.mv.db");
        copy = folder.resolve("copies").resolve("monday.zip");
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data"));
        environment.put("XIETONG_SERVER_PORT", "0");
    }

    private int run(String command, String... more) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] args = Stream.concat(Stream.of(command, "--config", CONFIG.toString()), Stream.of(more))
                .toArray(String[]::new);
        int code = Xietong.run(environment, writer, writer, args);
        told = said.toString();
        return code;
    }

    private App start(String time) {
        return App.start(Settings.read(CONFIG, environment), Optional.of(time).map(Instant::parse));
    }

    private String ask(App app, HttpRequest.Builder request, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + app.port() + "/sandbox/api/" + path);
        return http.send(request.uri(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void says(App app, String person, String text) throws Exception {
        String body = "{\"as\":\"%s\",\"chat\":\"single:%s\",\"text\":\"%s\"}".formatted(person, person, text);
        ask(
                app,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "say");
    }

    private String sees(App app, String person, int newest) throws Exception {
        return ask(
                app,
                HttpRequest.newBuilder(),
                "messages?as=%s&chat=single:%s&newest=%d".formatted(person, person, newest));
    }

    private static String warnings(App app) {
        Words words = Words.in(Language.CHINESE, ZoneOffset.ofHours(8));
        return String.join("\n", app.warnings().stream().map(words::say).toList());
    }

    @Test
    void yesterdays_copy_is_put_back() throws Exception {
        try (App monday = start("2026-11-23T01:00:00Z")) {
            says(monday, "li.lei", "求助 设计部 新品海报 周五");
            assertThat(run("backup", "--to", copy.toString())).isEqualTo(ExitCode.OK);
        }
        try (App tuesday = start("2026-11-24T02:00:00Z")) {
            says(tuesday, "zhou.jie", "受理 XQ-21 周五");
            says(tuesday, "li.lei", "求助 设计部 上市横幅 周五");
            assertThat(sees(tuesday, "zhou.jie", 1)).contains("XQ-22");
        }

        assertThat(run("restore", "--from", copy.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(told).contains("--replace");
        assertThat(run("restore", "--from", copy.toString(), "--replace")).isEqualTo(ExitCode.OK);
        assertThat(told).contains("已恢复", "before-restore");
        try (Database restored = App.database(Settings.read(CONFIG, environment))) {
            List<Node> missed = restored.read(books -> books.nodes().all());
            assertThat(missed).isEmpty();
        }

        try (App wednesday = start("2026-11-25T01:00:00Z")) {
            assertThat(warnings(wednesday)).contains("11月23日", "没有记录");
            says(wednesday, "sun.mi", "值守");
            assertThat(sees(wednesday, "sun.mi", 1)).contains("11月23日", "没有记录");
            says(wednesday, "zhou.jie", "受理 XQ-22 周五");
            assertThat(sees(wednesday, "zhou.jie", 1)).contains("没有").doesNotContain("上市横幅");
            says(wednesday, "li.lei", "求助 设计部 上市横幅 周五");
            assertThat(sees(wednesday, "li.lei", 1)).contains("XQ-2001");
        }
        assertThat(run("verify-trail")).isEqualTo(ExitCode.OK);
        try (Database database = App.database(Settings.read(CONFIG, environment))) {
            List<JdbiOutbox.Line> since = database.read(books -> books.outbox().newest(500));
            assertThat(since).noneMatch(line -> line.item().equals("XQ-22"));
            assertThat(since).anyMatch(line -> line.item().equals("XQ-2001") && line.id() > 1_000_000);
        }
    }

    @Test
    void an_empty_place_is_filled_and_what_is_no_copy_is_refused() throws IOException {
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        assertThat(run("backup", "--to", copy.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("backup", "--to", copy.toString())).isEqualTo(ExitCode.USAGE);
        Files.delete(file);
        assertThat(run("restore", "--from", CONFIG.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(told).contains("不是备份文件");
        assertThat(run("restore", "--from", copy + ".gone")).isEqualTo(ExitCode.USAGE);
        assertThat(told).contains("monday.zip.gone 这个文件");
        assertThat(run("restore", "--from", copy.toString())).isEqualTo(ExitCode.OK);
        assertThat(run("verify-trail")).isEqualTo(ExitCode.OK);

        Files.writeString(file, "这不是数据库 ".repeat(2_000));
        assertThat(run("restore", "--from", copy.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(told).contains("打不开", "--replace");
        assertThat(run("restore", "--from", copy.toString(), "--replace")).isEqualTo(ExitCode.OK);
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        environment.put("XIETONG_DATABASE_URL", "jdbc:mariadb://127.0.0.1:1/x");
        assertThat(run("backup", "--to", folder.resolve("x").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("restore", "--from", copy.toString())).isEqualTo(ExitCode.USAGE);
    }

    /** The command asks whoever has the database open, by a file beside it. */
    @Test
    void a_running_program_is_asked_for_the_copy() throws Exception {
        assertThat(run("check")).isEqualTo(ExitCode.OK);
        Path request = Path.of(file + Backups.REQUEST);
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();
            CompletableFuture<Integer> asking =
                    CompletableFuture.supplyAsync(() -> run("backup", "--to", copy.toString()));
            Awaitility.await().until(() -> Files.exists(request));
            assertThat(Files.readString(request)).isEqualTo(copy.toString());
            Files.writeString(Path.of(file + Backups.ANSWER), Backups.DONE);
            assertThat(asking.get()).isEqualTo(ExitCode.OK);
        }
        try (Database database = Database.open(environment.get("XIETONG_DATABASE_URL"), "sa", "", 5)) {
            fill(database);
            Path nights = folder.resolve("nights");
            CompanyClock clock = CompanyClock.real(ZoneOffset.ofHours(8));
            Instant noon = Instant.parse("2026-11-24T04:00:00Z");
            for (int day = 0; day < 4; day++) {
                Clock machine = Clock.fixed(noon.plusSeconds(day * 86_400L), ZoneOffset.UTC);
                Backups backups = new Backups(database, file, Optional.of(nights), 3, clock, machine);
                backups.ifDue();
                backups.ifDue();
            }
            assertThat(copy).exists();
            try (Stream<Path> kept = Files.list(nights)) {
                assertThat(kept.map(night -> night.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "xietong-20261125-120000.zip",
                                "xietong-20261126-120000.zip",
                                "xietong-20261127-120000.zip");
            }
            assertThat(Files.size(file)).isLessThan(8_000_000);
        }
    }

    /** Until there is much in the file that is not in use. */
    private void fill(Database database) throws IOException {
        String text = "x".repeat(400);
        while (Files.size(file) < 17_000_000)
            database.inTransaction(books -> {
                books.company().set("filler", text);
                return null;
            });
    }
}
