package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real jar twice on one MariaDB: one is killed, the other goes on, and in the end finds itself too old (faults.md rows 8, 52). */
@Timeout(600)
class TwoNodesIT {

    private static final int TOO_OLD = 69;

    @TempDir
    private Path folder;

    private final String url = MariaDbServer.shared().freshDatabase();
    private Node first;
    private Node second;

    @AfterEach
    void stops() {
        if (first != null) first.close();
        if (second != null) second.close();
    }

    private Node.Start start() throws IOException {
        return Node.Start.in(folder).on(url);
    }

    private static String day(Node node) throws IOException {
        return node.get("/sandbox/api/clock").body().substring(0, 18);
    }

    private void requireNewerPrograms() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "")) {
            connection.createStatement().executeUpdate("UPDATE schema_age SET oldest = 9999");
        }
    }

    @Test
    void one_is_killed_and_the_other_goes_on_until_the_tables_are_too_new() throws Exception {
        first = start().arguments("--clock", "2026-11-24T09:00:00+08:00").node();
        second = start().node();
        assertThat(first.get("/health/nodes").body())
                .contains(":" + first.port(), ":" + second.port())
                .doesNotContain("\"rings-clocks\":false");

        first.says("li.lei", "求助 设计部 新品海报 周五");
        assertThat(second.sees("zhou.jie"))
                .as("asked at one, seen at the other")
                .contains("XQ-21");
        first.post("/sandbox/api/clock", "{\"advance\":\"PT72H\"}");
        Awaitility.await().until(() -> day(first).equals(day(second)));

        first.kill();
        second.says("zhou.jie", "受理 XQ-21 12月4日");
        second.says("li.lei", "求助 设计部 上市横幅 12月4日");
        assertThat(second.sees("li.lei")).contains("XQ-22");

        requireNewerPrograms();
        assertThat(second.diesWithin(180, TimeUnit.SECONDS))
                .as("it steps aside")
                .isTrue();
        assertThat(second.exitCode()).isEqualTo(TOO_OLD);
        assertThat(second.log()).contains("请把它也升级后再启动");
    }
}
