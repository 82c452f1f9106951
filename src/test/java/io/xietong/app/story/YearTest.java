package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.xietong.app.store.Books;
import io.xietong.app.store.Items;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A year in the company, from February 2026 to the first of February 2027, with everything the company works with at once:
 * every message anybody gets in it is counted, by kind and reader, against {@code story/year.txt}.
 */
class YearTest {

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "(?!sandbox).*",
            disabledReason =
                    "tells of time, not of platforms: each kind of message has a story of its own on every platform")
    void nobody_gets_a_message_in_a_year_that_is_not_expected(@TempDir Path folder) throws Exception {
        Files.copyWithMeetings(folder);
        ListAppender<ILoggingEvent> log = listening();
        try (Office office = Office.of(folder, "2026-02-02T08:00:00")) {
            Postbag postbag = new Postbag();
            YearTally tally = new YearTally(office);
            Diary diary = new Diary(office);
            new Year(office, diary, folder).write();
            diary.daily("2026-02-02", "2027-02-01", "20:00", () -> postbag.look(office.database));
            diary.daily("2026-02-02", "2027-02-01", "20:00", tally::look);
            diary.live();

            java.nio.file.Files.write(Path.of("target", "year.txt"), postbag.table());
            assertThat(postbag.table()).containsExactlyInAnyOrderElementsOf(expected());
            assertThat(delivered(office)).isEqualTo(postbag.delivered());
            assertThat(postbag.undelivered()).isEmpty();
            assertThat(office.database.<List<?>>read(books -> books.trail().verify()))
                    .isEmpty();
            assertThat(clocksOfWhatIsClosed(office)).isEmpty();
            YearCosts.are("sandbox", tally.lines());
        } finally {
            root().detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static List<String> expected() throws IOException {
        try (var table = YearTest.class.getResourceAsStream("/story/year.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root().addAppender(log);
        return log;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static Map<String, Long> delivered(Office office) {
        return office.platform.unread().stream()
                .collect(Collectors.groupingBy(
                        message -> message.substring(0, message.indexOf(": ")), Collectors.counting()));
    }

    private static List<String> clocksOfWhatIsClosed(Office office) throws SQLException {
        List<String> closed = new ArrayList<>();
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM deadline WHERE next_at IS NOT NULL")) {
            while (row.next()) {
                ItemNumber item = ItemNumber.read(row.getString("item")).orElseThrow();
                boolean open = office.database
                        .read(books -> shelf(books, item.kind()).find(item))
                        .orElseThrow()
                        .item()
                        .isOpen();
                if (!open) closed.add(item + " " + row.getString("purpose"));
            }
        }
        return closed;
    }

    private static Items<?> shelf(Books books, ItemKind kind) {
        return switch (kind) {
            case REQUEST -> books.requests();
            case DISPUTE -> books.disputes();
            case ACTION_ITEM -> books.actionItems();
            case PROJECT -> books.projects();
            case GATE -> books.gates();
            case MEETING -> books.meetings();
            case NOTICE -> books.notices();
            case DOCUMENT -> books.documents();
        };
    }
}
