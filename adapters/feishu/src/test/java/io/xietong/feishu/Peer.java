package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's program, and what it says on its output. */
final class Peer implements AutoCloseable {

    private static final Path NPM = Path.of("src", "test", "npm", "feishu");
    private static boolean installed;

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Peer(List<String> command, Path folder) {
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "peer");
        reader.setDaemon(true);
        reader.start();
    }

    /** A Java main class of the tests. */
    static Peer java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Peer(command, Path.of("."));
    }

    /** The official npm package, installed as its lock file says. */
    static Peer node(String... arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", "peer.cjs"));
        command.addAll(List.of(arguments));
        return new Peer(command, NPM);
    }

    private static synchronized void install() {
        if (installed) return;
        try (Peer install = new Peer(
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"), NPM)) {
            assertThat(install.process.waitFor())
                    .as(() -> String.join("\n", install.said))
                    .isZero();
            installed = true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("its output ended: " + e.getMessage());
        }
    }

    /** The first line that begins so; waits for it. */
    String says(String start) {
        await().untilAsserted(() -> assertThat(said).anyMatch(line -> line.startsWith(start)));
        return said.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
