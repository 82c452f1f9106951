package io.xietong.app.story;

import org.junit.jupiter.api.Test;

/** 查: everything one may see is found by its words, its comments and its people, at once and whoever wrote it. */
class SearchTest {

    @Test
    void what_was_said_about_an_item_finds_it_and_a_typing_error_finds_the_closest() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 新品海报主视觉 周五").sees("XQ-1");
            office.employee("zhou.jie").sees("李雷");
            li.says("查 主视觉").sees("查找「主视觉」").with("XQ-1 · 新品海报主视觉 · 待响应").offering("XQ-1");
            li.says("查 烫金").sees("没有找到含有「烫金」的内容");
            office.employee("zhou.jie").says("评论 XQ-1 边框可以烫金吗").sees("烫金");
            li.sees("周洁");
            li.says("查 烫金").sees("查找「烫金」").with("XQ-1");
            li.says("查 新品海抱").sees("没有完全符合「新品海抱」的内容,最接近的是").with("XQ-1");
            li.says("查 周洁").sees("查找「周洁」").with("XQ-1");
            li.says("查 %").sees("没有找到含有「%」的内容");
            li.says("查 🎉").sees("没有找到含有「🎉」的内容");
            office.nothing_else_was_said();
        }
    }

    @Test
    void one_character_finds_and_marks_are_only_marks() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 50%折扣的 \"海报\" 3个工作日内").sees("XQ-1");
            office.read_all("zhou.jie");
            for (String word : new String[] {"海", "50%"})
                li.says("查 " + word).sees("查找「" + word + "」").with("XQ-1 · 50%折扣的 \"海报\"");
            li.says("查 \"海报\"").sees("查找「海报」").with("XQ-1 · 50%折扣的 \"海报\"");
            for (String mark : new String[] {"%", "_", "\"", "'", "*", "(", "~", "OR", "🎉"})
                li.says("查 " + mark).sees("没有找到含有「" + mark + "」的内容。换一个词,或少写几个字。");
            li.says("查").sees("要找什么?写一两个词。").in_form("要找什么?写一两个词。");
            office.nothing_else_was_said();
        }
    }

    @Test
    void nobody_finds_what_they_may_not_see_and_everybody_does_as_soon_as_they_may() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报主视觉 周五").sees("XQ-1");
            office.employee("zhou.jie").sees("李雷");
            office.employee("zheng.qiang").says("行动项 何涛 补齐样机 周五").sees("XD-1");
            office.employee("he.tao").sees("郑强");
            office.employee("guo.jing").says("查 海报").sees("没有找到含有「海报」的内容");
            office.employee("guo.jing").says("查 样机").sees("没有找到含有「样机」的内容");
            office.employee("xu.ning").says("查 样机").sees("查找「样机」").with("XD-1");
            office.nothing_else_was_said();
        }
    }

    @Test
    void of_many_the_best_are_shown_and_that_there_are_more_is_said() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            for (int i = 1; i <= 10; i++) li.says("求助 设计部 海报第" + i + "版 周五").sees("XQ-" + i + " ");
            office.read_all("li.lei", "zhou.jie");
            li.says("查 海报").sees("最符合的在前;还有更多,再加一个词可以缩小范围").with("XQ-10");
            office.nothing_else_was_said();
        }
    }
}
