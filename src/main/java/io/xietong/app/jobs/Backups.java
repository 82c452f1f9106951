package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiCompanyState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the database file while the program runs: once a night, when the file is written anew too, and whenever a file beside the
 * database asks for it, which is how the command line asks while the database is ours (decision 0034). One thread at a time.
 */
public final class Backups {

    /** How often to look. */
    public static final int EVERY_SECONDS = 2;

    /** Behind the database file's name: asks for a copy into the file that it names. */
    public static final String REQUEST = ".backup-request";

    /** Behind the database file's name: {@link #DONE}, or why there is no copy. */
    public static final String ANSWER = ".backup-answer";

    public static final String DONE = "done";

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final LocalTime AT = LocalTime.of(3, 30);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'xietong-'uuuuMMdd-HHmmss'.zip'");
    private static final String OURS = "xietong-\\d{8}-\\d{6}\\.zip";
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofHours(1);
    private static final int LONGEST_REASON = 300;

    private final Database database;
    private final Path file;
    private final Optional<Path> folder;
    private final int kept;
    private final CompanyClock company;
    private final Clock machine;
    private Instant notBefore = Instant.MIN;

    /**
     * @param file    the database's
     * @param folder  for nightly copies; empty for none
     * @param company the company's clock, whose zone the night is in
     * @param machine nights are real, whatever the company's clock says
     */
    public Backups(Database database, Path file, Optional<Path> folder, int kept, CompanyClock company, Clock machine) {
        this.database = database;
        this.file = file;
        this.folder = folder;
        this.kept = kept;
        this.company = company;
        this.machine = machine;
    }

    /** Makes the copies that are asked for or due. */
    public void ifDue() {
        Path request = Path.of(file + REQUEST);
        if (Files.exists(request)) serve(request);
        folder.ifPresent(this::nightly);
    }

    private void serve(Path request) {
        try {
            Path to = Path.of(Files.readString(request).strip());
            Files.delete(request);
            answer(copyNew(to));
        } catch (IOException e) {
            log.warn("a request for a copy cannot be read: {}", e.toString());
        }
    }

    private String copyNew(Path to) {
        if (Files.exists(to)) return to + " exists";
        try {
            database.copyTo(to, company.instant());
            return DONE;
        } catch (RuntimeException e) {
            log.warn("the database was not copied to {}", to, e);
            return String.valueOf(e.getMessage());
        }
    }

    private void answer(String text) throws IOException {
        Path part = Path.of(file + ANSWER + ".part");
        Files.writeString(part, text);
        Files.move(part, Path.of(file + ANSWER), StandardCopyOption.ATOMIC_MOVE);
    }

    private void nightly(Path to) {
        Instant now = machine.instant();
        if (now.isBefore(notBefore)) return;
        LocalDateTime here = LocalDateTime.ofInstant(now, company.getZone());
        LocalDateTime due = here.with(AT).isAfter(here) ? here.with(AT).minusDays(1) : here.with(AT);
        try {
            List<Path> copies = copies(to);
            if (!copies.isEmpty() && !isBefore(copies.get(copies.size() - 1), due)) return;
            database.copyTo(to.resolve(NAME.format(here)), company.instant());
            forgetOldest(copies(to));
            note("");
        } catch (IOException | RuntimeException e) {
            log.error("the nightly copy of the database failed, the next attempt is in an hour", e);
            notBefore = now.plus(PAUSE_AFTER_FAULT);
            note(String.valueOf(e.getMessage()));
            return;
        }
        database.shrink();
    }

    private static boolean isBefore(Path copy, LocalDateTime due) {
        return copy.getFileName().toString().compareTo(NAME.format(due)) < 0;
    }

    /** The nightly copies, the oldest first. */
    private static List<Path> copies(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(copy -> copy.getFileName().toString().matches(OURS))
                    .sorted(Comparator.comparing(copy -> copy.getFileName().toString()))
                    .toList();
        }
    }

    private void forgetOldest(List<Path> copies) {
        copies.stream().limit(Math.max(0, copies.size() - kept)).forEach(copy -> {
            try {
                Files.delete(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void note(String reason) {
        String shortened = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        database.inTransaction(books -> {
            books.company().set(JdbiCompanyState.BACKUP_FAILED, shortened);
            return null;
        });
    }
}
