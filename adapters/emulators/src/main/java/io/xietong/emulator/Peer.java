package io.xietong.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A platform's official client in a process of its own, run unmodified for tests; it says on its output what it sees. */
public final class Peer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Peer(List<String> command, Path folder) {
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
        Thread reader = new Thread(this::read, "peer");
        reader.setDaemon(true);
        reader.start();
    }

    /** A main class, with more options for its Java. */
    public static Peer java(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Peer(command, Path.of("."));
    }

    /** {@code peer.cjs} of a folder, after its packages were installed as the lock file says. */
    public static Peer node(Path folder, String... arguments) {
        install(folder);
        List<String> command = new ArrayList<>(List.of("node", "peer.cjs"));
        command.addAll(List.of(arguments));
        return new Peer(command, folder);
    }

    private static synchronized void install(Path folder) {
        if (folder.resolve("node_modules").toFile().isDirectory()) return;
        try (Peer npm = new Peer(
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"), folder)) {
            if (!npm.process.waitFor(3, TimeUnit.MINUTES) || npm.process.exitValue() != 0) {
                throw new IllegalStateException("npm ci failed: " + String.join("\n", npm.said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::heard);
        } catch (IOException | UncheckedIOException e) {
            heard("its output ended: " + e.getMessage());
        }
    }

    private synchronized void heard(String line) {
        said.add(line);
        notifyAll();
    }

    /** The first line that begins so; waits for it. */
    public synchronized String says(String start) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Predicate<String> fits = line -> line.startsWith(start);
        while (said.stream().noneMatch(fits)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new AssertionError("it never said «" + start + "» but:\n" + String.join("\n", said));
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return said.stream().filter(fits).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
