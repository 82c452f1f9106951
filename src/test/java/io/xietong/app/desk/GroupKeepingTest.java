package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiChatGroups.Kept;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Project;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A project's own chat group: made once when it starts, and kept in step with its members and its name. */
class GroupKeepingTest {

    private static final ItemNumber XM = new ItemNumber(ItemKind.PROJECT, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T01:00:00Z"));
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final FakePlatform feishu = new FakePlatform("feishu");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final Courier courier = new Courier(
            database, company, Map.of("feishu", feishu), clock, company.policy().courier());
    private final Desk desk = new Desk(database, company, Phrases.book(), clock, List::of, () -> {}, List.of());

    @AfterEach
    void close() {
        courier.close();
        database.close();
    }

    private void says(String account, String text) {
        Chat single = new Chat("feishu", account, Chat.Kind.SINGLE, "");
        desk.receive(new Inbound(
                "feishu", UUID.randomUUID().toString(), account, single, new Inbound.Text(text), now.get()));
        courier.untilIdle();
    }

    private void accepted() {
        says("ou_lilei", "立项 新品上市\n牵头 韩梅\n设计评审 2026-12-15 设计部+市场部 设计稿\n量产 2027-01-20 生产部 首批");
        for (String head : List.of("ou_zhangwei", "ou_zhaomin", "ou_zhengqiang")) says(head, "签署 XM-1");
        assertThat(feishu.grouped).isEmpty();
        says("ou_hanmei", "承担 XM-1");
    }

    private String directory(String account) {
        says(account, "群组");
        return feishu.taken.stream()
                .filter(delivery -> delivery.chat().id().equals(account))
                .map(delivery -> delivery.content().toString())
                .filter(card -> card.contains("title=群组"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void the_directory_names_groups_to_those_who_may_see_what_they_belong_to_and_says_how_to_join() {
        assertThat(directory("ou_hanmei")).contains("还没有你能看到的群");
        accepted();
        assertThat(directory("ou_hanmei"))
                .contains("你能看到的群 1 个", "XM-1 新品上市 · 市场部 · 飞书 · 4 人。 你在群里。")
                .contains("id=show-XM-1");
        assertThat(directory("ou_zhaomin")).contains("想加入请找牵头人 韩梅,由 韩梅 说「成员 XM-1 加入 赵敏」。");
        assertThat(directory("ou_guojing")).contains("还没有你能看到的群").doesNotContain("新品上市");
        says("ou_hanmei", "结项 XM-1 确认 做完了");
        assertThat(directory("ou_hanmei")).contains("还没有你能看到的群");
    }

    private Project project() {
        return database.read(books -> books.projects().find(XM)).orElseThrow().item();
    }

    private Kept kept() {
        return database.read(books -> books.groups().of(XM)).orElseThrow();
    }

    @Test
    void it_is_made_when_the_project_starts_and_the_card_stands_in_it() {
        accepted();
        assertThat(feishu.grouped)
                .containsExactly("create group-XM-1 XM-1 新品上市 ou_hanmei [ou_hetao, ou_lilei, ou_zhoujie]");
        Chat group = new Chat("feishu", "oc_group-XM-1", Chat.Kind.GROUP, "XM-1 新品上市");
        assertThat(project().chat()).isEqualTo(group);
        assertThat(kept()).isEqualTo(new Kept(XM, group, Set.of("han.mei", "he.tao", "li.lei", "zhou.jie")));
        assertThat(feishu.taken).anyMatch(sent -> sent.chat().id().equals(group.id()));
    }

    @Test
    void members_lead_and_name_are_kept_in_step() {
        accepted();
        feishu.grouped.clear();
        says("ou_hanmei", "成员 XM-1 加入 许宁");
        says("ou_hanmei", "成员 XM-1 退出 何涛");
        says("ou_hanmei", "改名 XM-1 新品上市二期");
        says("ou_zhangwei", "牵头 XM-1 王芳");
        says("ou_hanmei", "评论 XM-1 交接完成");
        assertThat(feishu.grouped)
                .containsExactly(
                        "add oc_group-XM-1 [ou_xuning]",
                        "remove oc_group-XM-1 [ou_hetao]",
                        "rename oc_group-XM-1 XM-1 新品上市二期",
                        "add oc_group-XM-1 [ou_wangfang]");
        assertThat(kept().members()).containsExactlyInAnyOrder("han.mei", "wang.fang", "li.lei", "xu.ning", "zhou.jie");
    }

    @Test
    void at_the_end_its_name_says_so_and_everybody_stays() {
        accepted();
        Set<String> members = kept().members();
        feishu.grouped.clear();
        says("ou_hanmei", "结项 XM-1 确认 如期上市");
        says("ou_hanmei", "归档 XM-1");
        assertThat(feishu.grouped).containsExactly("rename oc_group-XM-1 XM-1 新品上市「已结项」");
        assertThat(kept().members()).isEqualTo(members);
    }

    @Test
    void none_is_made_for_a_project_that_ends_before_it_starts() {
        says("ou_lilei", "立项 新品上市\n牵头 韩梅\n设计评审 2026-12-15 设计部+市场部 设计稿\n量产 2027-01-20 生产部 首批");
        says("ou_lilei", "取消 XM-1 确认 没有市场");
        assertThat(project().isOpen()).isFalse();
        assertThat(feishu.grouped).isEmpty();
    }

    @Test
    void what_failed_is_tried_again_with_the_same_key_and_meanwhile_the_project_goes_on() {
        feishu.behaves(
                delivery -> delivery.chat().isGroup() ? NotSent.tryAgain("busy") : new Sent("msg-" + delivery.key()));
        accepted();
        assertThat(project().chat().id()).isEqualTo("ou_lilei");
        feishu.isWell();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(10)));
        courier.untilIdle();
        assertThat(feishu.grouped).hasSize(2).allMatch(asked -> asked.startsWith("create group-XM-1 "));
        assertThat(project().chat().id()).isEqualTo("oc_group-XM-1");
    }
}
