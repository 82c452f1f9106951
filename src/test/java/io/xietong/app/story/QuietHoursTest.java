package io.xietong.app.story;

import org.junit.jupiter.api.Test;

/** Quiet hours hold a message until the next working minute, they never drop it (spec.md section 2). */
class QuietHoursTest {

    @Test
    void a_request_in_the_evening_reaches_the_contact_when_work_begins_and_the_asker_at_once() {
        try (Office office = Office.at("2026-11-24T21:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1").with("截止 11月26日(周四) 09:00");
            office.it_becomes("2026-11-25T08:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-25T09:00:00");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_is_said_on_friday_evening_waits_for_monday() {
        try (Office office = Office.at("2026-11-27T20:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 下周五");
            office.employee("li.lei").sees("XQ-1");
            office.it_becomes("2026-11-30T08:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-30T09:00:00");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_urgent_request_breaks_through() {
        try (Office office = Office.at("2026-11-24T21:00:00")) {
            office.employee("li.lei").says("求助 设计部 紧急 改海报错字 明天");
            office.employee("li.lei").sees("XQ-1").with("紧急程度:紧急");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void people_choose_their_own_quiet_hours_or_none() {
        try (Office office = Office.at("2026-11-24T21:00:00")) {
            Employee zhou = office.employee("zhou.jie");
            zhou.says("设置 免打扰 22:00-7:00");
            zhou.sees("已保存:zh-CN,免打扰 22:00-07:00,每日摘要开");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            zhou.sees("向你求助");

            zhou.says("设置 免打扰 0:00-0:00");
            zhou.sees("免打扰 00:00-00:00");
            office.it_becomes("2026-11-25T02:00:00");
            office.employee("li.lei").says("评论 XQ-1 睡不着");
            office.employee("li.lei").sees("评论:睡不着");
            zhou.sees("李雷 评论:睡不着");
            office.nothing_else_was_said();

            zhou.says("设置 免打扰 25:00-7:00");
            zhou.sees("「25:00-7:00」不是时间,请写成 20:00-8:30");
            office.nothing_else_was_said();
        }
    }

    @Test
    void news_for_onlookers_comes_as_one_digest_on_the_next_working_morning() {
        try (Office office = Office.at("2026-11-27T10:00:00")) {
            Employee li = office.employee("li.lei");
            Employee wang = office.employee("wang.fang");
            for (String need : new String[] {"新品海报", "展会易拉宝"}) {
                li.says("求助 设计部 " + need + " 下周五");
                li.sees(need);
                office.employee("zhou.jie").sees(need);
            }
            for (String number : new String[] {"XQ-1", "XQ-2"}) {
                wang.says("关注 " + number);
                wang.sees("关注");
                office.employee("zhou.jie").says("评论 " + number + " 周一开始做");
                office.employee("zhou.jie").sees("评论:周一开始做");
                li.sees("周洁 评论:周一开始做");
            }
            office.nothing_else_was_said();

            office.it_becomes("2026-11-30T09:14:00");
            office.employee("zhou.jie").sees("XQ-1");
            office.employee("zhou.jie").sees("XQ-2");
            office.read_all("zhou.jie", "qian.duo", "li.lei", "zhao.min");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-30T09:15:00");
            wang.sees("今日摘要").with("XQ-1 周洁 评论:周一开始做", "XQ-2 周洁 评论:周一开始做").offering("XQ-1", "XQ-2");
            office.read_all("zhou.jie", "qian.duo", "li.lei", "zhao.min");
            office.nothing_else_was_said();
        }
    }

    @Test
    void without_digest_such_news_comes_at_once() {
        try (Office office = Office.at("2026-11-24T10:00:00")) {
            Employee wang = office.employee("wang.fang");
            wang.says("设置 摘要 关");
            wang.sees("每日摘要关");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            wang.says("关注 1");
            wang.sees("关注");
            office.employee("zhou.jie").says("受理 1 周五");
            office.employee("zhou.jie").sees("受理");
            office.employee("li.lei").sees("已受理");
            wang.sees("周洁 已受理,承诺 11月27日(周五) 完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_reminder_that_waited_overnight_is_dropped_when_the_matter_was_settled_meanwhile() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("zhou.jie").says("设置 免打扰 14:00-16:00");
            office.employee("zhou.jie").sees("已保存");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.it_becomes("2026-11-24T15:00:00");
            office.nothing_else_was_said();
            office.employee("zhou.jie").presses("受理", java.util.Map.of("date", "2026-11-30"));
            office.employee("li.lei").sees("已受理");
            office.it_becomes("2026-11-24T17:00:00");
            office.nothing_else_was_said();
        }
    }
}
