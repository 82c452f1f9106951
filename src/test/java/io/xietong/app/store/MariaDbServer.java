package io.xietong.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB server of the tests' own, in a temporary folder on a free port of the loopback address. It is started once, when
 * the first test asks for it, and ends with the tests. Each test takes a fresh database. Thread-safe.
 */
public final class MariaDbServer {

    /** Somebody without a password who reads and writes rows and may do nothing else. */
    public static final String WRITER = "writer";

    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");
    private static MariaDbServer running;
    private static Exception fault;

    private final Path folder;
    private final int port;
    private final List<String> command;
    private volatile Process process;

    private MariaDbServer(Path mariadbd, Path installer) throws IOException, InterruptedException {
        folder = Files.createTempDirectory("xietong-mariadb");
        port = freePort();
        Path data = folder.resolve("data");
        run(List.of(
                installer.toString(),
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + data));
        command = new ArrayList<>(List.of(
                mariadbd.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-networking=0",
                "--innodb-buffer-pool-size=32M",
                "--innodb-log-file-size=16M",
                "--character-set-server=utf8mb4"));
        if (isRoot()) command.add("--user=root");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "mariadb-stop"));
        start();
        execute("CREATE USER " + WRITER);
        execute("GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO " + WRITER);
    }

    private void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitConnection();
    }

    /** Ends the server by signal 9. Whoever does that starts it again before the test ends: others use it too. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same port and data, and waits until it answers; one that runs is left alone. */
    public void startAgain() throws IOException, InterruptedException {
        if (!process.isAlive()) start();
    }

    /** The server. Where MariaDB is not installed the calling test is skipped; in continuous integration it fails. */
    public static synchronized MariaDbServer shared() {
        if (fault != null) throw new IllegalStateException("MariaDB did not start", fault);
        if (running == null) {
            Optional<Path> mariadbd = find("mariadbd");
            Optional<Path> installer = find("mariadb-install-db");
            if (mariadbd.isEmpty() || installer.isEmpty()) {
                if ("true".equals(System.getenv("CI"))) throw new AssertionError("MariaDB is not installed");
                Assumptions.abort("MariaDB is not installed (Debian: mariadb-server)");
            }
            try {
                running = new MariaDbServer(mariadbd.orElseThrow(), installer.orElseThrow());
            } catch (IOException | InterruptedException e) {
                fault = e;
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }
        return running;
    }

    private static Optional<Path> find(String program) {
        return PLACES.stream()
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        if (isRoot()) whole.add("--user=root");
        Path log = folder.resolve("install.log");
        Process install = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!install.waitFor(2, TimeUnit.MINUTES) || install.exitValue() != 0)
            throw new IOException("MariaDB could not be set up: " + Files.readString(log));
    }

    private void awaitConnection() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try (Connection connection = connect("")) {
                if (connection.isValid(5)) return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end)
                    throw new IOException("MariaDB does not start: " + Files.readString(folder.resolve("log")), e);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "root", "");
    }

    /** The driver insists on TLS unless told; this server listens on loopback alone. */
    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable";
    }

    /** The address of a new, empty database; the user is {@code root} without a password. */
    public String freshDatabase() {
        return freshDatabase("utf8mb4");
    }

    /** The same for MySQL's own driver. */
    public String freshDatabaseForMysql() {
        return freshDatabase().replace("jdbc:mariadb:", "jdbc:mysql:").replace("=disable", "=DISABLED");
    }

    /** @param charset such as {@code utf8mb4 COLLATE utf8mb4_bin} */
    String freshDatabase(String charset) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("CREATE DATABASE " + name + " CHARACTER SET " + charset);
        return url(name);
    }

    private void execute(String statement) {
        try (Connection connection = connect("");
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's process, for tests that kill or pause it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
