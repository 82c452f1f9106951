package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real jar twice on one MariaDB: one is killed, the other goes on, and in the end finds itself too old (faults.md rows 8, 52). */
@Timeout(120)
class TwoNodesIT {

    private static final int TOO_OLD = 69;

    @TempDir
    private Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url = MariaDbServer.shared().freshDatabase();
    private Process first;
    private Process second;

    @AfterEach
    void stops() {
        if (first != null) first.destroyForcibly();
        if (second != null) second.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(int port, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/xietong.jar",
                "serve",
                "--config",
                "../config/xietong.yml"));
        line.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log-" + port).toFile());
        builder.environment().put("XIETONG_SERVER_PORT", Integer.toString(port));
        builder.environment().put("XIETONG_DATABASE_URL", url);
        builder.environment().put("XIETONG_DATABASE_USER", "root");
        builder.environment().put("LANG", "zh_CN.UTF-8");
        return builder.start();
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(port, path)).GET());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String post(int port, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(port, path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private void says(int port, String person, String text) throws IOException, InterruptedException {
        post(
                port,
                "/sandbox/api/say",
                "{\"as\":\"%1$s\",\"chat\":\"single:%1$s\",\"text\":\"%2$s\"}".formatted(person, text));
    }

    private String sees(int port, String person) throws IOException, InterruptedException {
        return get(port, "/sandbox/api/messages?as=%1$s&chat=single:%1$s&newest=3".formatted(person));
    }

    private void awaitReady(int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get(port, "/health/ready").contains("true"));
    }

    private String day(int port) throws IOException, InterruptedException {
        return get(port, "/sandbox/api/clock").substring(0, 18);
    }

    private void requireNewerPrograms() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "")) {
            connection.createStatement().executeUpdate("UPDATE schema_age SET oldest = 9999");
        }
    }

    @Test
    void one_is_killed_and_the_other_goes_on_until_the_tables_are_too_new() throws Exception {
        int one = freePort();
        first = start(one, "--clock", "2026-11-24T09:00:00+08:00");
        awaitReady(one);
        int two = freePort();
        second = start(two);
        awaitReady(two);
        assertThat(get(one, "/health/nodes")).contains(":" + one, ":" + two).doesNotContain("\"rings-clocks\":false");

        says(one, "li.lei", "求助 设计部 新品海报 周五");
        assertThat(sees(two, "zhou.jie")).as("asked at one, seen at the other").contains("XQ-21");
        post(one, "/sandbox/api/clock", "{\"advance\":\"PT72H\"}");
        Awaitility.await().until(() -> day(one).equals(day(two)));

        first.destroyForcibly().waitFor();
        says(two, "zhou.jie", "受理 XQ-21 12月4日");
        says(two, "li.lei", "求助 设计部 上市横幅 12月4日");
        assertThat(sees(two, "li.lei")).contains("XQ-22");

        requireNewerPrograms();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).as("it steps aside").isTrue();
        assertThat(second.exitValue()).isEqualTo(TOO_OLD);
        assertThat(Files.readString(folder.resolve("log-" + two))).contains("请把它也升级后再启动");
    }
}
