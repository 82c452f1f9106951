package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** 需补充: a question back stops the receiver's clock and starts the asker's (spec.md section 3). */
class QuestionBackTest {

    @Test
    void a_question_stops_the_receivers_clock_until_it_is_answered() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 周五");
            Seen own = li.sees("XQ-1 新品海报");
            Seen asked = zhou.sees("向你求助");

            office.it_becomes("2026-11-24T10:00:00");
            assertThat(zhou.presses("需补充", Map.of("text", "海报的尺寸"))).isEqualTo("XQ-1 要求补充:海报的尺寸");
            li.sees("周洁 需要你补充:海报的尺寸")
                    .with("需补充", "等 李雷 补充:海报的尺寸", "截止 11月26日(周四) 18:00")
                    .offering("补充", "撤回");
            own.now_reads("需补充");
            asked.now_offers("评论");

            office.it_becomes("2026-11-25T10:00:00");
            office.nothing_else_was_said();

            li.presses("补充", Map.of("text", "A2 竖版"));
            zhou.sees("李雷 已补充:A2 竖版").with("待响应", "截止 11月26日(周四) 09:00").offering("受理", "需补充", "转派", "婉拒");

            office.it_becomes("2026-11-25T14:14:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-25T14:15:00");
            zhou.sees("时间已过 50%");
            office.nothing_else_was_said();
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-.*",
            disabledReason = "WeCom changes a card once; the news of the end stands below the asker's old card")
    void a_question_that_is_never_answered_closes_the_request_after_two_working_days() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 周五");
            Seen own = li.sees("XQ-1");
            zhou.sees("向你求助");
            office.it_becomes("2026-11-24T10:00:00");
            zhou.presses("需补充", Map.of("text", "尺寸?"));
            li.sees("需要你补充");

            office.it_becomes("2026-11-25T14:45:00");
            li.sees("对方等你补充,11月26日(周四) 18:00 前没有补充就会自动关闭");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-26T17:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-26T18:00:00");
            li.sees("2 个工作日内没有补充,这张需求单已关闭").offering("重开");
            zhou.sees("2 个工作日内没有补充,这张需求单已关闭");
            own.now_reads("已关闭", "没有未了的事");

            li.presses("重开", Map.of("text", "尺寸是 A2"));
            zhou.sees("李雷 重开了这张需求单。理由:尺寸是 A2")
                    .with("待响应", "截止 11月27日(周五) 18:00")
                    .offering("受理", "需补充", "转派", "婉拒");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_third_question_needs_the_head() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 周五");
            li.sees("XQ-1");
            zhou.sees("向你求助");
            for (String question : new String[] {"尺寸?", "颜色?"}) {
                zhou.says("需补充 XQ-1 " + question);
                zhou.sees("要求补充:" + question);
                li.sees("周洁 需要你补充:" + question);
                li.says("补充 XQ-1 都可以");
                li.sees("已补充:都可以");
                zhou.sees("李雷 已补充:都可以");
            }

            zhou.says("需补充 XQ-1 字体?");
            zhou.sees("XQ-1 已经要求补充 2 次;再次要求须由负责人 赵敏 提出");
            office.nothing_else_was_said();

            office.employee("zhao.min").says("需补充 XQ-1 字体?");
            office.employee("zhao.min").sees("要求补充:字体?");
            li.sees("赵敏 需要你补充:字体?");
            office.nothing_else_was_said();
        }
    }
}
