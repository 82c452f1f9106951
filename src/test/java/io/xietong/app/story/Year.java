package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What people do in a year: written into their diary, beside what {@link YearOfMeetings} and {@link YearOfProject} write there. */
final class Year {

    private final Office office;
    private final Diary diary;
    private final Path config;

    Year(Office office, Diary diary, Path config) {
        this.office = office;
        this.diary = diary;
        this.config = config;
    }

    void write() {
        new YearOfMeetings(office, diary).write();
        new YearOfProject(office, diary).write();
        requests();
        dispute();
        notices();
        documents();
        nextYear();
    }

    /** One answered in time, one late, one that is asked about, declined and escalated. */
    private void requests() {
        diary.at("2026-03-10T09:30:00", "li.lei", "求助 设计部 新品海报 3月20日");
        diary.at("2026-03-10T11:00:00", "zhou.jie", "受理 XQ-1 3月19日");
        diary.at("2026-03-19T14:00:00", "zhou.jie", "完成 XQ-1 在网盘里");
        diary.at("2026-03-20T10:00:00", "li.lei", "验收 XQ-1 5 很好");

        diary.at("2026-05-12T09:30:00", "he.tao", "求助 财务部 预算模板 5月15日");
        diary.at("2026-05-14T10:00:00", "guo.jing", "受理 XQ-2 5月15日");
        diary.at("2026-05-15T15:00:00", "guo.jing", "完成 XQ-2 已发");
        diary.at("2026-05-18T10:00:00", "he.tao", "验收 XQ-2 4");

        diary.at("2026-06-08T09:30:00", "li.lei", "求助 信息技术部 展会网络 6月16日");
        diary.at("2026-06-08T10:00:00", "zhao.gong", "需补充 XQ-3 要几个接入点");
        diary.at("2026-06-08T14:00:00", "li.lei", "补充 XQ-3 四个");
        diary.at("2026-06-08T15:00:00", "zhao.gong", "转派 XQ-3 行政部 展会归行政部");
        diary.at("2026-06-08T16:00:00", "sun.mi", "转派 XQ-3 信息技术部 网络不归我们");
        diary.at("2026-06-09T09:10:00", "li.lei", "升级 XQ-3 没有人办");
        diary.at("2026-06-09T10:00:00", "gao.yuan", "受理 XQ-3 6月12日");
        diary.at("2026-06-12T11:00:00", "gao.yuan", "完成 XQ-3 已接好");
        diary.at("2026-06-15T10:00:00", "li.lei", "验收 XQ-3 3");
    }

    /** It climbs to the committee while Zhang Wei is on leave, and is ruled on after the National Day holiday. */
    private void dispute() {
        diary.at("2026-09-18T10:00:00", "zhang.wei", "代理 王芳 9月21日 到 9月30日");
        diary.at("2026-09-21T09:30:00", "li.lei", "求助 生产部 样机两台 9月24日");
        diary.at("2026-09-21T10:00:00", "he.tao", "受理 XQ-4 9月24日");
        diary.at("2026-09-22T10:00:00", "li.lei", "争议 XQ-4 已三次推迟");
        diary.at("2026-09-28T10:00:00", "wang.fang", "和解 ZY-1 先交一台");
        diary.at("2026-09-30T10:00:00", "sun.mi", "受案 ZY-1 进度");
        diary.at("2026-10-08T14:00:00", "zhao.min", "表决 ZY-1 支持甲方");
        diary.at("2026-10-09T10:00:00", "ma.li", "表决 ZY-1 支持甲方");
        diary.at("2026-10-09T11:00:00", "gao.yuan", "表决 ZY-1 支持乙方");
        diary.at("2026-10-12T10:00:00", "song.jia", "表决 ZY-1 支持甲方");
        diary.at("2026-10-12T15:00:00", "chen.zong", "裁决 ZY-1 确认 由生产部补齐\n- 何涛 10月20日前 补齐样机");
        diary.at("2026-10-19T11:00:00", "he.tao", "完成 XQ-4 两台已交");
        diary.at("2026-10-19T14:00:00", "li.lei", "验收 XQ-4 4");
    }

    private void notices() {
        List<String> prompt = List.of(
                "chen.zong",
                "liu.fu",
                "zhang.wei",
                "wang.fang",
                "li.lei",
                "han.mei",
                "zhao.min",
                "qian.duo",
                "zhou.jie",
                "wu.yue",
                "zheng.qiang",
                "feng.lin",
                "he.tao",
                "xu.ning",
                "ma.li",
                "guo.jing",
                "gao.yuan",
                "luo.cheng",
                "zhao.gong",
                "liang.yu",
                "song.jia",
                "tang.wan");
        published("2026-05-06T10:00:00", "sun.mi", notice("协同方案自今日起试行", "TASK", "全公司", "yes"));
        for (String person : prompt) diary.at("2026-05-06T14:00:00", person, "确认 GG-1");
        diary.at("2026-05-08T10:00:00", "lin.xia", "确认 GG-1");
        diary.at("2026-05-11T10:00:00", "hu.bin", "确认 GG-1");

        published("2026-09-15T10:00:00", "zheng.qiang", notice("周五下午四点全厂盘点", "TASK", "生产部", "yes"));
        for (String person : List.of("he.tao", "xu.ning", "feng.lin"))
            diary.at("2026-09-15T14:00:00", person, "确认 GG-2");

        published("2026-12-01T10:00:00", "sun.mi", notice("新品提前上市", "SUCCESS_STORY", "市场部、生产部", "no"));
    }

    private static Map<String, String> notice(String text, String kind, String audience, String must) {
        return Map.of("text", text, "kind", kind, "audience", audience, "must", must, "at", "");
    }

    private void published(String at, String person, Map<String, String> form) {
        diary.at(at, () -> {
            Employee writer = office.employee(person);
            writer.says("公告");
            assertThat(writer.presses("发布", form)).contains("发给");
        });
    }

    /** A document that is due for another look after half a year. */
    private void documents() {
        diary.at("2026-06-01T10:00:00", () -> {
            Employee han = office.employee("han.mei");
            han.says("文件 新品定价表 https://docs.example/price");
            assertThat(han.presses(
                            "上架",
                            Map.of(
                                    "name", "新品定价表",
                                    "link", "https://docs.example/price",
                                    "shelf", "SHARED_DATA",
                                    "audience", "市场部",
                                    "review", "")))
                    .contains("放到共享数据");
        });
        diary.at("2026-12-02T10:00:00", "han.mei", "复核 WJ-1 2027年6月1日");
    }

    /** Days off of 2027 are published in December; what is due by then was an estimate. */
    private void nextYear() {
        diary.at("2026-12-16T10:00:00", "han.mei", "求助 财务部 上市费用决算 2027年1月6日");
        diary.at("2026-12-16T11:00:00", "guo.jing", "受理 XQ-5 2027年1月4日");
        diary.at("2026-12-21T09:30:00", this::confirmed);
        diary.at("2026-12-21T10:00:00", "sun.mi", "日历 导入");
        diary.at("2027-01-05T11:00:00", "guo.jing", "完成 XQ-5 已发");
        diary.at("2027-01-06T14:00:00", "han.mei", "验收 XQ-5 5");
    }

    private void confirmed() {
        try {
            java.nio.file.Files.writeString(config.resolve("calendar/2027.yml"), """
                    year: 2027
                    state: confirmed
                    days:
                      - { date: 2027-01-01, name: 元旦, working: false }
                      - { date: 2027-01-04, name: 元旦, working: false }
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
