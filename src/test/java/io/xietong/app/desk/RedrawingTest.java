package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.Rate;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request whose card is in many groups of a platform that takes ten calls in a second. */
class RedrawingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final int GROUPS = 45;
    private static final int MOST = 10;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakePlatform dingtalk = new FakePlatform("dingtalk", new Rate(Rate.Scope.PLATFORM, MOST, SECOND));
    private final List<Instant> updates = new CopyOnWriteArrayList<>();
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyClock clock = CompanyClock.kept(database, Clock.fixed(NOW, SHANGHAI), SHANGHAI);
    private final Engine engine = new Engine(
            database,
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of())),
            clock,
            Map.of("dingtalk", dingtalk));

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private Receipt remembered(Delivery delivery) {
        if (delivery.chat().isGroup()) updates.add(clock.instant());
        return new Sent("msg-" + delivery.key());
    }

    private void says(String account, String text) {
        Chat single = new Chat("dingtalk", account, Chat.Kind.SINGLE, "");
        Inbound.Text said = new Inbound.Text(text);
        engine.desk().receive(new Inbound("dingtalk", UUID.randomUUID().toString(), account, single, said, NOW));
        engine.courier().untilIdle();
    }

    private void isShownInGroups() {
        database.inTransaction(books -> {
            for (int n = 0; n < GROUPS; n++) {
                Chat group = new Chat("dingtalk", "group-" + n, Chat.Kind.GROUP, "");
                books.places()
                        .add(new Place(
                                0,
                                ItemNumber.request(1),
                                Optional.empty(),
                                group,
                                "card-" + n,
                                Optional.empty(),
                                1,
                                NOW,
                                Optional.empty()));
            }
            return null;
        });
    }

    @Test
    void cards_are_drawn_anew_no_faster_than_the_platform_takes_it_and_not_much_slower() {
        says("u-lilei", "求助 设计部 新品海报 周五");
        isShownInGroups();
        dingtalk.behaves(this::remembered);
        says("u-zhoujie", "受理 XQ-1 周五");
        for (int steps = 0; steps < 100 && updates.size() < GROUPS; steps++) {
            Instant next = database.read(books -> books.outbox().nextDue(clock.instant()))
                    .orElseThrow();
            clock.set(next, database);
            engine.courier().untilIdle();
        }

        assertThat(updates).hasSize(GROUPS).isSorted();
        for (int last = MOST; last < GROUPS; last++)
            assertThat(Duration.between(updates.get(last - MOST), updates.get(last)))
                    .isGreaterThanOrEqualTo(SECOND);
        assertThat(updates.get(GROUPS - 1)).isBefore(NOW.plusSeconds(6));
    }
}
