package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 周洁 has accounts on Feishu, WeCom and DingTalk; the company uses the first and the last. */
class PreferredPlatformTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final FakePlatform feishu = new FakePlatform("feishu");
    private final FakePlatform dingtalk = new FakePlatform("dingtalk");
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final Engine engine = new Engine(
            database,
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of())),
            CompanyClock.kept(database, Clock.fixed(NOW, SHANGHAI), SHANGHAI),
            platforms());

    private Map<String, ChatPlatform> platforms() {
        Map<String, ChatPlatform> platforms = new LinkedHashMap<>();
        platforms.put("feishu", feishu);
        platforms.put("dingtalk", dingtalk);
        return platforms;
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private Answer does(String platform, String account, Inbound.Said said, Chat chat) {
        Answer answer =
                engine.desk().receive(new Inbound(platform, UUID.randomUUID().toString(), account, chat, said, NOW));
        engine.courier().untilIdle();
        return answer;
    }

    private void says(String platform, String account, String text) {
        does(platform, account, new Inbound.Text(text), new Chat(platform, account, Chat.Kind.SINGLE, ""));
    }

    /** 李雷, who has spoken on Feishu alone, asks her department. @return where she got the request */
    private List<String> reachedOn(String need) {
        says("feishu", "ou_lilei", "求助 设计部 " + need + " 周五");
        List<String> feishus = to(feishu, "ou_zhoujie").stream()
                .filter(text -> text.contains(need))
                .map(text -> "feishu")
                .toList();
        List<String> dingtalks = to(dingtalk, "u-zhoujie").stream()
                .filter(text -> text.contains(need))
                .map(text -> "dingtalk")
                .toList();
        return feishus.isEmpty() ? dingtalks : feishus;
    }

    private static List<String> to(FakePlatform platform, String chat) {
        return platform.taken.stream()
                .filter(delivery -> delivery.chat().id().equals(chat))
                .map(delivery -> delivery.content().toString())
                .toList();
    }

    private static String last(FakePlatform platform, String chat) {
        List<String> all = to(platform, chat);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    @Test
    void somebody_who_never_spoke_is_reached_on_the_first_platform_and_then_where_they_spoke_last() {
        assertThat(reachedOn("海报甲")).containsExactly("feishu");
        says("dingtalk", "u-zhoujie", "待办");
        assertThat(reachedOn("海报乙")).containsExactly("dingtalk");
        says("feishu", "ou_zhoujie", "待办");
        assertThat(reachedOn("海报丙")).containsExactly("feishu");
    }

    @Test
    void a_choice_stands_wherever_one_speaks_until_it_is_given_up() {
        says("dingtalk", "u-zhoujie", "设置 平台 飞书");
        assertThat(last(dingtalk, "u-zhoujie")).contains("每日摘要开,消息发到飞书。");
        says("dingtalk", "u-zhoujie", "待办");
        assertThat(reachedOn("海报甲")).containsExactly("feishu");

        says("dingtalk", "u-zhoujie", "settings english");
        says("dingtalk", "u-zhoujie", "settings platform auto");
        assertThat(last(dingtalk, "u-zhoujie")).contains("messages to where you spoke last");
        assertThat(reachedOn("海报乙")).containsExactly("dingtalk");
    }

    @Test
    void a_platform_that_is_not_used_is_refused_with_what_can_be_chosen() {
        says("dingtalk", "u-zhoujie", "设置 平台 企业微信");
        assertThat(last(dingtalk, "u-zhoujie")).contains("在企业微信联系不到你。可以选:飞书、钉钉。");
        says("dingtalk", "u-zhoujie", "设置 平台 微信");
        assertThat(last(dingtalk, "u-zhoujie")).contains("请写明在哪个平台收消息");
        assertThat(reachedOn("海报甲")).containsExactly("dingtalk");
    }

    @Test
    void the_card_offers_the_choice_and_takes_it() {
        says("dingtalk", "u-zhoujie", "设置");
        assertThat(last(dingtalk, "u-zhoujie"))
                .contains("在哪里收消息", "最近说话的平台", "飞书", "钉钉")
                .doesNotContain("企业微信");

        Inbound.Press save = new Inbound.Press(
                "设置",
                0,
                Map.of("language", "zh-CN", "quiet", "20:00-08:30", "digest", "yes", "platform", "feishu"),
                "m");
        Answer saved = does("dingtalk", "u-zhoujie", save, new Chat("dingtalk", "u-zhoujie", Chat.Kind.SINGLE, ""));
        assertThat(saved.toast()).hasValueSatisfying(toast -> assertThat(toast).contains("消息发到飞书"));
        assertThat(reachedOn("海报甲")).containsExactly("feishu");
    }

    @Test
    void what_is_asked_in_a_group_is_answered_on_that_platform_whatever_was_chosen() {
        says("feishu", "ou_zhoujie", "设置 平台 飞书");
        Chat group = new Chat("dingtalk", "cid1", Chat.Kind.GROUP, "项目群");
        does("dingtalk", "u-zhoujie", new Inbound.Text("待办"), group);
        assertThat(last(dingtalk, "u-zhoujie")).contains("待办");
    }

    @Test
    void who_has_left_the_chosen_platform_is_reached_on_the_next_and_after_the_last_nowhere() {
        says("feishu", "ou_zhoujie", "设置 平台 飞书");
        leaves("feishu", "ou_zhoujie");
        assertThat(reachedOn("海报甲")).containsExactly("dingtalk");

        leaves("dingtalk", "u-zhoujie");
        assertThat(reachedOn("海报乙")).isEmpty();
        assertThat(database.read(books -> books.outbox().counts()).get("DEAD")).isPositive();
    }

    private void leaves(String platform, String account) {
        does(platform, account, new Inbound.Left(), new Chat(platform, account, Chat.Kind.SINGLE, ""));
    }
}
