package io.xietong.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.JdbiException;

/** Copies of an H2 file: where it lies, how it is copied while it is open, and how a copy is unpacked. */
final class FileCopies {

    private static final String COPIED_AT = "copied.at";
    static final String ENDING = ".mv.db";

    private FileCopies() {}

    /** The file of an H2 database; empty for one in memory and for servers. */
    static Optional<Path> file(String url) {
        if (!url.startsWith("jdbc:h2:")) return Optional.empty();
        String place = url.split(";")[0].substring("jdbc:h2:".length()).replaceFirst("^(file:|async:)", "");
        if (place.startsWith("mem:")) return Optional.empty();
        if (place.startsWith("~")) place = System.getProperty("user.home") + place.substring(1);
        return Optional.of(Path.of(place + ENDING).toAbsolutePath());
    }

    /** The address of the same database with another file. */
    static String url(String url, Path file) {
        String[] parts = url.split(";", 2);
        String name = file.toString();
        String place = "jdbc:h2:file:" + name.substring(0, name.length() - ENDING.length());
        return parts.length == 1 ? place : place + ";" + parts[1];
    }

    /** What is committed when this begins is in the copy; who wants to change something waits meanwhile. The copy is there whole or not at all. */
    static void write(Database database, WholeFile file, Path to, Instant now) {
        database.inTransaction(books -> {
            books.company().set(COPIED_AT, now.toString());
            return null;
        });
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            file.write("BACKUP TO '" + part.toString().replace("'", "''") + "'");
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (JdbiException e) {
            throw new IllegalStateException("the database cannot be copied to " + to, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the copy was made that this database is; empty for one that never was copied. */
    static Optional<Instant> copiedAt(JdbiCompanyState state) {
        return state.get(COPIED_AT).map(Instant::parse);
    }

    /** Whether there was a database in the archive. */
    static boolean unpack(Path archive, Path to) {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith(ENDING)) continue;
                Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
