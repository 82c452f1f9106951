package io.xietong.app.story;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks over holidays, and years whose days are not yet known (spec.md section 3). */
class CalendarTest {

    @Test
    void a_request_on_the_last_day_before_the_spring_festival_is_due_on_the_first_day_after_it() {
        try (Office office = Office.at("2026-02-14T15:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 2月27日");
            li.sees("XQ-1").with("截止 2月24日(周二) 09:00");
            zhou.sees("向你求助");
            office.it_becomes("2026-02-14T16:30:00");
            zhou.sees("时间已过 50%");
            office.it_becomes("2026-02-14T18:00:00");
            zhou.sees("时间已过 75%");
            office.employee("qian.duo").sees("周洁 还没有答复");
            li.sees("设计部 可能无法按时答复");
            office.nothing_else_was_said();

            office.it_becomes("2026-02-24T08:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-02-24T09:00:00");
            zhou.sees("答复已超时");
            li.sees("设计部 未在时限内答复");
            office.employee("zhao.min").sees("周洁 未在时限内答复");
            office.nothing_else_was_said();
        }
    }

    @Test
    void acceptance_time_is_counted_over_the_spring_festival_with_its_make_up_days() {
        try (Office office = Office.at("2026-02-13T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 2月13日");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").says("完成 XQ-1 已发");
            office.employee("zhou.jie").sees("交付。已发");
            office.employee("li.lei").sees("周洁 已完成,请验收").with("截止 2月27日(周五) 18:00");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_question_before_mid_autumn_and_national_day_is_open_for_two_days_of_work() {
        try (Office office = Office.at("2026-09-24T10:00:00")) {
            office.employee("li.lei").says("求助 设计部 国庆海报 9月30日");
            office.employee("li.lei").sees("XQ-1").with("截止 9月28日(周一) 09:00");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").presses("需补充", Map.of("text", "尺寸?"));
            office.employee("li.lei").sees("需要你补充").with("截止 9月29日(周二) 18:00");
            office.employee("li.lei").says("日历 xq1");
            office.employee("li.lei").sees("XQ-1 的截止时间").with("9月25日(周五) 至 9月27日(周日) 不计:中秋节放假");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_request_on_the_eve_of_national_day_is_due_after_it() {
        try (Office office = Office.at("2026-09-30T17:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 10月15日");
            office.employee("li.lei").sees("XQ-1").with("截止 10月8日(周四) 09:00");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void when_a_year_is_confirmed_due_times_are_worked_out_anew_and_announced(@TempDir Path folder) throws Exception {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-12-30T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 新品海报 2027年1月4日");
            li.sees("XQ-1");
            zhou.sees("向你求助");
            zhou.presses("受理", Map.of("date", "2027-01-04"));
            li.sees("周洁 已受理").with("截止 1月4日(周一) 18:00", "暂估:次年放假安排尚未公布");
            office.employee("han.mei").says("求助 财务部 预算模板 下周四");
            office.employee("han.mei").sees("XQ-2");
            office.employee("guo.jing").sees("向你求助");
            office.employee("guo.jing").presses("受理", Map.of("date", "2027-01-07"));
            office.employee("han.mei").sees("已受理").with("暂估");

            java.nio.file.Files.writeString(folder.resolve("calendar/2027.yml"), """
                    year: 2027
                    state: confirmed
                    days:
                      - { date: 2027-01-01, name: 元旦, working: false }
                      - { date: 2027-01-04, name: 元旦, working: false }
                    """);
            li.says("日历 导入");
            li.sees("只有秘书和信息化部门可以导入日历");
            office.nothing_else_was_said();

            office.employee("sun.mi").says("日历 导入");
            office.employee("sun.mi").sees("日历已重新读取,2 件的截止时间有变,已告知双方");
            li.sees("工作日历有变,截止时间由 1月4日(周一) 18:00 改为 1月5日(周二) 18:00").without("暂估");
            zhou.sees("工作日历有变,截止时间由 1月4日(周一) 18:00 改为 1月5日(周二) 18:00");
            office.employee("han.mei").sees("放假安排已公布,截止时间 1月7日(周四) 18:00 不变,不再是暂估");
            office.employee("guo.jing").sees("截止时间 1月7日(周四) 18:00 不变");
            office.nothing_else_was_said();

            office.employee("sun.mi").says("日历 导入");
            office.employee("sun.mi").sees("0 件的截止时间有变");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_faulty_calendar_file_is_named_and_the_old_calendar_stays(@TempDir Path folder) throws Exception {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            java.nio.file.Files.writeString(folder.resolve("calendar/2027.yml"), "year: 2027\nstate: maybe\n");
            office.employee("sun.mi").says("日历 导入");
            office.employee("sun.mi")
                    .sees("日历文件有问题,仍用原来的日历:")
                    .with("2027.yml", "maybe", "confirmed, provisional, missing");
            office.employee("sun.mi").says("日历");
            office.employee("sun.mi").sees("2027 年:暂估");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_new_calendar_file_is_also_noticed_at_night(@TempDir Path folder) throws Exception {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-12-30T09:00:00")) {
            office.passes("PT1M");
            office.employee("li.lei").says("求助 设计部 新品海报 2027年1月4日");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").presses("受理", Map.of("date", "2027-01-04"));
            office.employee("li.lei").sees("已受理");
            java.nio.file.Files.writeString(folder.resolve("calendar/2027.yml"), """
                    year: 2027
                    days:
                      - { date: 2027-01-04, name: 元旦, working: false }
                    """);
            office.it_becomes("2026-12-31T08:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-12-31T09:00:00");
            office.employee("li.lei").sees("截止时间由 1月4日(周一) 18:00 改为 1月5日(周二) 18:00");
            office.employee("zhou.jie").sees("截止时间由 1月4日(周一) 18:00 改为 1月5日(周二) 18:00");
            office.nothing_else_was_said();
        }
    }
}
