package io.xietong.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Copies of the demo configuration, with changes. */
final class Files {

    private static final Path CONFIG = Path.of("..", "config");

    private Files() {}

    /** The demo configuration in another folder, one file of it changed. */
    static void copy(Path folder, String changed, UnaryOperator<String> change) {
        try {
            java.nio.file.Files.createDirectories(folder.resolve("calendar"));
            for (String file : new String[] {"xietong.yml", "policy.yml", "organisation.yml", "calendar/company.yml"}) {
                String text = java.nio.file.Files.readString(CONFIG.resolve(file));
                java.nio.file.Files.writeString(folder.resolve(file), file.equals(changed) ? change.apply(text) : text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
