package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each rung once, however many sweep, and one clock that cannot ring silences no other. */
class SweepTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant OVERDUE = MORNING.plus(Duration.ofHours(24));

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 12);
    private final Company company = company();

    private static Company company() {
        Policy policy = Policy.read(CONFIG.resolve("policy.yml"));
        Organisation organisation =
                OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation();
        return new Company(
                organisation,
                new WorkCalendar(CalendarFiles.read(CONFIG.resolve("calendar"), organisation)),
                policy.features(),
                policy.talk(),
                "https://xietong.example");
    }

    @AfterEach
    void closes() {
        database.close();
    }

    private void file(int requests) {
        Clock clock = Clock.fixed(MORNING, SHANGHAI);
        Desk desk = new Desk(database, () -> company, Phrases.book(), clock, List::of, () -> {}, List.of());
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        for (int i = 0; i < requests; i++) {
            Inbound.Text text = new Inbound.Text("求助 设计部 海报第" + i + "版 周五");
            desk.receive(new Inbound("sandbox", "event-" + i, "li.lei", chat, text, MORNING));
        }
    }

    private Sweep sweep() {
        return sweepAt(OVERDUE);
    }

    private Sweep sweepAt(Instant now) {
        return new Sweep(database, () -> company, Clock.fixed(now, SHANGHAI), () -> {});
    }

    private List<String> rungs(long serial) {
        return database.read(books -> books.trail().of(ItemNumber.request(serial))).stream()
                .filter(entry -> entry.fact().equals("RungReached"))
                .map(entry -> entry.detail().replaceAll(".*\"rung\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void several_sweeps_at_once_ring_each_rung_exactly_once() throws Exception {
        ring_once(300);
    }

    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true", disabledReason = "takes a minute: -Dlong=true")
    void ten_thousand_clocks_that_are_due_at_once_ring_each_rung_exactly_once() throws Exception {
        ring_once(10_000);
    }

    private void ring_once(int requests) throws Exception {
        file(requests);
        int sweepers = 3;
        CyclicBarrier start = new CyclicBarrier(sweepers);
        ExecutorService crowd = Executors.newFixedThreadPool(sweepers);
        Callable<Integer> ring = () -> {
            start.await();
            return sweep().untilIdle();
        };
        for (Future<Integer> one : crowd.invokeAll(Collections.nCopies(sweepers, ring))) one.get();
        crowd.shutdown();
        sweep().untilIdle();
        for (int serial = 1; serial <= requests; serial++)
            assertThat(rungs(serial)).as("XQ-" + serial).containsExactly("50", "75", "90", "due");
    }

    @Test
    void a_machine_clock_that_jumps_a_day_ahead_and_back_again_rings_nothing_twice() {
        file(3);
        assertThat(sweepAt(MORNING.plus(Duration.ofHours(1))).untilIdle()).isZero();
        sweepAt(OVERDUE).untilIdle();
        for (Instant now : List.of(OVERDUE.minus(Duration.ofHours(2)), MORNING, OVERDUE, OVERDUE.plusSeconds(1)))
            assertThat(sweepAt(now).untilIdle()).as(now.toString()).isZero();
        for (long serial = 1; serial <= 3; serial++) assertThat(rungs(serial)).containsExactly("50", "75", "90", "due");
    }

    @Test
    void one_clock_that_cannot_ring_is_put_off_and_the_others_ring() throws SQLException {
        file(5);
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE request SET visibility = 'NONSENSE' WHERE serial = 3");
        }
        sweep().untilIdle();
        for (long serial : new long[] {1, 2, 4, 5}) assertThat(rungs(serial)).hasSize(4);
        assertThat(rungs(3)).isEmpty();
        List<ItemNumber> now = database.read(books -> books.deadlines().due(OVERDUE, 10));
        assertThat(now).isEmpty();
        List<ItemNumber> later = database.read(books -> books.deadlines().due(OVERDUE.plus(Duration.ofHours(1)), 10));
        assertThat(later).containsExactly(ItemNumber.request(3));
    }
}
