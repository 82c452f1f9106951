package io.xietong.core;

import io.xietong.core.people.Committee;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.text.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo company of {@code config/organisation.yml}, and its time. */
public final class Demo {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Organisation COMPANY = new Organisation(data());

    private Demo() {}

    /** An instant by the clock on the company's wall, such as {@code 2026-11-24T09:00}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public static OrganisationData data() {
        return new OrganisationData(
                "示例公司",
                ZONE,
                Language.CHINESE,
                people(),
                List.of(
                        department("market", "市场部", "zhang.wei", "wang.fang", "li.lei", "han.mei"),
                        department("design", "设计部", "zhao.min", "qian.duo", "zhou.jie", "wu.yue"),
                        department("production", "生产部", "zheng.qiang", "feng.lin", "he.tao", "xu.ning"),
                        department("finance", "财务部", "ma.li", "hu.bin", "guo.jing", "lin.xia"),
                        department("it", "信息技术部", "gao.yuan", "luo.cheng", "zhao.gong", "liang.yu"),
                        department("admin-office", "行政部", "song.jia", "sun.mi", "sun.mi", "tang.wan")),
                new Committee(
                        "chen.zong",
                        "liu.fu",
                        List.of("zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia")),
                List.of("sun.mi"),
                List.of("zhao.gong"));
    }

    private static Department department(String id, String name, String head, String deputy, String... contacts) {
        return new Department(id, name, Optional.of(head), List.of(deputy), List.of(contacts));
    }

    private static List<Person> people() {
        String listed = """
                chen.zong 陈总 admin-office, liu.fu 刘副 admin-office, song.jia 宋佳 admin-office, sun.mi 孙秘 admin-office,
                tang.wan 唐婉 admin-office, zhang.wei 张伟 market, wang.fang 王芳 market, li.lei 李雷 market, han.mei 韩梅 market,
                zhao.min 赵敏 design, qian.duo 钱多 design, zhou.jie 周洁 design, wu.yue 吴悦 design,
                zheng.qiang 郑强 production, feng.lin 冯琳 production, he.tao 何涛 production, xu.ning 许宁 production,
                ma.li 马丽 finance, hu.bin 胡斌 finance, guo.jing 郭静 finance, lin.xia 林夏 finance,
                gao.yuan 高远 it, luo.cheng 罗成 it, zhao.gong 赵工 it, liang.yu 梁宇 it""";
        return Arrays.stream(listed.split(",\\s+")).map(Demo::person).toList();
    }

    private static Person person(String line) {
        String[] parts = line.split(" ");
        return new Person(parts[0], parts[1], parts[2], Map.of("sandbox", parts[0]));
    }
}
