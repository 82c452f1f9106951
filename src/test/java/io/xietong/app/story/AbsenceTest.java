package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing waits for somebody who is away (spec.md 4.11). */
class AbsenceTest {

    @Test
    void the_head_is_on_leave_and_the_deputy_decides_in_the_heads_name() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee qian = office.employee("qian.duo");
            office.employee("zhao.min").says("请假 11月24日 到 11月27日");
            office.employee("zhao.min").sees("赵敏 从 11月24日(周二) 到 11月27日(周五) 请假,期间由部门副手处理");
            li.says("求助 设计部 新品海报 周五");
            li.sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");

            office.it_becomes("2026-11-25T09:00:00");
            office.employee("zhou.jie").sees("时间已过 50%");
            office.employee("zhou.jie").sees("时间已过 75%");
            qian.sees("周洁 还没有答复");
            li.sees("设计部 可能无法按时答复");
            office.employee("zhou.jie").sees("答复已超时");
            li.sees("设计部 未在时限内答复");
            qian.sees("周洁 未在时限内答复");
            office.nothing_else_was_said();

            qian.presses("受理", Map.of("date", "2026-11-27"));
            li.sees("钱多 代 赵敏 已受理,承诺 11月27日(周五) 完成");
            li.says("轨迹 XQ-1");
            li.sees("XQ-1 的轨迹").with("钱多 代 赵敏:受理,承诺 11月27日(周五) 完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_contact_is_on_leave_and_the_second_contact_is_asked() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("zhou.jie").says("请假 今天 到 周四");
            office.employee("zhou.jie").sees("周洁 从 11月24日(周二) 到 11月26日(周四) 请假");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1").with("设计部 吴悦 尚未答复");
            office.employee("wu.yue").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_lay_with_somebody_who_then_goes_on_leave_reaches_the_next_one_in_the_department() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").says("请假 今天 到 周四");
            office.employee("zhou.jie").sees("请假");
            office.it_becomes("2026-11-24T14:15:00");
            office.employee("wu.yue").sees("时间已过 50%").offering("受理", "需补充", "转派", "婉拒");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_chain_of_delegates_ends_with_the_one_who_is_there() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("zhou.jie").says("代理 吴悦 今天 到 周五");
            office.employee("zhou.jie").sees("周洁 从 11月24日(周二) 到 11月27日(周五) 由 吴悦 代理");
            office.employee("wu.yue").sees("周洁 请你从 11月24日(周二) 到 11月27日(周五) 代理");
            office.employee("wu.yue").says("代理 钱多 今天 到 周五");
            office.employee("wu.yue").sees("由 钱多 代理");
            office.employee("qian.duo").sees("吴悦 请你");

            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("qian.duo").sees("向你求助");
            office.nothing_else_was_said();

            office.employee("qian.duo").says("代理 周洁 今天 到 周五");
            office.employee("qian.duo").sees("这样会绕成一圈:钱多、周洁、吴悦、钱多");
            office.nothing_else_was_said();

            office.employee("zhou.jie").says("销假");
            office.employee("zhou.jie").sees("周洁 的请假和代理已结束");
            office.employee("wu.yue").sees("周洁 的请假和代理已结束");
            office.employee("li.lei").says("求助 设计部 名片 下周五");
            office.employee("li.lei").sees("XQ-2");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void leave_that_a_superior_sets_is_told_to_the_person_and_strangers_may_not_set_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("guo.jing").says("请假 周洁 今天 到 周五");
            office.employee("guo.jing").sees("只有本人、其部门负责人、副手或秘书可以替 周洁 设置");
            office.nothing_else_was_said();
            office.employee("sun.mi").says("代理 周洁 由 吴悦 今天 到 周五");
            office.employee("sun.mi").sees("周洁 从 11月24日(周二) 到 11月27日(周五) 由 吴悦 代理");
            office.employee("zhou.jie").sees("周洁 从 11月24日(周二) 到 11月27日(周五) 由 吴悦 代理");
            office.employee("wu.yue").sees("周洁 请你从");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_department_of_which_only_the_head_is_there_is_asked_through_the_head_and_else_the_secretary_is() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            for (String id : new String[] {"zhou.jie", "wu.yue", "qian.duo"}) {
                office.employee(id).says("请假 今天 到 周五");
                office.employee(id).sees("请假");
            }
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1").with("设计部 赵敏 尚未答复");
            office.employee("zhao.min").sees("向你求助");
            office.employee("sun.mi").sees("设计部 没有在岗的接口人,请尽快指定");
            office.nothing_else_was_said();

            office.employee("zhao.min").says("请假 今天 到 周五");
            office.employee("zhao.min").sees("请假");
            office.employee("li.lei").says("求助 设计部 名片 周五");
            office.employee("li.lei").sees("XQ-2").with("设计部 孙秘 尚未答复");
            office.employee("sun.mi").sees("市场部 李雷 向你求助").offering("受理", "需补充", "转派", "婉拒");
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_empty_seat_raises_an_alarm(@TempDir Path folder) {
        Files.copy(folder, "organisation.yml", text -> text.replace("contacts: [zhou.jie, wu.yue]", "contacts: []"));
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1").with("设计部 钱多 尚未答复");
            office.employee("qian.duo").sees("向你求助");
            office.employee("zhao.min").sees("设计部 没有在岗的接口人,请尽快指定(2 个工作日内)");
            office.employee("sun.mi").sees("设计部 没有在岗的接口人,请尽快指定(2 个工作日内)");
            office.nothing_else_was_said();
        }
    }

    @Test
    void where_head_and_deputies_are_away_the_secretary_is_asked_to_name_who_decides_and_that_person_does() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            for (String id : new String[] {"zhao.min", "qian.duo"}) {
                office.employee(id).says("请假 今天 到 周五");
                office.employee(id).sees("请假");
            }
            office.employee("li.lei").says(CharterTest.LAUNCH.formatted("产品")).sees("XM-1");
            office.read_all("zhang.wei", "zheng.qiang", "han.mei");
            office.employee("sun.mi").sees("李雷 起草了任务书").with("设计部的负责人和副手都不在,请为他们设置代理");
            office.nothing_else_was_said();

            office.employee("sun.mi").says("代理 赵敏 由 周洁 今天 到 周五").sees("由 周洁 代理");
            office.read_all("zhao.min", "zhou.jie");
            office.it_becomes("2026-11-26T18:00:00");
            office.employee("zhou.jie").sees("任务书等你签署").offering("签署", "不签", "评论");
            office.read_all("zhang.wei", "zheng.qiang");
            office.nothing_else_was_said();
            assertThat(office.employee("zhou.jie").presses("签署")).contains("签署:设计部");
            office.employee("zhou.jie").says("轨迹 XM-1").sees("XM-1 的轨迹").with("周洁 代 赵敏:签署:设计部");
            office.nothing_else_was_said();
        }
    }
}
