package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves the company, by the word of one platform. */
class LeaverTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final Engine engine = new Engine(
            database,
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of())),
            CompanyClock.real(ZoneId.of("Asia/Shanghai")),
            Map.of());

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    @Test
    void a_leaver_is_a_stranger_at_once_but_only_on_that_platform() {
        assertThat(press("feishu", "ou_lilei").toast()).isEmpty();
        does("feishu", "ou_lilei", new Inbound.Left());
        does("feishu", "ou_lilei", new Inbound.Left());

        Answer refused = press("feishu", "ou_lilei");
        assertThat(refused.done()).isFalse();
        assertThat(refused.toast()).hasValue("还不认识你的账号(ou_lilei)。请把它发给管理员 赵工,由管理员写进组织名单(organisation.yml)里你的名下。");
        assertThat(press("dingtalk", "u-lilei").toast()).isEmpty();
        assertThat(press("feishu", "ou_hanmei").toast()).isEmpty();
    }

    @Test
    void whom_the_platform_lists_again_may_speak_again() {
        does("dingtalk", "u-lilei", new Inbound.Left());
        assertThat(press("dingtalk", "u-lilei").toast()).isPresent();
        database.inTransaction(books -> {
            books.leavers().isBack("dingtalk", "u-lilei");
            return null;
        });
        assertThat(press("dingtalk", "u-lilei").toast()).isEmpty();
    }

    private Answer press(String platform, String account) {
        return does(platform, account, new Inbound.Press("待办", 0, Map.of(), "m-1"));
    }

    private Answer does(String platform, String account, Inbound.Said said) {
        Chat single = new Chat(platform, account, Chat.Kind.SINGLE, "");
        return engine.desk().receive(new Inbound(platform, UUID.randomUUID().toString(), account, single, said, NOW));
    }
}
