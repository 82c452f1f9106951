package io.xietong.app.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole program with the demo company, on a database of its own, on a free port. */
final class RunningSandbox implements AutoCloseable {

    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MESSAGE = Pattern.compile("\"id\":\"([^\"]+)\"");

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

    /** Somebody says something in their single chat with the bot. */
    void says(String person, String text) {
        post(
                "/sandbox/api/say",
                JSON.createObjectNode()
                        .put("as", person)
                        .put("chat", "single:" + person)
                        .put("text", text));
    }

    /** Somebody presses a button of the newest card in their single chat. */
    void presses(String person, String button, Map<String, String> form) {
        Matcher message = MESSAGE.matcher(newest(person));
        if (!message.find()) throw new IllegalStateException("no card for " + person);
        ObjectNode press = JSON.createObjectNode()
                .put("as", person)
                .put("message", message.group(1))
                .put("button", button);
        form.forEach(press.putObject("form")::put);
        post("/sandbox/api/press", press);
    }

    private String newest(String person) {
        return call(HttpRequest.newBuilder(
                URI.create(address() + "/sandbox/api/messages?newest=1&as=" + person + "&chat=single:" + person)));
    }

    private void post(String path, ObjectNode json) {
        call(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.toString())));
    }

    /** Moves the clock on. @param to with its zone */
    void moves(String to) {
        post("/sandbox/api/clock", JSON.createObjectNode().put("to", to));
    }

    /** The path of a fresh link into somebody's console, as the bot sends it to them. */
    String consoleLink(String person) {
        says(person, "控制台");
        return link(person, "console/enter");
    }

    /** The path of the one-time link of a kind in the newest message to somebody. */
    String link(String person, String kind) {
        String messages = newest(person);
        Matcher link = Pattern.compile("/" + kind + "/[\\w-]+").matcher(messages);
        if (!link.find()) throw new IllegalStateException("no link in " + messages);
        return link.group();
    }

    private static String call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
