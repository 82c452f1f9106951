package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiTrail;
import io.xietong.app.store.Stored;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, started and stopped in this process. */
@Timeout(90)
class AppTest {

    private static Settings settings(Path folder, String... more) {
        Map<String, String> environment = new HashMap<>(
                Map.of("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data"), "XIETONG_SERVER_PORT", "0"));
        for (int i = 0; i < more.length; i += 2) environment.put(more[i], more[i + 1]);
        return Settings.read(Path.of("..", "config", "xietong.yml"), environment);
    }

    private static HttpResponse<String> says(App app, String person, String text) throws Exception {
        String body = "{\"as\":\"%s\",\"chat\":\"single:%s\",\"text\":\"%s\"}".formatted(person, person, text);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/sandbox/api/say"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_was_accepted_is_there_after_a_stop_and_a_start(@TempDir Path folder) throws Exception {
        Optional<Instant> start = Optional.of(Instant.parse("2026-11-24T01:00:00Z"));
        try (App app = App.start(settings(folder), start)) {
            assertThat(says(app, "li.lei", "求助 设计部 新品海报 周五").statusCode()).isEqualTo(200);
        }
        try (Database database = App.database(settings(folder))) {
            long waiting = database.read(books -> books.outbox().counts()).getOrDefault("WAITING", 0L);
            assertThat(waiting).as("messages left behind by a stop at leisure").isZero();
        }
        try (App app = App.start(settings(folder), Optional.empty())) {
            assertThat(says(app, "li.lei", "XQ-21").statusCode()).isEqualTo(200);
        }
        try (Database database = App.database(settings(folder))) {
            Optional<Stored<Request>> filed =
                    database.read(books -> books.requests().find(ItemNumber.request(21)));
            assertThat(filed).isPresent();
            List<JdbiTrail.TrailFault> faults =
                    database.read(books -> books.trail().verify());
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void it_stops_taking_in_before_it_stops(@TempDir Path folder) throws IOException {
        App app = App.start(settings(folder), Optional.empty());
        int port = app.port();
        app.close();
        app.close();
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(IOException.class);
    }

    @Test
    void a_start_that_fails_leaves_nothing_running(@TempDir Path folder) throws IOException {
        try (App first = App.start(settings(folder), Optional.empty())) {
            Path other = folder.resolve("other");
            Settings taken = settings(other, "XIETONG_SERVER_PORT", Integer.toString(first.port()));
            assertThatThrownBy(() -> App.start(taken, Optional.empty())).isInstanceOf(RuntimeException.class);
            App.start(settings(other), Optional.empty()).close();
        }
    }
}
