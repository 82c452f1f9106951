package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk does when it cannot do its work: a sentence, never silence, and nothing half done. */
class DeskTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));

    @AfterEach
    void close() {
        database.close();
    }

    private Desk desk(Phrasebook phrasebook) {
        return new Desk(
                database,
                company,
                phrasebook,
                Clock.fixed(NOW, ZoneOffset.UTC),
                company::readCalendarAgain,
                () -> {},
                List.of());
    }

    /** A phrasebook with a fault of the program in it. */
    private static Phrasebook broken() {
        return new Phrasebook(Phrases.book().phrases(), (hearing, text) -> {
            throw new IllegalStateException("a fault of the program");
        });
    }

    private static Inbound event(String id, Inbound.Said said) {
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        return new Inbound("sandbox", id, "li.lei", chat, said, NOW);
    }

    private List<JdbiOutbox.Line> outbox() {
        return database.read(books -> books.outbox().newest(50));
    }

    @Test
    void a_fault_of_the_program_is_answered_once_with_the_number_of_the_event() {
        Desk desk = desk(broken());
        Inbound text = event("a", new Inbound.Text("不知道说什么"));
        assertThat(desk.receive(text)).isEqualTo(Answer.NONE);
        assertThat(desk.receive(text)).isEqualTo(Answer.NONE);
        assertThat(desk(broken()).receive(text)).as("of another node").isEqualTo(Answer.NONE);
        assertThat(outbox()).hasSize(1);

        Answer pressed = desk.receive(event("b", new Inbound.Press("不知道说什么", 0, Map.of(), "m")));
        assertThat(pressed.toast())
                .hasValueSatisfying(
                        toast -> assertThat(toast).matches("出了意外,刚才的内容没有保存,请再试一次。还不行的话,把事件编号 [0-9a-f]{8} 告诉信息化部门。"));
    }

    @Test
    void while_the_database_is_out_of_reach_a_press_is_told_so_and_a_text_is_left_to_come_again() {
        Desk desk = desk(Phrases.book());
        database.close();
        Answer pressed = desk.receive(event("a", new Inbound.Press("待办", 0, Map.of(), "m")));
        assertThat(pressed.toast())
                .hasValueSatisfying(toast -> assertThat(toast).startsWith("系统"));
        Inbound text = event("b", new Inbound.Text("待办"));
        assertThatThrownBy(() -> desk.receive(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_second_delivery_of_an_event_gets_the_first_answer() {
        Desk desk = desk(Phrases.book());
        Inbound form = event("a", new Inbound.Press("求助", 0, Map.of("department", "design", "need", "海报"), "m"));
        Answer first = desk.receive(form);
        int messages = outbox().size();
        assertThat(first.toast()).contains("XQ-1 向 设计部 求助,由 周洁 接手");
        assertThat(desk.receive(form)).isEqualTo(first);
        assertThat(desk(Phrases.book()).receive(form)).as("of another node").isEqualTo(first);
        assertThat(outbox()).hasSize(messages);
    }
}
