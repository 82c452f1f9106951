package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notice to the whole company: what one reader does costs the same, however many there are. */
class ManyReadersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final FakePlatform platform = new FakePlatform("sandbox");
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final Engine engine = new Engine(
            database,
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of())),
            CompanyClock.kept(database, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")), ZoneId.of("Asia/Shanghai")),
            Map.of("sandbox", platform));

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private void presses(String person, String phrase, Map<String, String> form) {
        Chat single = new Chat("sandbox", person, Chat.Kind.SINGLE, "");
        Inbound.Press press = new Inbound.Press(phrase, 0, form, "m");
        assertThat(engine.desk()
                        .receive(new Inbound("sandbox", UUID.randomUUID().toString(), person, single, press, NOW))
                        .done())
                .isTrue();
        engine.courier().untilIdle();
    }

    @Test
    void a_receipt_changes_the_cards_of_who_gave_it_and_of_who_counts_them_and_the_last_one_all() {
        presses("sun.mi", "公告", Map.of("text", "盘点", "kind", "TASK", "audience", "市场部", "must", "yes", "at", ""));
        platform.updated.clear();
        presses("li.lei", "确认 GG-1", Map.of());
        assertThat(platform.updated).as("li.lei and sun.mi").hasSize(2);
        for (String other : new String[] {"han.mei", "wang.fang"}) presses(other, "确认 GG-1", Map.of());
        platform.updated.clear();
        presses("zhang.wei", "确认 GG-1", Map.of());
        assertThat(platform.updated).as("it waits for nobody any more").hasSize(5);
    }
}
