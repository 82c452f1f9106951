package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the courier does when platforms fail, hang or are late (spec of sending in design.md section 2). */
class CourierTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CourierPolicy POLICY =
            new CourierPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), 300, 1, true);

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 12);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T01:00:00Z"), SHANGHAI);
    private final FakePlatform feishu = new FakePlatform("feishu");
    private final FakePlatform dingtalk = new FakePlatform("dingtalk");
    private final Company company = company();
    private Courier courier = courier(POLICY);

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

    private Courier courier(CourierPolicy policy) {
        Map<String, ChatPlatform> platforms = new LinkedHashMap<>();
        platforms.put("feishu", feishu);
        platforms.put("dingtalk", dingtalk);
        return new Courier(database, () -> company, platforms, clock, policy);
    }

    @AfterEach
    void closes() {
        courier.close();
        database.close();
    }

    private void post(Outgoing... messages) {
        List<JdbiOutbox.Entry> entries = new ArrayList<>();
        for (Outgoing message : messages) entries.add(new JdbiOutbox.Entry(message, clock.instant()));
        database.inTransaction(books -> {
            books.outbox().add(entries, clock.instant());
            return null;
        });
    }

    private static Outgoing toGroup(String platform, int number, String text) {
        Chat chat = new Chat(platform, "group-" + number, Chat.Kind.GROUP, "群" + number);
        return Outgoing.note(
                new Outgoing.ToChat(chat), Message.of("text.verbatim", text), Urgency.NORMAL, Optional.empty());
    }

    private static Outgoing toPerson(String person, String text, Urgency urgency, long item) {
        return Outgoing.note(
                new Outgoing.ToPerson(person),
                Message.of("text.verbatim", text),
                urgency,
                Optional.of(ItemNumber.request(item)));
    }

    private Map<String, Long> counts() {
        return database.read(books -> books.outbox().counts());
    }

    private void passTime(Duration whole, Duration step) {
        for (Duration passed = Duration.ZERO; passed.compareTo(whole) < 0; passed = passed.plus(step)) {
            clock.advance(step);
            courier.untilIdle();
        }
    }

    @Test
    void a_platform_that_hangs_does_not_stop_the_others() {
        CountDownLatch hang = new CountDownLatch(1);
        feishu.behaves(delivery -> {
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Sent("late-" + delivery.key());
        });
        post(IntStream.range(0, 60)
                .mapToObj(n -> toGroup("feishu", n, "飞书" + n))
                .toArray(Outgoing[]::new));
        courier.start();
        post(toGroup("dingtalk", 0, "钉钉"));
        courier.wake();
        await().atMost(Duration.ofSeconds(30)).until(() -> dingtalk.texts().contains("钉钉"));
        assertThat(feishu.taken).isEmpty();

        hang.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            courier.wake();
            return feishu.taken.size() == 60;
        });
        assertThat(feishu.texts()).doesNotHaveDuplicates();
    }

    @Test
    void an_outage_of_ten_minutes_costs_no_message_and_no_order() {
        feishu.behaves(delivery -> NotSent.tryAgain("503"));
        for (int item = 1; item <= 20; item++) {
            post(toPerson("li.lei", "先" + item, Urgency.NORMAL, item));
            post(toPerson("li.lei", "后" + item, Urgency.NORMAL, item));
        }
        courier.untilIdle();
        passTime(Duration.ofMinutes(10), Duration.ofSeconds(10));
        assertThat(counts()).containsExactly(Map.entry("WAITING", 40L));

        feishu.isWell();
        passTime(Duration.ofMinutes(30), Duration.ofSeconds(20));
        assertThat(counts()).isEmpty();
        List<String> texts = feishu.texts();
        assertThat(texts).hasSize(40).doesNotHaveDuplicates();
        for (int item = 1; item <= 20; item++)
            assertThat(texts.indexOf("先" + item)).isLessThan(texts.indexOf("后" + item));
    }

    @Test
    void a_message_that_is_refused_again_and_again_is_given_up_and_it_hears_of_it() {
        feishu.behaves(delivery ->
                delivery.chat().id().equals("ou_lilei") ? NotSent.tryAgain("busy") : new Sent("msg-" + delivery.key()));
        AtomicInteger others = new AtomicInteger();
        post(toPerson("li.lei", "坏", Urgency.NORMAL, 1));
        for (int round = 0; round < 60; round++) {
            post(toPerson("han.mei", "好" + round, Urgency.NORMAL, 2 + round));
            passTime(Duration.ofMinutes(2), Duration.ofMinutes(2));
            others.incrementAndGet();
        }
        assertThat(counts()).containsExactly(Map.entry("DEAD", 1L));
        assertThat(feishu.taken.stream().filter(d -> d.chat().id().equals("ou_hanmei")))
                .hasSize(others.get());
        assertThat(feishu.taken.stream()
                        .filter(d -> d.chat().id().equals("ou_zhaogong"))
                        .map(d -> ((ChatPlatform.PlainText) d.content()).text()))
                .singleElement()
                .asString()
                .contains("XQ-1", "李雷", "busy");
    }

    @Test
    void a_message_that_nobody_can_read_dies_alone() throws SQLException {
        post(toPerson("li.lei", "坏", Urgency.NORMAL, 1));
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE outbox SET body = '{', kind = 'SOMETHING'");
        }
        post(toPerson("li.lei", "好", Urgency.NORMAL, 2));
        courier.untilIdle();
        assertThat(feishu.texts()).containsExactly("好");
        passTime(Duration.ofHours(2), Duration.ofMinutes(5));
        assertThat(counts()).containsExactly(Map.entry("DEAD", 1L));
    }

    @Test
    void a_person_without_an_account_is_a_dead_letter_at_once() {
        Chat elsewhere = new Chat("wecom", "x", Chat.Kind.GROUP, "企微群");
        post(Outgoing.note(
                new Outgoing.ToChat(elsewhere), Message.of("text.verbatim", "x"), Urgency.NORMAL, Optional.empty()));
        courier.untilIdle();
        assertThat(counts()).containsEntry("DEAD", 1L);
        assertThat(feishu.texts()).singleElement().asString().contains("企微群");
    }

    @Test
    void more_than_a_chat_takes_in_a_minute_waits_and_keeps_its_order() {
        courier.close();
        courier = courier(new CourierPolicy(8, Duration.ofSeconds(2), Duration.ofMinutes(10), 20, 1, true));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            post(toGroup("feishu", 1, "第" + i));
            expected.add("第" + i);
        }
        courier.untilIdle();
        assertThat(feishu.taken).hasSize(20);
        passTime(Duration.ofMinutes(3), Duration.ofSeconds(1));
        assertThat(feishu.texts()).containsExactlyElementsOf(expected);
    }

    @Test
    void a_platform_that_asks_to_wait_is_left_alone_so_long_and_others_are_not() {
        feishu.behaves(delivery -> delivery.chat().id().equals("group-1")
                ? new NotSent(NotSent.Kind.TRY_AGAIN, "429", Optional.of(Duration.ofSeconds(30)))
                : new Sent("m"));
        post(toGroup("feishu", 1, "一"), toGroup("feishu", 2, "二"));
        courier.untilIdle();
        assertThat(feishu.texts()).containsExactly("二");
        feishu.isWell();
        passTime(Duration.ofSeconds(29), Duration.ofSeconds(1));
        assertThat(feishu.texts()).containsExactly("二");
        passTime(Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(feishu.texts()).containsExactly("二", "一");
    }

    @Test
    void low_news_about_several_items_come_as_one_card() {
        post(toPerson("li.lei", "一", Urgency.LOW, 1), toPerson("li.lei", "二", Urgency.LOW, 2));
        post(toPerson("han.mei", "别人", Urgency.LOW, 1));
        courier.untilIdle();
        assertThat(feishu.taken).hasSize(2);
        assertThat(counts()).isEmpty();
    }

    @Test
    void a_platform_that_throws_is_tried_again() {
        AtomicInteger calls = new AtomicInteger();
        feishu.behaves(delivery -> {
            if (calls.incrementAndGet() < 3) throw new IllegalStateException("broken adapter");
            return new Sent("m");
        });
        post(toGroup("feishu", 1, "一"));
        courier.untilIdle();
        passTime(Duration.ofMinutes(1), Duration.ofSeconds(5));
        assertThat(feishu.texts()).containsExactly("一");
    }

    @Test
    void what_is_in_flight_when_it_closes_is_finished_and_the_rest_is_free_for_the_next() {
        CountDownLatch sending = new CountDownLatch(1);
        feishu.behaves(delivery -> {
            sending.countDown();
            return new Sent("msg-" + delivery.key());
        });
        post(IntStream.range(0, 200)
                .mapToObj(n -> toGroup("feishu", n, "第" + n))
                .toArray(Outgoing[]::new));
        courier.start();
        await().until(() -> sending.getCount() == 0);
        courier.close();
        int before = feishu.taken.size();
        courier = courier(POLICY);
        courier.untilIdle();
        assertThat(before).isLessThanOrEqualTo(200);
        assertThat(feishu.texts()).hasSize(200).doesNotHaveDuplicates();
        assertThat(counts()).isEmpty();
    }

    /** A clock that moves when it is told. */
    private static final class MovingClock extends Clock {
        private volatile Instant now;
        private final ZoneId zone;

        MovingClock(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new MovingClock(now, other);
        }
    }
}
