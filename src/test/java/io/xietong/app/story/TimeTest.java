package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Simulated time: every due instant in order, as in life; and the work of the small hours. */
class TimeTest {

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(Office.SHANGHAI).toInstant();
    }

    private static List<Instant> rang(Office office, long serial) {
        return office.database.read(books -> books.trail().of(ItemNumber.request(serial))).stream()
                .filter(entry -> entry.fact().equals("RungReached"))
                .map(TrailEntry::at)
                .toList();
    }

    @Test
    void one_long_step_does_what_many_short_ones_do() {
        List<List<Instant>> trails = new ArrayList<>();
        for (String step : new String[] {"PT60H", "PT90M"}) {
            try (Office office = Office.at("2026-11-24T09:00:00")) {
                office.employee("li.lei").says("求助 设计部 新品海报 周五");
                office.passes("PT7M");
                office.employee("he.tao").says("求助 财务部 预算模板 周五");
                while (office.clock.instant().isBefore(at("2026-11-26T21:00:00"))) office.passes(step);
                List<Instant> instants = new ArrayList<>(rang(office, 1));
                instants.addAll(rang(office, 2));
                trails.add(instants);
            }
        }
        assertThat(trails.get(0)).containsExactlyElementsOf(trails.get(1)).hasSize(10);
        assertThat(trails.get(0).subList(0, 4))
                .containsExactly(
                        at("2026-11-24T14:15:00"),
                        at("2026-11-24T16:07:30"),
                        at("2026-11-24T17:15:00"),
                        at("2026-11-25T09:00:00"));
    }

    @Test
    void what_comes_next_is_foretold_in_order() {
        try (Office office = Office.at("2026-11-24T21:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            assertThat(office.time.coming(3))
                    .containsExactly(
                            new TimeMachine.Coming(at("2026-11-25T09:00:00"), ""),
                            new TimeMachine.Coming(at("2026-11-25T14:15:00"), "XQ-1"));
        }
    }

    @Test
    void a_message_that_cannot_be_sent_yet_does_not_make_time_jump_over_what_is_due() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.platform.refusesTo(office.stage.account("zhou.jie"));
            office.it_becomes("2026-11-25T09:00:00");
            assertThat(rang(office, 1))
                    .containsExactly(
                            at("2026-11-24T14:15:00"),
                            at("2026-11-24T16:07:30"),
                            at("2026-11-24T17:15:00"),
                            at("2026-11-25T09:00:00"));
        }
    }

    @Test
    void the_clock_stands_where_it_was_left_when_the_program_starts_again() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.it_becomes("2026-12-01T10:00:00");
            CompanyClock again = CompanyClock.kept(
                    office.database, Clock.fixed(at("2026-11-24T09:05:00"), Office.SHANGHAI), Office.SHANGHAI);
            assertThat(again.instant()).isEqualTo(at("2026-12-01T10:05:00"));
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-.*",
            disabledReason = "tells of cards that live for 14 days; in WeCom they live for 3")
    void a_card_is_sent_anew_before_it_dies_while_the_matter_is_open() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 2027年1月29日");
            Seen own = office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").says("受理 XQ-1 2027年1月29日");
            office.employee("zhou.jie").sees("受理");
            office.employee("li.lei").sees("已受理");

            office.it_becomes("2026-12-07T12:00:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-12-08T12:00:00");
            office.employee("li.lei").sees("已受理").with("办理中").offering("催办", "评论", "撤回");
            office.employee("zhou.jie").sees("受理").with("办理中").offering("完成", "评论");
            office.nothing_else_was_said(); // of several in a chat the newest alone

            Duration life = office.platform.cardLifetime();
            assertThat(life).isGreaterThan(Duration.between(at("2026-11-24T09:00:00"), at("2026-12-08T03:17:00")));
            office.employee("zhou.jie").presses("完成");
            office.employee("li.lei").sees("周洁 已完成,请验收");
            own.now_reads("办理中");
        }
    }

    @Test
    void a_card_of_what_is_closed_is_left_to_die() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("li.lei").presses("撤回");
            office.employee("zhou.jie").sees("李雷 撤回");
            office.passes("P40D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_card_that_asks_nothing_of_anybody_is_left_to_die() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("文件 新品定价表 https://docs.example/price");
            Map<String, String> form = Map.of(
                    "name",
                    "新品定价表",
                    "link",
                    "https://docs.example/price",
                    "shelf",
                    "SHARED_DATA",
                    "audience",
                    "市场部",
                    "review",
                    "");
            assertThat(office.employee("li.lei").presses("上架", form)).contains("放到共享数据");
            office.read_all("li.lei");
            office.passes("P60D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void who_has_voted_or_whose_vote_is_not_asked_for_any_more_gets_no_card_anew() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            CharterTest.drafted(office, "重大");
            CharterTest.signed(office);
            office.employee("han.mei").says("承担 XM-1");
            for (String voter : List.of("zhang.wei", "zhao.min", "gao.yuan", "chen.zong"))
                office.employee(voter).says("表决 XM-1 同意");
            office.passes("P20D");
            for (String voter : List.of("gao.yuan", "chen.zong"))
                office.employee(voter).sees("等委员会审批");
            for (String voter : List.of("gao.yuan", "chen.zong"))
                office.employee(voter).sees("投票:同意");
            for (String voter : List.of("ma.li", "song.jia"))
                office.employee(voter).sees("等委员会审批");
            Pilot.read(office);
            office.nothing_else_was_said();
        }
    }
}
