package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a platform that can change no card: which changes bring a new one, and to whom. */
class ReissueTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Chat GROUP = new Chat("feishu", "oc_launch", Chat.Kind.GROUP, "新品上市项目群");

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakePlatform feishu = new FakePlatform("feishu");
    private final Courier courier = new Courier(
            database, company, Map.of("feishu", feishu), clock, company.policy().courier());
    private final Desk desk = new Desk(database, company, Phrases.book(), clock, List::of, () -> {}, List.of());

    @BeforeEach
    void a_request_stands_in_a_group_and_nothing_can_be_changed_there() {
        feishu.behaves(delivery -> delivery.key().startsWith("u")
                ? new NotSent(NotSent.Kind.CARD_EXPIRED, "as it is", Optional.empty())
                : new Sent("msg-" + delivery.key()));
        says("ou_lilei", GROUP, "求助 设计部 展会海报 周五");
        assertThat(got(GROUP.id())).isEqualTo(1);
        assertThat(got("ou_zhoujie")).isEqualTo(1);
        feishu.taken.clear();
    }

    @AfterEach
    void close() {
        courier.close();
        database.close();
    }

    private void says(String account, Chat chat, String text) {
        desk.receive(new Inbound("feishu", UUID.randomUUID().toString(), account, chat, new Inbound.Text(text), NOW));
        courier.untilIdle();
    }

    private void saysAlone(String account, String text) {
        says(account, new Chat("feishu", account, Chat.Kind.SINGLE, ""), text);
    }

    private long got(String chat) {
        return feishu.taken.stream()
                .filter(delivery -> delivery.chat().id().equals(chat))
                .count();
    }

    @Test
    void a_comment_leaves_the_old_card_where_it_is() {
        saysAlone("ou_zhoujie", "评论 XQ-1 看到了");
        assertThat(got(GROUP.id())).isZero();
    }

    @Test
    void another_state_brings_a_new_card_once() {
        saysAlone("ou_zhoujie", "评论 XQ-1 看到了");
        saysAlone("ou_zhoujie", "受理 XQ-1 周五");
        assertThat(got(GROUP.id())).isEqualTo(1);
        saysAlone("ou_zhoujie", "评论 XQ-1 开工了");
        assertThat(got(GROUP.id())).isEqualTo(1);
    }

    @Test
    void of_several_cards_in_a_chat_the_newest_is_sent_anew() {
        says("ou_lilei", GROUP, "XQ-1");
        assertThat(got(GROUP.id())).isEqualTo(1);
        saysAlone("ou_zhoujie", "受理 XQ-1 周五");
        assertThat(got(GROUP.id())).isEqualTo(2);
    }

    @Test
    void another_due_time_brings_a_new_card() {
        saysAlone("ou_zhoujie", "受理 XQ-1 周五");
        saysAlone("ou_zhoujie", "受理 XQ-1 下周一");
        assertThat(got(GROUP.id())).isEqualTo(2);
    }

    @Test
    void the_end_brings_a_new_card_too() {
        saysAlone("ou_lilei", "撤回 XQ-1 确认");
        assertThat(got(GROUP.id())).isEqualTo(1);
    }

    @Test
    void who_hears_of_it_by_news_gets_no_card_beside_it() {
        saysAlone("ou_zhoujie", "受理 XQ-1 周五");
        assertThat(got("ou_lilei")).as("that it was accepted").isEqualTo(1);
        assertThat(got("ou_zhoujie")).as("the answer to what was said").isEqualTo(1);
        saysAlone("ou_zhoujie", "受理 XQ-1 下周一");
        assertThat(got("ou_lilei")).isEqualTo(2);
        assertThat(got("ou_zhoujie")).isEqualTo(2);
    }
}
