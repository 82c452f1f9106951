package io.xietong.app.kill;

import io.xietong.app.store.MariaDbServer;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The real jar as a process of its own, on a database that outlives it. */
final class Node implements AutoCloseable {

    /** This release. */
    static final Path JAR = Path.of("target", "xietong.jar");

    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Start start;
    private final Process process;

    private Node(Start start) throws IOException {
        this.start = start;
        this.process = start.process("serve");
    }

    /**
     * How a node is started.
     *
     * @param jar    the program
     * @param folder where its database file lies unless told
     * @param environment of the process
     * @param options     of the JVM
     * @param arguments   after {@code serve}
     * @param log         where all that it writes goes
     */
    record Start(
            Path jar,
            Path folder,
            int port,
            Map<String, String> environment,
            List<String> options,
            List<String> arguments,
            Path log) {

        /** With the sandbox, on a database file in the folder and a free port. */
        static Start in(Path folder) throws IOException {
            int port = freePort();
            return new Start(JAR, folder, port, Map.of(), List.of(), List.of(), log(folder, port))
                    .with("DATABASE_URL", databaseUrl(folder));
        }

        /** Outlives the folder: scripts/test looks through it for secrets when all tests have run. */
        private static Path log(Path folder, int port) throws IOException {
            return Files.createDirectories(Path.of("target", "logs"))
                    .resolve(folder.getFileName() + "-" + port + ".log");
        }

        /** Another release. */
        Start of(Path release) {
            return new Start(release, folder, port, environment, options, arguments, log);
        }

        /** On a server's database, with no more rights than the program needs. */
        Start on(String url) {
            return with("DATABASE_URL", url)
                    .with("DATABASE_USER", MariaDbServer.WRITER)
                    .with("DATABASE_MIGRATION_USER", "root");
        }

        /** With a setting, named as in the environment without {@code XIETONG_}. */
        Start with(String setting, String value) {
            return with(Map.of("XIETONG_" + setting, value));
        }

        Start with(Map<String, String> variables) {
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(variables);
            return new Start(jar, folder, port, all, options, arguments, log);
        }

        /** With a crash point, or none when it is empty. */
        Start crashing(String crash) {
            return option("-Dxietong.crash=" + crash);
        }

        Start option(String option) {
            List<String> all = new ArrayList<>(options);
            all.add(option);
            return new Start(jar, folder, port, environment, all, arguments, log);
        }

        Start arguments(String... more) {
            return new Start(jar, folder, port, environment, options, List.of(more), log);
        }

        Start logTo(Path file) {
            return new Start(jar, folder, port, environment, options, arguments, file);
        }

        /** Starts the program and waits until it serves. With a crash point it may die before that; see {@link #isAlive()}. */
        Node node() throws IOException, InterruptedException {
            return new Node(this).awaited();
        }

        /** Starts the program and does not wait. */
        Node launched() throws IOException {
            return new Node(this);
        }

        /** Runs a command of the jar to its end; returns its exit code. */
        int run(String command) throws IOException, InterruptedException {
            return process(command).waitFor();
        }

        private Process process(String command) throws IOException {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            line.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
            line.addAll(ClassArchive.options(jar));
            line.addAll(options);
            line.addAll(List.of("-jar", jar.toString(), command, "--config", CONFIG.toString()));
            if (command.equals("serve")) line.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("LANG", "zh_CN.UTF-8");
            builder.environment().put("XIETONG_SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            return builder.start();
        }
    }

    private Node awaited() throws IOException, InterruptedException {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !isAlive() || isReady());
        } catch (ConditionTimeoutException late) {
            signal("QUIT");
            diesWithin(2, TimeUnit.SECONDS);
            kill();
            throw new AssertionError("it does not serve:\n" + log(), late);
        }
        return this;
    }

    /** The end of what it has written, a thread dump included when it was asked for one. */
    String log() throws IOException {
        String log = Files.readString(start.log());
        return log.substring(Math.max(0, log.length() - 30_000));
    }

    /** @param name such as {@code STOP} */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    static String databaseUrl(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("xietong");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return start.port();
    }

    /** How many threads the process has, as the system counts them. */
    long threads() throws IOException {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.count();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        return answers("/health/ready");
    }

    boolean answers(String path) {
        try {
            return send(HttpRequest.newBuilder(address(path)).GET(), Duration.ofSeconds(20))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address(path)).GET(), PATIENCE);
    }

    HttpResponse<String> post(String path, String json) throws IOException {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                PATIENCE);
    }

    /** Somebody says something to the bot alone, in the sandbox. */
    HttpResponse<String> says(String person, String text) throws IOException {
        return post(
                "/sandbox/api/say",
                "{\"as\":\"%1$s\",\"chat\":\"single:%1$s\",\"text\":\"%2$s\"}".formatted(person, text));
    }

    /** The last of what stands in somebody's chat with the bot, in the sandbox. */
    String sees(String person) throws IOException {
        return get("/sandbox/api/messages?as=%1$s&chat=single:%1$s&newest=3".formatted(person))
                .body();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
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

    /** How it ended; it must have. */
    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to stop by signal 15; returns its exit code. */
    int stop() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not stop:\n" + log());
        }
        return process.exitValue();
    }

    /** Ends it by signal 9 if it still runs, stopped or not. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
