package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiCalendarEvents.Kept;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meetings in the calendars of the platforms: one event on each, kept in step, and none twice. */
class CalendarKeepingTest {

    private static final ItemNumber HY = new ItemNumber(ItemKind.MEETING, 1);
    private static final Receipt MADE = new Sent("event-1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T01:00:00Z"));
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final FakePlatform feishu = new FakePlatform("feishu");
    private final FakePlatform wecom = new FakePlatform("wecom");
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
    private final Courier courier =
            new Courier(database, company, both(), clock, company.policy().courier());
    private final Desk desk =
            new Desk(database, company, Phrases.book(), clock, List::of, () -> {}, List.of("feishu", "wecom"));

    /** In the order in which people are reached on them. */
    private Map<String, ChatPlatform> both() {
        Map<String, ChatPlatform> both = new LinkedHashMap<>();
        both.put("feishu", feishu);
        both.put("wecom", wecom);
        return both;
    }

    @AfterEach
    void close() {
        courier.close();
        database.close();
    }

    private void says(String account, String text) {
        tells("feishu", account, text);
        courier.untilIdle();
    }

    private void tells(String platform, String account, String text) {
        Chat single = new Chat(platform, account, Chat.Kind.SINGLE, "");
        desk.receive(new Inbound(
                platform, UUID.randomUUID().toString(), account, single, new Inbound.Text(text), now.get()));
    }

    private void passes(Duration time) {
        now.updateAndGet(at -> at.plus(time));
        courier.untilIdle();
    }

    private void called() {
        says("ou_zhangwei", "开会 新品上市协调 周五 14:00 何涛 李雷");
    }

    private List<Kept> kept() {
        return database.read(books -> books.calendarEvents().of(HY));
    }

    private String onDuty() {
        says("ou_sunmi", "值守");
        return feishu.taken.stream()
                .filter(delivery -> delivery.chat().id().equals("ou_sunmi"))
                .map(delivery -> delivery.content().toString())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private long alarms() {
        return feishu.texts().stream()
                .filter(text -> text.contains("没能写进平台的日历"))
                .count();
    }

    @Test
    void a_platform_without_a_calendar_is_left_alone() {
        called();
        assertThat(kept()).isEmpty();
        assertThat(feishu.scheduled).isEmpty();
    }

    @Test
    void everybody_who_comes_has_it_once_where_their_messages_go() {
        feishu.schedules(what -> MADE);
        wecom.schedules(what -> new Sent("schedule-1"));
        tells("wecom", "hetao", "设置 平台 企业微信");
        called();
        assertThat(feishu.scheduled)
                .containsExactly(
                        "create event-HY-1-v1 新品上市协调 2026-11-27T06:00:00Z ou_zhangwei [ou_lilei, ou_zhangwei]");
        assertThat(wecom.scheduled).containsExactly("create event-HY-1-v1 新品上市协调 2026-11-27T06:00:00Z hetao [hetao]");
        assertThat(kept())
                .extracting(Kept::platform, one -> one.event().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("feishu", "event-1"),
                        org.assertj.core.groups.Tuple.tuple("wecom", "schedule-1"));
    }

    @Test
    void it_follows_its_time_and_its_people_and_leaves_what_does_not_concern_it() {
        feishu.schedules(what -> MADE);
        called();
        feishu.scheduled.clear();
        says("ou_hetao", "议题 HY-1 样机排期");
        says("ou_hetao", "参加 HY-1");
        assertThat(feishu.scheduled).isEmpty();
        says("ou_lilei", "委托 HY-1 韩梅 我去展会");
        says("ou_hetao", "请假 HY-1 出差");
        says("ou_zhangwei", "改期 HY-1 确认 下周一 15:00 样机晚到");
        says("ou_zhangwei", "取消 HY-1 确认 已书面解决");
        assertThat(feishu.scheduled)
                .containsExactly(
                        "change event-1 新品上市协调 2026-11-27T06:00:00Z ou_zhangwei [ou_hanmei, ou_hetao, ou_zhangwei]",
                        "change event-1 新品上市协调 2026-11-27T06:00:00Z ou_zhangwei [ou_hanmei, ou_zhangwei]",
                        "change event-1 新品上市协调 2026-11-30T07:00:00Z ou_zhangwei [ou_hetao, ou_lilei, ou_zhangwei]",
                        "cancel event-1");
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_may_have_been_made_is_asked_for_again_with_the_same_key() {
        feishu.schedules(what -> NotSent.tryAgain("the answer was lost"));
        called();
        assertThat(kept()).containsExactly(Kept.begun(HY, "feishu", "event-HY-1-v1", "ou_zhangwei"));
        feishu.schedules(what -> MADE);
        passes(Duration.ofMinutes(1));
        assertThat(feishu.scheduled).hasSize(2).last().asString().startsWith("create event-HY-1-v1 again ");
        assertThat(kept()).extracting(Kept::event).containsExactly(Optional.of("event-1"));
    }

    @Test
    void a_meeting_called_off_before_it_is_known_whether_its_event_was_made_leaves_none() {
        feishu.schedules(what -> NotSent.tryAgain("the answer was lost"));
        called();
        says("ou_zhangwei", "取消 HY-1 确认 已书面解决");
        feishu.schedules(what -> MADE);
        passes(Duration.ofMinutes(1));
        assertThat(feishu.scheduled).last().isEqualTo("cancel event-1");
        assertThat(kept()).isEmpty();
    }

    @Test
    void an_event_that_somebody_deleted_is_made_anew_when_the_meeting_changes() {
        feishu.schedules(what -> MADE);
        called();
        feishu.schedules(what -> what.equals("change")
                ? new NotSent(NotSent.Kind.CARD_EXPIRED, "gone", Optional.empty())
                : new Sent("event-2"));
        says("ou_zhangwei", "改期 HY-1 确认 下周一 15:00 样机晚到");
        assertThat(feishu.scheduled).last().asString().startsWith("create event-HY-1-v2 新品上市协调");
        assertThat(kept()).extracting(Kept::event).containsExactly(Optional.of("event-2"));
    }

    @Test
    void a_missing_permission_is_told_once_stands_on_the_desk_and_holds_up_no_message() {
        feishu.schedules(what -> new NotSent(NotSent.Kind.NEEDS_ADMIN, "code 99991672", Optional.empty()));
        called();
        says("ou_zhangwei", "改期 HY-1 确认 下周一 15:00 样机晚到");
        for (int meeting = 0; meeting < 8; meeting++) says("ou_zhangwei", "开会 例会 周五 1" + meeting + ":00 何涛");
        assertThat(feishu.scheduled).hasSize(10);
        assertThat(alarms()).isEqualTo(1);
        assertThat(onDuty())
                .contains("飞书不让协同写日历(code 99991672),9 个会议没有进它的日历;会议照常进行", "calendar:calendar:read")
                .doesNotContain("没能送达");

        feishu.schedules(what -> MADE);
        says("ou_sunmi", "重发 全部 确认");
        assertThat(onDuty()).doesNotContain("写日历");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void one_platform_that_fails_does_not_keep_the_other_old() {
        feishu.schedules(what -> NotSent.never("refused"));
        wecom.schedules(what -> new Sent("schedule-1"));
        tells("wecom", "hetao", "设置 平台 企业微信");
        called();
        assertThat(wecom.scheduled).hasSize(1);
        assertThat(onDuty()).contains("HY-1 没有进日历:feishu, calendar: refused");
    }

    @Test
    void who_has_left_the_platform_is_not_asked() {
        feishu.schedules(what -> MADE);
        database.inTransaction(books -> {
            books.leavers().hasLeft("feishu", "ou_lilei", now.get());
            return null;
        });
        called();
        assertThat(feishu.scheduled.get(0)).endsWith("[ou_hetao, ou_zhangwei]");
    }
}
