package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code docs/year.tsv}: what the simulated year costs, from which the capacity page is made. {@code scripts/docs --year} writes it. */
final class YearCosts {

    /** Whether the year is counted to be written down. */
    static final String WRITE = "xietong.write-year";

    private static final Path FILE = Path.of("..", "docs", "year.tsv");

    private YearCosts() {}

    /** @param platform whose calls were counted; {@code sandbox} for what the company's own database holds */
    static void are(String platform, List<String> counted) throws IOException {
        if (Boolean.getBoolean(WRITE)) write(platform, counted);
        assertThat(Files.readAllLines(FILE).stream().filter(line -> of(line, platform)))
                .as("docs/year.tsv; scripts/docs --year writes it anew")
                .isEqualTo(counted);
    }

    private static boolean of(String line, String platform) {
        if (line.startsWith("#")) return false;
        boolean onPlatform = line.startsWith("calls\t") || line.startsWith("pushes\t");
        return onPlatform ? line.split("\t")[1].split(" ")[0].equals(platform) : platform.equals("sandbox");
    }

    private static void write(String platform, List<String> counted) throws IOException {
        List<String> others = Files.readAllLines(FILE).stream()
                .filter(line -> !of(line, platform))
                .toList();
        Files.write(FILE, Stream.concat(others.stream(), counted.stream()).toList());
    }
}
