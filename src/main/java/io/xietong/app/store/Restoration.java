package io.xietong.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a copy in the place of an H2 database. The copy is unpacked beside it, brought up to date and checked first; what is in
 * its place stays beside it under another name. For one thread, while no server runs.
 */
public final class Restoration implements AutoCloseable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final String url;
    private final String user;
    private final String password;
    private final Path file;
    private final Path beside;

    /**
     * What a database holds.
     *
     * @param entries of all trails
     */
    public record Contents(long entries, Optional<Instant> newest) {
        static Contents of(Books books) {
            return new Contents(books.trail().count(), books.trail().newest());
        }
    }

    private Restoration(String url, String user, String password, Path file) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.file = file;
        String name = file.getFileName().toString().replace(FileCopies.ENDING, "");
        this.beside = file.resolveSibling(name + ".restoring" + FileCopies.ENDING);
    }

    /** @return empty when the address is not that of a file */
    public static Optional<Restoration> into(String url, String user, String password) {
        return FileCopies.file(url).map(file -> new Restoration(url, user, password, file));
    }

    /**
     * What is there now; empty when there is no database.
     *
     * @throws DatabaseFault when it is open elsewhere, or damaged
     */
    public Optional<Contents> present() {
        if (!Files.exists(file)) return Optional.empty();
        try (Database database = Database.open(url, user, password, 2)) {
            return Optional.of(database.read(Contents::of));
        }
    }

    /** Unpacks a copy beside the database; whether there was one in the archive. */
    public boolean unpack(Path archive) {
        try {
            Files.createDirectories(beside.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FileCopies.unpack(archive, beside);
    }

    private Database copy() {
        return Database.open(FileCopies.url(url, beside), user, password, 2);
    }

    /** What is wrong with the trails of the copy; nothing in a good one. */
    public List<JdbiTrail.TrailFault> faults() {
        try (Database copy = copy()) {
            return copy.read(books -> books.trail().verify());
        }
    }

    public Contents contents() {
        try (Database copy = copy()) {
            return copy.read(Contents::of);
        }
    }

    /**
     * Puts the copy in its place and notes in it what is missing.
     *
     * @param clock tells the company's time by what the copy says of it
     * @return where what was there is now, if anything was
     */
    public Optional<Path> put(Function<Database, Instant> clock) {
        Instant now;
        try (Database copy = copy()) {
            now = clock.apply(copy);
            note(copy, now);
        }
        try {
            Optional<Path> kept = Optional.empty();
            if (Files.exists(file)) {
                String name = file.getFileName().toString().replace(FileCopies.ENDING, "");
                Path before = file.resolveSibling(name + ".before-restore-" + MOMENT.format(now) + FileCopies.ENDING);
                kept = Optional.of(Files.move(file, before));
            }
            Files.move(beside, file);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Database copy, Instant now) {
        copy.inTransaction(books -> {
            note(books, now);
            return null;
        });
    }

    private static void note(Books books, Instant now) {
        JdbiCompanyState state = books.company();
        Instant from = FileCopies.copiedAt(state).or(books.trail()::newest).orElse(now);
        int notSent = books.outbox().forgetDue(now, "a copy was restored");
        new Restored(from, now, notSent).keep(state);
        books.nodes().forgetAll();
        books.skipNumbers();
    }

    /** Leaves nothing unpacked behind. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
