package io.xietong.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Copies of the demo configuration, with changes. */
final class Files {

    private static final Path CONFIG = Path.of("..", "config");

    private Files() {}

    /** The demo configuration without its regular meetings, whose messages are no part of other stories. */
    static Path quiet() {
        return Quiet.FOLDER;
    }

    private static final class Quiet {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = java.nio.file.Files.createTempDirectory("xietong-quiet");
                copy(folder, "policy.yml", text -> text);
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String withoutSeries(String policy) {
        return policy.replaceFirst("(?s)\\n  series:.*?(?=\\n\\n)", "\n  series: []");
    }

    /** The demo configuration without its regular meetings in another folder, one file of it changed. */
    static void copy(Path folder, String changed, UnaryOperator<String> change) {
        write(folder, (file, text) -> {
            String calm = file.equals("policy.yml") ? withoutSeries(text) : text;
            return file.equals(changed) ? change.apply(calm) : calm;
        });
    }

    /** All of the demo configuration in another folder. */
    static void copyWithMeetings(Path folder) {
        write(folder, (file, text) -> text);
    }

    /** @param change given a file's name and its text */
    private static void write(Path folder, BinaryOperator<String> change) {
        try {
            java.nio.file.Files.createDirectories(folder.resolve("calendar"));
            for (String file : new String[] {"xietong.yml", "policy.yml", "organisation.yml", "calendar/company.yml"}) {
                String text = java.nio.file.Files.readString(CONFIG.resolve(file));
                java.nio.file.Files.writeString(folder.resolve(file), change.apply(file, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes one file of a copy. */
    static void change(Path folder, String file, UnaryOperator<String> change) {
        try {
            Path path = folder.resolve(file);
            java.nio.file.Files.writeString(path, change.apply(java.nio.file.Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The people in {@code organisation.yml}, with one account for each of these, or for a whole department, on that platform. */
    static String eachOnOne(String organisation, Map<String, String> where) {
        StringBuilder lines = new StringBuilder();
        organisation.lines().forEach(line -> lines.append(onOne(line, where)).append('\n'));
        return lines.toString();
    }

    private static String onOne(String line, Map<String, String> where) {
        return where.entrySet().stream()
                .filter(entry -> line.contains("accounts:") && line.contains(" " + entry.getKey() + ","))
                .map(entry ->
                        line.replaceAll("accounts: \\{.*?(" + entry.getValue() + ": [\\w-]+).*", "accounts: { $1 } }"))
                .findFirst()
                .orElse(line);
    }
}
