package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** 24 小时时限: a request from a group chat to its answer (plan duties 29-31). */
class TwentyFourHoursTest {

    @Test
    void a_request_that_nobody_answers_climbs_from_the_contact_to_the_head() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            Employee qian = office.employee("qian.duo");
            Employee zhao = office.employee("zhao.min");

            li.says_in_the_group("求助 设计部 新品海报 周五");
            office.group().sees("XQ-1 新品海报").with("待响应", "截止 11月25日(周三) 09:00", "24小时,遇休顺延");
            zhou.sees("市场部 李雷 向你求助").offering("受理", "需补充", "转派", "婉拒");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-24T14:15:00");
            zhou.sees("时间已过 50%").with("请在 11月25日(周三) 09:00 前答复");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-24T16:30:00");
            zhou.sees("时间已过 75%");
            qian.sees("周洁 还没有答复");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-24T17:15:00");
            li.sees("设计部 可能无法按时答复");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-25T09:00:00");
            zhou.sees("答复已超时");
            li.sees("部门负责人已收到");
            zhao.sees("周洁 未在时限内答复").offering("受理", "需补充", "转派", "婉拒", "升级");
            office.nothing_else_was_said();

            assertThat(zhao.presses("受理")).contains("承诺 11月27日(周五) 完成");
            li.sees("赵敏 已受理,承诺 11月27日(周五) 完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_answer_stops_the_clock_and_the_promise_becomes_the_second_one() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 周五");
            Seen own = li.sees("XQ-1 新品海报").offering("催办", "评论", "撤回");
            Seen card = zhou.sees("向你求助");

            zhou.presses("受理", Map.of("date", "2026-11-26"));
            li.sees("周洁 已受理,承诺 11月26日(周四) 完成");
            own.now_reads("办理中");
            card.now_reads("办理中");
            office.it_becomes("2026-11-25T09:00:00");
            zhou.sees("就在下一个工作日");
            office.it_becomes("2026-11-26T09:00:00");
            zhou.sees("你承诺今天交付");
            office.nothing_else_was_said();

            zhou.presses("完成", Map.of("text", "文件已发群里 🎉"));
            li.sees("周洁 已完成,请验收。文件已发群里 🎉");
            li.presses("验收", Map.of("rating", "5", "text", "很好"));
            zhou.sees("李雷 已验收,评分 5 星。很好");
            office.passes("P30D");
            office.nothing_else_was_said();
        }
    }
}
