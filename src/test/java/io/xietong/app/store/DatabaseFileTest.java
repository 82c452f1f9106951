package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 file: what it keeps, and what is said when it cannot be opened (faults.md rows 16, 17). */
class DatabaseFileTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("xietong.mv.db");
    }

    private Database open() {
        return Database.open("jdbc:h2:file:" + folder.resolve("xietong"), "sa", "", 5);
    }

    private void refusesToOpenAs(DatabaseFault.Kind kind) {
        assertThatThrownBy(() -> open().close())
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    /** H2 would write its faults into a file beside it. */
    @Test
    void a_new_database_is_one_file() throws IOException {
        open().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void what_was_kept_is_there_after_opening_again_and_numbers_go_on() {
        try (Database database = open()) {
            database.inTransaction(books -> Samples.keep(books, "海报", 1));
        }
        try (Database database = open()) {
            Stored<Request> next = database.inTransaction(books -> Samples.keep(books, "横幅", 1));
            assertThat(next.item().number()).isEqualTo(ItemNumber.request(2));
            int faults = database.read(books -> books.trail().verify().size());
            assertThat(faults).isZero();
        }
    }

    @Test
    void a_large_file_of_which_little_is_in_use_is_written_anew_when_it_is_opened() throws IOException {
        List<Long> kept;
        long size;
        try (Database database = open()) {
            kept = growWasteful(database);
            size = Files.size(file());
        }
        try (Database database = open()) {
            assertThat(Files.size(file())).isLessThan(size / 2);
            List<Long> found = database.read(books -> books.requests().open());
            assertThat(found).containsExactlyElementsOf(kept);
            database.inTransaction(books -> Samples.keep(books, "横幅", 1));
        }
    }

    private List<Long> growWasteful(Database database) throws IOException {
        List<Long> kept = new ArrayList<>();
        while (Files.size(file()) < 17_000_000) kept.add(keepOne(database));
        return kept;
    }

    private static long keepOne(Database database) {
        return database.inTransaction(books -> Samples.keep(books, "海报", 1))
                .item()
                .number()
                .serial();
    }

    @Test
    void a_wasteful_file_is_written_anew_while_others_read_and_write_it() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        Path left = folder.resolve("left.mv.db");
        Set<Long> told = ConcurrentHashMap.newKeySet();
        try (Database database = open()) {
            told.addAll(growWasteful(database));
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < 2; i++)
                others.add(crowd.submit(() -> {
                    while (!enough.get()) told.add(keepOne(database));
                }));
            for (int i = 0; i < 2; i++)
                others.add(crowd.submit(() -> {
                    while (!enough.get())
                        database.read(books -> books.requests().open());
                }));
            int before = told.size();
            Awaitility.await().until(() -> told.size() > before);
            database.shrink();
            assertThat(Files.size(file())).isLessThan(8_000_000);
            int after = told.size();
            Awaitility.await().until(() -> told.size() > after + 10);
            enough.set(true);
            for (Future<?> other : others) other.get();
            Files.copy(file(), left);
        } finally {
            crowd.shutdownNow();
        }
        try (Database found = Database.open("jdbc:h2:file:" + folder.resolve("left"), "sa", "", 2)) {
            List<Long> kept = found.read(books -> books.requests().open());
            assertThat(kept).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void a_wasteful_file_stays_as_it_is_while_somebody_goes_on_reading() throws Exception {
        try (Database database = open()) {
            growWasteful(database);
            try (Connection ignored = database.connection()) {
                database.shrink();
            }
            assertThat(Files.size(file())).isGreaterThan(16_000_000);
            keepOne(database);
            database.shrink();
            assertThat(Files.size(file())).isLessThan(8_000_000);
        }
    }

    /** A copy taken while the database is open is what a killed process leaves behind. */
    @Test
    void what_any_of_many_speakers_was_told_is_in_the_file_at_that_moment() throws Exception {
        int speakers = 8;
        ExecutorService crowd = Executors.newFixedThreadPool(speakers);
        Path left = folder.resolve("left.mv.db");
        Set<Long> told = ConcurrentHashMap.newKeySet();
        try (Database database = open()) {
            List<Callable<Boolean>> saying = Collections.nCopies(speakers, () -> {
                for (int i = 0; i < 20; i++)
                    told.add(database.inTransaction(books -> Samples.keep(books, "海报", 1))
                            .item()
                            .number()
                            .serial());
                return true;
            });
            for (Future<Boolean> said : crowd.invokeAll(saying))
                assertThat(said.get()).isTrue();
            Files.copy(file(), left);
        } finally {
            crowd.shutdownNow();
        }
        try (Database found = Database.open("jdbc:h2:file:" + folder.resolve("left"), "sa", "", 2)) {
            List<Long> kept = found.read(books -> books.requests().open());
            assertThat(kept).hasSize(speakers * 20).containsExactlyInAnyOrderElementsOf(told);
        }
    }

    /** Each of these is what a kill at that moment would leave behind. */
    @Test
    void every_change_is_in_the_file_whole_or_not_at_all_at_whatever_moment() throws Exception {
        leavesNoHalves(1, 20);
    }

    /** H2 writes by itself when it has counted some megabytes. */
    @Test
    void large_changes_are_in_the_file_whole_or_not_at_all_too() throws Exception {
        leavesNoHalves(400, 6);
    }

    /**
     * @param requests in each change
     * @param moments  how many are looked at
     */
    private void leavesNoHalves(int requests, int moments) throws Exception {
        List<Path> copies = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try (Database database = open()) {
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> speakers = new ArrayList<>();
            for (int i = 0; i < 8; i++)
                speakers.add(crowd.submit(() -> {
                    while (!enough.get())
                        database.inTransaction(books -> {
                            for (int r = 0; r < requests; r++) Samples.keep(books, "海报", 1);
                            return true;
                        });
                }));
            for (int i = 0; i < moments; i++) {
                copies.add(Files.copy(file(), folder.resolve("left" + i + ".mv.db")));
                int before = i;
                Awaitility.await()
                        .until(() ->
                                database.read(books -> books.requests().open()).size() > before);
            }
            enough.set(true);
            for (Future<?> speaker : speakers) speaker.get();
        } finally {
            crowd.shutdownNow();
        }
        for (Path copy : copies) assertThat(halves(copy)).as(copy.toString()).isEmpty();
    }

    /** The requests that lack rows which were written with them, and rows that lack their request. */
    private List<String> halves(Path copy) throws SQLException {
        String name = copy.toString().replace(".mv.db", "");
        List<String> halves = new ArrayList<>();
        try (Database found = Database.open("jdbc:h2:file:" + name, "sa", "", 2);
                Connection connection = found.connection();
                Statement statement = connection.createStatement()) {
            String requests = "SELECT CONCAT('XQ-', serial) FROM request";
            for (String table : List.of("trail_entry", "deadline")) {
                String items = "SELECT item FROM " + table;
                try (ResultSet row = statement.executeQuery(
                        "(%1$s EXCEPT %2$s) UNION (%2$s EXCEPT %1$s)".formatted(requests, items))) {
                    while (row.next()) halves.add(table + " " + row.getString(1));
                }
            }
        }
        return halves;
    }

    @Test
    void a_file_that_another_process_has_open_is_locked() throws IOException {
        open().close();
        try (FileChannel other = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();
            refusesToOpenAs(DatabaseFault.Kind.LOCKED);
        }
        open().close();
    }

    @Test
    void a_file_of_something_else_is_damaged() throws IOException {
        Files.writeString(file(), "这不是数据库 ".repeat(2_000));
        refusesToOpenAs(DatabaseFault.Kind.DAMAGED);
    }

    @Test
    void a_file_whose_middle_was_overwritten_is_damaged_or_its_trail_is_not_sound() throws IOException {
        try (Database database = open()) {
            for (int i = 0; i < 300; i++) database.inTransaction(books -> Samples.keep(books, "海报".repeat(50), 3));
        }
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 0, bytes.length * 9 / 10, (byte) 7);
        Files.write(file(), bytes);
        refusesToOpenAs(DatabaseFault.Kind.DAMAGED);
    }

    @Test
    void tables_of_a_newer_version_are_refused() throws SQLException {
        try (Database database = open();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO \"flyway_schema_history\" SELECT 999, '999', 'future', type,"
                    + " 'V999__future.sql', checksum, installed_by, installed_on, execution_time, success"
                    + " FROM \"flyway_schema_history\" WHERE \"installed_rank\" = 1");
        }
        refusesToOpenAs(DatabaseFault.Kind.VERSION);
    }

    @Test
    void a_database_that_does_not_answer_is_out_of_reach() {
        assertThatThrownBy(() -> Database.open("jdbc:mariadb://127.0.0.1:1/x?connectTimeout=200", "root", "", 2))
                .isInstanceOfSatisfying(
                        DatabaseFault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.UNREACHABLE));
    }

    @Test
    void a_wrong_password_is_out_of_reach_too() {
        open().close();
        assertThatThrownBy(() -> Database.open("jdbc:h2:file:" + folder.resolve("xietong"), "sa", "wrong", 2))
                .isInstanceOfSatisfying(
                        DatabaseFault.class,
                        fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.UNREACHABLE));
    }
}
