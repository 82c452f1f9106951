package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verbs that look things up, in the reader's language. */
class LookingUpTest {

    private static Office withTwoRequests() {
        Office office = Office.at("2026-11-24T09:00:00");
        office.employee("li.lei").says("求助 设计部 新品海报 周五");
        office.employee("li.lei").sees("XQ-1");
        office.employee("zhou.jie").sees("向你求助");
        office.passes("PT1H");
        office.employee("he.tao").says("求助 设计部 包装盒尺寸 下周三");
        office.employee("he.tao").sees("XQ-2");
        office.employee("zhou.jie").sees("生产部 何涛 向你求助");
        return office;
    }

    @Test
    void todo_shows_what_waits_for_me_earliest_due_first() {
        try (Office office = withTwoRequests()) {
            Employee zhou = office.employee("zhou.jie");
            zhou.says("待办");
            zhou.sees("等你处理 2 件,最早到期的在前")
                    .with("XQ-1 · 新品海报 · 待响应 · 截止 11月25日(周三) 09:00\nXQ-2 · 包装盒尺寸 · 待响应 · 截止 11月25日(周三) 10:00")
                    .offering("XQ-1", "XQ-2");
            zhou.presses("XQ-2");
            zhou.sees("XQ-2 包装盒尺寸").offering("受理", "需补充", "转派", "婉拒");
            office.employee("guo.jing").says("待办");
            office.employee("guo.jing").sees("现在没有等你处理的事");
            office.nothing_else_was_said();
        }
    }

    @Test
    void mine_shows_what_i_asked_for_and_answer_for() {
        try (Office office = withTwoRequests()) {
            office.employee("li.lei").says("我的");
            office.employee("li.lei").sees("我的事").with("XQ-1").without("XQ-2");
            office.employee("zhou.jie").says("mine");
            office.employee("zhou.jie").sees("我的事").with("XQ-1", "XQ-2");
            office.employee("guo.jing").says("我的");
            office.employee("guo.jing").sees("你还没有提出或接手过什么");
            office.nothing_else_was_said();
        }
    }

    @Test
    void search_finds_words_in_any_order() {
        try (Office office = withTwoRequests()) {
            Employee zhou = office.employee("zhou.jie");
            zhou.says("查 海报 新品");
            zhou.sees("查找「海报 新品」").with("XQ-1").without("XQ-2");
            zhou.says("查 100%_");
            zhou.sees("没有找到含有「100%_」的内容");
            zhou.says("查");
            zhou.sees("要找什么?写一两个词").in_form("要找什么?写一两个词。");
            zhou.presses("提交", Map.of("text", "包装"));
            zhou.sees("查找「包装」").with("XQ-2");
            office.nothing_else_was_said();
        }
    }

    @Test
    void contacts_come_with_what_they_have_in_hand() {
        try (Office office = withTwoRequests()) {
            office.employee("li.lei").says("接口人 设计部");
            office.employee("li.lei").sees("设计部:周洁(手上 2 件)、吴悦(手上 0 件)、负责人 赵敏").without("生产部");
            office.employee("li.lei").says("接口人");
            office.employee("li.lei").sees("接口人").with("设计部", "生产部:何涛(手上 0 件)", "财务部");
            office.employee("li.lei").says("接口人 火星部");
            office.employee("li.lei").sees("没有找到部门「火星部」。现有部门:市场部、设计部、生产部、财务部、信息技术部、行政部");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_calendar_explains_a_due_time_step_by_step() {
        try (Office office = withTwoRequests()) {
            office.employee("li.lei").says("日历 XQ-1");
            office.employee("li.lei")
                    .sees("XQ-1 的截止时间")
                    .with("11月24日(周二) 09:00 起算,时限:24小时,遇休顺延", "截止:11月25日(周三) 09:00");
            office.employee("li.lei").says("撤回 XQ-1 确认");
            office.employee("li.lei").sees("撤回");
            office.employee("zhou.jie").sees("李雷 撤回");
            office.employee("li.lei").says("日历 XQ-1");
            office.employee("li.lei").sees("XQ-1 现在没有在走的时限");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_calendar_counts_working_days_over_the_spring_festival() {
        try (Office office = Office.at("2026-02-13T09:00:00")) {
            office.employee("li.lei").says("日历 5个工作日");
            office.employee("li.lei")
                    .sees("5 个工作日后")
                    .with("2月13日(周五) 是第 0 天(当天不计)", "2月14日(周六) 照常计:春节调休上班", "第 5 个工作日是 2月27日(周五)");
            office.employee("li.lei").says("日历 3 个工作日");
            office.employee("li.lei").sees("第 3 个工作日是 2月25日(周三)");
            office.employee("li.lei").says("日历");
            office.employee("li.lei")
                    .sees("工作日历")
                    .with("今天 2月13日(周五):工作日", "2月14日(周六):春节调休上班", "2026 年:已确认", "2027 年:暂估(放假安排尚未公布)");
            office.employee("li.lei").says("日历 900个工作日");
            office.employee("li.lei").sees("请写 1 到 250 个工作日之间的数,不是 900");
            office.nothing_else_was_said();
        }
    }

    @Test
    void somebody_who_chooses_english_is_answered_in_english_and_others_are_not() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee zhou = office.employee("zhou.jie");
            zhou.says("设置 English");
            zhou.sees("Saved: en, quiet 20:00-08:30, daily digest on");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1 新品海报").with("待响应");
            zhou.sees("李雷 of 市场部 asks you for help")
                    .with("Awaiting response", "Wed 25 Nov 09:00")
                    .offering("Accept", "Need info", "Transfer", "Decline");
            assertThat(zhou.presses("Accept", Map.of("date", "2026-11-27"))).contains("Fri 27 Nov");
            office.employee("li.lei").sees("周洁 已受理,承诺 11月27日(周五) 完成");
            zhou.says("todo");
            zhou.sees("To-do").with("1 waiting for you");
            zhou.says("settings");
            zhou.sees("My settings");
            assertThat(zhou.presses("Save", Map.of("language", "zh-CN"))).startsWith("已保存:zh-CN");
            zhou.says("待办");
            zhou.sees("待办");
            office.nothing_else_was_said();
        }
    }
}
