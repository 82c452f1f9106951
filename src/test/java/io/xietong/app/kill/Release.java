package io.xietong.app.kill;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A release that comes after this one: the same program with more migrations and another version. */
final class Release {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String VERSION = "(?m)^Implementation-Version: .*$";

    private Release() {}

    /**
     * Makes its jar.
     *
     * @param migrations what is in each, by the name of its file
     */
    static Path jar(Path folder, String version, Map<String, String> migrations) throws IOException {
        Path jar = Files.copy(Node.JAR, folder.resolve("xietong-" + version + ".jar"));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Path manifest = inside.getPath(MANIFEST);
            String changed = Files.readString(manifest).replaceFirst(VERSION, "Implementation-Version: " + version);
            Files.writeString(manifest, changed);
            for (Map.Entry<String, String> migration : migrations.entrySet())
                Files.writeString(inside.getPath("db/migration", migration.getKey()), migration.getValue());
        }
        return jar;
    }
}
