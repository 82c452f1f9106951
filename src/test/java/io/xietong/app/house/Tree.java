package io.xietong.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own files, as they lie in its folder. */
final class Tree {

    private static final Set<String> NOT_OURS =
            Set.of("target", "data", ".git", ".idea", ".vscode", "node_modules", ".cifuzz-corpus");

    private Tree() {}

    /** The folder that holds scripts/ and README.md, wherever the tests were started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("scripts/test"))) folder = folder.getParent();
        return folder;
    }

    static Path path(String name) {
        return root().resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Every file that is written by hand; not what was built, and nothing binary. */
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> parts(file).noneMatch(NOT_OURS::contains))
                    .filter(file -> parts(file).noneMatch(part -> part.endsWith("FuzzInputs")))
                    .filter(file -> !file.toString().matches(".*\\.(png|ico|jar|log|iml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources of the program, without its tests. */
    static List<Path> program() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> parts(file).anyMatch("main"::equals))
                .toList();
    }

    /** Relative to the root, with slashes. */
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    private static Stream<String> parts(Path file) {
        return Stream.of(name(file).split("/"));
    }
}
