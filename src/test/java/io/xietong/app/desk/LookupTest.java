package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.search.Sought;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each node's index holds what the shared database holds, whoever wrote it and whenever the node was started. */
class LookupTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final Database writing = Database.open(url, "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final Desk desk =
            new Desk(writing, company, Phrases.book(), Clock.fixed(NOW, ZoneOffset.UTC), List::of, () -> {}, List.of());

    @AfterEach
    void close() {
        writing.close();
    }

    private void asks(String text) {
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        desk.receive(new Inbound(
                "sandbox", UUID.randomUUID().toString(), "li.lei", chat, new Inbound.Text("求助 设计部 " + text), NOW));
    }

    private List<String> found(Database node, String word) {
        assertThat(Lookup.inPart(node, company.get(), PATIENCE)).isTrue();
        Sought sought = new Sought(Sought.parts(word), Map.of(), Set.of());
        return node.read(books -> books.search().find(sought, false, 0, 5_000)).stream()
                .map(ItemNumber::toString)
                .toList();
    }

    @Test
    void a_node_that_starts_takes_in_what_there_is_and_then_what_others_write() {
        asks("新品海报 周五");
        try (Database reading = Database.open(url, "sa", "", 5)) {
            assertThat(found(reading, "海报")).containsExactly("XQ-1");
            asks("海报展架 周五");
            asks("包装盒尺寸 周五");
            assertThat(found(reading, "海报")).containsExactlyInAnyOrder("XQ-1", "XQ-2");
            assertThat(found(reading, "包装")).containsExactly("XQ-3");
            assertThat(found(writing, "海报")).containsExactlyInAnyOrder("XQ-1", "XQ-2");
        }
    }

    @Test
    void a_node_whose_unread_changes_are_forgotten_reads_everything_anew() {
        asks("新品海报 周五");
        try (Database reading = Database.open(url, "sa", "", 5)) {
            assertThat(found(reading, "海报")).containsExactly("XQ-1");
            asks("展架一 周五");
            asks("展架二 周五");
            writing.inTransaction(books -> books.changes().forgetBefore(NOW.plusSeconds(1)));
            asks("展架三 周五");
            assertThat(found(reading, "展架")).hasSize(3);
        }
    }

    @Test
    void without_any_change_on_file_there_is_still_everything() {
        asks("新品海报 周五");
        writing.inTransaction(books -> books.changes().forgetBefore(NOW.plusSeconds(1)));
        try (Database reading = Database.open(url, "sa", "", 5)) {
            assertThat(found(reading, "海报")).containsExactly("XQ-1");
            asks("海报展架 周五");
            assertThat(found(reading, "海报")).hasSize(2);
        }
    }
}
