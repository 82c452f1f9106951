package io.xietong.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program itself, from {@code scripts/run} to its first answer, and its memory when nobody speaks. */
final class Start {

    private static final int TIMES = Integer.getInteger("bench.times", 5);
    private static final int IDLE_MILLIS = 10_000;
    private static final double PROMISED_SECONDS = 2;
    private static final double PROMISED_MEGABYTES = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Table table;

    Start(Path folder, Table table) {
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            Path data = Files.createDirectories(folder.resolve("start-" + time));
            once(data, first, resident);
            once(data, again, resident);
        }
        row("start with an empty database", first, PROMISED_SECONDS, " s");
        row("start with a database", again, PROMISED_SECONDS, " s");
        row("resident memory, idle", resident, PROMISED_MEGABYTES, " MB");
    }

    private void row(String what, List<Double> reached, double promised, String unit) {
        double median = Figures.median(reached);
        table.row(what, Figures.of(median) + unit, promised + unit, Figures.of(median / promised), "≤ 1");
    }

    private void once(Path data, List<Double> seconds, List<Double> resident) throws Exception {
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder("scripts/run", "--port", String.valueOf(port));
        command.environment().put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + data.resolve("xietong"));
        command.redirectErrorStream(true);
        long from = System.nanoTime();
        Process process = command.start();
        try (BufferedReader said = process.inputReader()) {
            awaitAddress(said);
            ask(port);
            seconds.add((System.nanoTime() - from) / 1e9);
            Thread.sleep(IDLE_MILLIS);
            resident.add(megabytes(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Who asks again and again until there is an answer takes a quarter of two processors from what they wait for. */
    private static void awaitAddress(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("http://")) return;
            all.append(line).append('\n');
        }
        throw new IllegalStateException("no start: " + all);
    }

    private void ask(int port) throws IOException, InterruptedException {
        HttpRequest people = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/api/people"))
                .timeout(Duration.ofSeconds(5))
                .build();
        int status = client.send(people, BodyHandlers.discarding()).statusCode();
        if (status != 200) throw new IllegalStateException("answered " + status);
    }

    /** As the system counts it, shared libraries included. */
    private static double megabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
