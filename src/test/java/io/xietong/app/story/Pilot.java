package io.xietong.app.story;

import java.util.List;

/** A running project of the demo company, for stories that begin when it has started. */
final class Pilot {

    /** Led by Han Mei for the market department, with design and production; 1 and 2 are key nodes. */
    private static final String CHARTER = """
            立项 新品上市
            牵头 韩梅
            类型 产品
            设计 2026-12-15 设计部+市场部 设计稿 关键节点
            试产 2027-01-08 生产部 样机两台 关键节点
            量产 2027-01-20 生产部 首批5000件""";

    /** Heads of the departments that answer, in their order. */
    static final List<String> HEADS = List.of("zhang.wei", "zhao.min", "zheng.qiang");

    /** Who answers for them first. */
    static final List<String> CONTACTS = List.of("li.lei", "zhou.jie", "he.tao");

    private Pilot() {}

    /** XM-1 has started, its first milestone is reached, and everybody has read what came of that. */
    static void started(Office office) {
        office.employee("li.lei").says(CHARTER).sees("XM-1 新品上市");
        HEADS.forEach(head -> office.employee(head).says("签署 XM-1"));
        office.employee("han.mei").says("承担 XM-1");
        office.employee("zhou.jie").says("达成 XM-1 1 设计稿已出");
        read(office);
        office.nothing_else_was_said();
    }

    /** The first key node is under review as PS-1. */
    static void reviewed(Office office) {
        started(office);
        office.employee("han.mei").says("评审 XM-1");
        read(office);
        office.nothing_else_was_said();
    }

    /** Everybody who has a part in it reads what they got. */
    static void read(Office office) {
        office.read_all("han.mei");
        office.read_all(HEADS.toArray(String[]::new));
        office.read_all(CONTACTS.toArray(String[]::new));
    }
}
