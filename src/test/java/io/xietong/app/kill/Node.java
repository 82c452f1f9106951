package io.xietong.app.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The real jar as a process of its own, on a database file in a folder that outlives it. */
final class Node {

    private static final Path JAR = Path.of("target", "xietong.jar");
    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final int port;
    private final Process process;

    private Node(Path folder, String crash) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.process = start(folder, port, List.of("-Dxietong.crash=" + crash), "serve");
    }

    /** Starts the program and waits until it serves. With a crash point it may die before that; see {@link #isAlive()}. */
    static Node started(Path folder, String crash) throws IOException, InterruptedException {
        Node node = new Node(folder, crash);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !node.isAlive() || node.ready());
        } catch (ConditionTimeoutException late) {
            node.signal("-QUIT");
            node.diesWithin(2, TimeUnit.SECONDS);
            node.kill();
            throw new AssertionError("it does not serve:\n" + node.log(), late);
        }
        return node;
    }

    /** The end of what it has written, a thread dump included when it was asked for one. */
    String log() throws IOException {
        String log = Files.readString(log(folder));
        return log.substring(Math.max(0, log.length() - 30_000));
    }

    /** Outlives the folder: scripts/test looks through it for secrets when all tests have run. */
    private static Path log(Path folder) throws IOException {
        return Files.createDirectories(Path.of("target", "logs")).resolve(folder.getFileName() + ".log");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    /** Runs a command of the jar to its end; returns its exit code. */
    static int run(Path folder, String command) throws IOException, InterruptedException {
        return start(folder, 0, List.of(), command).waitFor();
    }

    private static Process start(Path folder, int port, List<String> options, String command) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        line.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        line.addAll(options);
        line.addAll(List.of("-jar", JAR.toString(), command, "--config", CONFIG.toString()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        builder.environment().put("XIETONG_SERVER_PORT", Integer.toString(port));
        builder.environment().put("XIETONG_DATABASE_URL", databaseUrl(folder));
        return builder.start();
    }

    static String databaseUrl(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("xietong");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private boolean ready() {
        try {
            return send(HttpRequest.newBuilder(address("/health/ready")).GET(), Duration.ofSeconds(5))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    HttpResponse<String> post(String path, String json) throws IOException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            return http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends it by signal 9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean diesWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** Asks it to stop by signal 15; returns its exit code. */
    int stop() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not stop:\n" + Files.readString(log(folder)));
        }
        return process.exitValue();
    }
}
