package io.xietong.app.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** A pilot project from its charter to its end in the diary of a year. */
final class YearOfProject {

    private static final String CHARTER = """
            立项 新品上市
            牵头 韩梅
            类型 重大
            设计 2026-04-15 设计部+市场部 设计稿 关键节点
            试产 2026-08-14 生产部 样机两台 关键节点
            量产 2026-11-20 生产部 首批5000件""";

    private final Office office;
    private final Diary diary;

    YearOfProject(Office office, Diary diary) {
        this.office = office;
        this.diary = diary;
    }

    void write() {
        charter();
        standUps();
        reports();
        design();
        trial();
        diary.at("2026-11-20T15:00:00", "he.tao", "达成 XM-1 3 首批已下线");
        diary.at("2026-11-25T10:00:00", "han.mei", "结项 XM-1 如期上市");
    }

    private void charter() {
        diary.at("2026-02-24T09:30:00", "li.lei", CHARTER);
        diary.at("2026-02-24T14:00:00", "zhang.wei", "签署 XM-1");
        diary.at("2026-02-25T10:00:00", "zhao.min", "签署 XM-1");
        diary.at("2026-02-27T10:00:00", "zheng.qiang", "签署 XM-1");
        diary.at("2026-02-27T14:00:00", "han.mei", "承担 XM-1 投入 50%");
        for (String voter : List.of("zhang.wei", "ma.li", "zhao.min", "gao.yuan"))
            diary.at("2026-03-02T10:00:00", voter, "表决 XM-1 同意");
    }

    /** Each working day in March, to those who are there; He Tao forgets his on Fridays. */
    private void standUps() {
        diary.at("2026-03-02T15:00:00", "han.mei", "站会 XM-1 开启");
        for (String person : List.of("han.mei", "li.lei", "zhou.jie"))
            diary.daily(
                    "2026-03-03",
                    "2026-03-31",
                    "09:40",
                    () -> office.employee(person).says("站会 XM-1 画图;排产"));
        diary.daily("2026-03-03", "2026-03-31", "09:50", () -> {
            if (office.today().getDayOfWeek() != DayOfWeek.FRIDAY)
                office.employee("he.tao").says("站会 XM-1 备料;试产;缺一种料");
        });
        diary.at("2026-03-31T17:00:00", "han.mei", "站会 XM-1 关闭");
    }

    /** Before five on the day on which it is asked for, but for one in August. */
    private void reports() {
        diary.daily("2026-03-03", "2026-11-24", "16:00", () -> {
            boolean forgotten = office.today().equals(LocalDate.parse("2026-08-07"));
            if (reportIsDue() && !forgotten) office.employee("han.mei").says("周报 XM-1 一切正常");
        });
    }

    private boolean reportIsDue() {
        return YearOfMeetings.rows(
                        office,
                        "SELECT due_at FROM deadline WHERE item = 'XM-1' AND purpose = 'REPORT' AND next_at IS NOT NULL")
                .stream()
                .anyMatch(row -> row.get(0).startsWith(office.today().toString()));
    }

    /** Passed by all, by production on a condition that is to be met by the twentieth of August. Zhao Min is on leave. */
    private void design() {
        diary.at("2026-04-10T10:00:00", "zhao.min", "代理 钱多 4月13日 到 4月17日");
        diary.at("2026-04-15T10:00:00", "zhou.jie", "达成 XM-1 1 设计稿已出");
        diary.at("2026-04-15T14:00:00", "han.mei", "评审 XM-1");
        diary.at("2026-04-15T15:00:00", "li.lei", "通过 PS-1");
        diary.at("2026-04-16T10:00:00", "qian.duo", "通过 PS-1");
        diary.at("2026-04-20T17:30:00", "zheng.qiang", "有条件通过 PS-1 何涛 8月24日前 补齐跌落测试");
    }

    /** It slips by a week for lack of a list; its review waits for the condition of the one before. */
    private void trial() {
        diary.at("2026-08-03T10:00:00", "he.tao", "延期 XM-1 2 2026-08-21 市场部 渠道名单晚到");
        diary.at("2026-08-04T10:00:00", "han.mei", "重定基线 XM-1 渠道改了");
        diary.at("2026-08-05T10:00:00", "chen.zong", "表决 XM-1 同意");
        diary.at("2026-08-20T10:00:00", "he.tao", "达成 XM-1 2 两台已装好");
        diary.at("2026-08-20T11:00:00", "han.mei", "评审 XM-1");
        for (String head : List.of("zhang.wei", "zhao.min", "zheng.qiang"))
            diary.at("2026-08-21T10:00:00", head, "通过 PS-2");
        diary.at("2026-08-25T10:00:00", () -> done("补齐跌落测试", "报告已出"));
        diary.at("2026-10-19T15:00:00", () -> done("补齐样机", "两台已交"));
    }

    private void done(String what, String evidence) {
        office.employee("he.tao").says("完成 " + YearOfMeetings.order(office, what) + " " + evidence);
    }
}
