package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** 争议, first and second level: the front line, then both heads (plan duties 34-35). */
class NegotiationTest {

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-.*",
            disabledReason = "WeCom changes a card once; the settlement stands on the newer card below")
    void the_front_line_settles_a_dispute_about_a_request_when_both_sides_agree() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            filed(office);

            li.says("争议 XQ-1 三次推迟,影响上市");
            li.sees("ZY-1 三次推迟,影响上市")
                    .with("一线协商 · 李雷 与 周洁 先行协商", "甲方 市场部 李雷:三次推迟,影响上市", "乙方 设计部 周洁:(还没有陈述立场)", "来自:XQ-1")
                    .with("截止 11月26日(周四) 18:00")
                    .offering("和解", "升级", "立场");
            Seen card = zhou.sees("李雷(市场部)与你方有争议").offering("和解", "升级", "立场");
            office.nothing_else_was_said();
            li.says("轨迹 XQ-1").sees("XQ-1 的轨迹").with("李雷:提出争议 ZY-1");
            li.says("XQ-1").sees("XQ-1 新品海报").with("争议中:ZY-1");
            assertThat(li.presses("ZY-1")).isEmpty();
            li.sees("ZY-1 三次推迟");
            li.says("争议 XQ-1 再提一次").sees("XQ-1 已有争议 ZY-1");
            zhou.says("待办").sees("待办").with("ZY-1 · 三次推迟,影响上市 · 一线协商 · 截止 11月26日(周四) 18:00", "XQ-1");
            office.employee("guo.jing").says("ZY-1").sees("ZY-1 只有争议双方、委员会和秘书能看到");

            assertThat(zhou.presses(card, "和解", Map.of("text", "周四前交主视觉"))).contains("设计部 提出和解条款:周四前交主视觉");
            li.sees("设计部 提出和解条款:周四前交主视觉").offering("同意", "和解", "升级", "立场");
            assertThat(zhou.says("同意 ZY-1").sees("你方已经同意,正等对方回应 ZY-1").text()).isNotEmpty();
            assertThat(li.presses("同意")).contains("双方和解:周四前交主视觉");
            zhou.sees("双方已和解:周四前交主视觉");
            heads_read_their_digest_note(office);
            li.says("ZY-1").sees("ZY-1 三次推迟").with("已和解", "和解条款:周四前交主视觉", "已同意:市场部、设计部");
            li.says("XQ-1").sees("XQ-1 新品海报").without("争议中");
            li.says("轨迹 XQ-1").sees("XQ-1 的轨迹").with("争议 ZY-1 结束:周四前交主视觉");
            li.says("轨迹 ZY-1").sees("ZY-1 的轨迹").with("市场部 对 设计部 提出争议", "设计部 提出和解条款", "双方和解");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_the_front_line_leaves_open_climbs_by_itself_and_both_heads_settle_it() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee zhang = office.employee("zhang.wei");
            Employee zheng = office.employee("zheng.qiang");
            raised(office);

            office.it_becomes("2026-11-24T09:15:00");
            zhang.sees("新的争议:市场部 与 生产部");
            zheng.sees("新的争议:市场部 与 生产部");
            office.it_becomes("2026-11-24T18:00:00");
            office.employee("he.tao").sees("争议协商时间已过半,请在 11月25日(周三) 18:00 前回应");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-25T18:00:00");
            office.employee("li.lei").sees("本级协商到时未果,争议自动升级:负责人协商");
            office.employee("he.tao").sees("本级协商到时未果,争议自动升级:负责人协商").offering("立场");
            zhang.sees("一线协商到时未果,请双方负责人协商").offering("和解", "升级", "立场");
            Seen card = zheng.sees("一线协商到时未果,请双方负责人协商").offering("和解", "升级", "立场");
            office.nothing_else_was_said();

            office.employee("he.tao").says("和解 ZY-1 下周给").sees("由负责人(郑强)提出或同意条款;你仍可以陈述立场");
            zhang.says("待办").sees("待办").with("ZY-1 · 样机三次推迟 · 负责人协商 · 截止 11月27日(周五) 18:00");
            assertThat(zheng.presses(card, "和解", Map.of("text", "周五先交两台"))).contains("生产部 提出和解条款");
            office.employee("li.lei").sees("生产部 提出和解条款:周五先交两台").offering("立场");
            zhang.sees("生产部 提出和解条款:周五先交两台").offering("同意", "和解", "升级", "立场");
            office.nothing_else_was_said();
            assertThat(zhang.presses("同意")).contains("双方和解");
            zheng.sees("双方已和解:周五先交两台");
            zheng.says("轨迹 ZY-1").sees("ZY-1 的轨迹").with("一线协商时限已过 50%", "系统:升级到「负责人协商」");
            office.employee("li.lei").sees("双方已和解");
            office.employee("he.tao").sees("双方已和解");
            office.passes("P30D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_silent_head_does_not_block_it_goes_on_to_the_committee() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            raised(office);
            office.it_becomes("2026-11-25T18:00:00");
            office.read_all("zhang.wei", "zheng.qiang", "li.lei", "he.tao");
            office.nothing_else_was_said();
            office.employee("zhang.wei").says("和解 ZY-1 各让一步").sees("市场部 提出和解条款:各让一步");
            office.employee("zheng.qiang").sees("市场部 提出和解条款:各让一步").offering("同意", "和解", "升级", "立场");
            office.employee("he.tao").sees("市场部 提出和解条款:各让一步");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-26T18:00:00");
            office.employee("zheng.qiang").sees("市场部 与 生产部 的争议等你回应,截止 11月27日(周五) 18:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-27T18:00:00");
            office.employee("sun.mi").sees("负责人协商到时未果,请受案").offering("受案").in_form("争议类型");
            for (String party : new String[] {"zhang.wei", "zheng.qiang", "li.lei", "he.tao"})
                office.employee(party).sees("本级协商到时未果,争议自动升级:待受案");
            office.nothing_else_was_said();
            office.employee("sun.mi").says("待办").sees("待办").with("ZY-1 · 样机三次推迟 · 待受案");
            office.it_becomes("2026-11-30T18:00:00");
            office.employee("sun.mi").sees("争议等待受案,时限 11月30日(周一) 18:00");
            office.it_becomes("2026-12-01T09:00:00");
            office.employee("sun.mi").sees("争议等待受案,时限 11月30日(周一) 18:00");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_level_is_left_early_only_once_both_sides_have_stated_their_positions() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee li = office.employee("li.lei");
            raised(office);
            li.says("升级 ZY-1 急").sees("ZY-1 双方都陈述立场后才能提前升级;否则到 11月25日(周三) 18:00 自动升级");
            office.employee("he.tao").says("立场 ZY-1 物料未到").sees("生产部 陈述立场:物料未到");
            li.sees("生产部 陈述了立场:物料未到").with("乙方 生产部 何涛:物料未到");
            assertThat(li.presses("升级")).contains("升级到「负责人协商」");
            office.employee("zhang.wei").sees("市场部 与 生产部 的争议升级到负责人,请双方协商");
            office.employee("zheng.qiang").sees("市场部 与 生产部 的争议升级到负责人,请双方协商");
            office.employee("he.tao").sees("争议已升级:负责人协商");
            office.nothing_else_was_said();
        }
    }

    @Test
    void only_who_raised_it_withdraws_it_and_confirms_that() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            raised(office);
            office.employee("he.tao").says("撤回 ZY-1").sees("只有提出争议的 市场部 能撤回 ZY-1");
            office.employee("li.lei").says("撤回 ZY-1");
            office.employee("li.lei").sees("撤回后这件争议即告结束").offering("撤回");
            assertThat(office.employee("li.lei").presses("撤回")).contains("撤回争议");
            office.employee("he.tao").sees("李雷 撤回了争议").with("已撤回");
            office.employee("zhang.wei").sees("李雷 撤回了争议");
            office.employee("zheng.qiang").sees("李雷 撤回了争议");
            office.employee("li.lei").says("和解 ZY-1 算了").sees("ZY-1 现在是「已撤回」,不能这样做");
            office.employee("li.lei").says("验收 ZY-1 5").sees("「验收」不适用于 ZY-1").with("立场、和解、同意");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_is_missing_is_asked_for_and_others_are_told_why_not() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("争议 样机三次推迟").sees("请说明争议:与谁、是什么").in_form("与哪个部门", "争议是什么,我方的立场");
            assertThat(li.presses("提交", Map.of("to", "production"))).contains("市场部 对 生产部 提出争议:样机三次推迟");
            li.sees("ZY-1 样机三次推迟");
            office.employee("he.tao").sees("李雷(市场部)与你方有争议");
            li.says("争议 市场部 内部的事").sees("争议的另一方是别的部门");
            office.employee("he.tao").says("求助 市场部 渠道名单 周五").sees("XQ-1 渠道名单");
            li.sees("向你求助");
            office.employee("song.jia").says("争议 XQ-1 我来说说").sees("XQ-1 只对双方部门可见");
            office.employee("sun.mi").says("争议 XQ-1 我来说说").sees("XQ-1 不是你所在部门的事");
            li.says("争议 XQ-9 没有的").sees("没有找到 XQ-9");
            office.nothing_else_was_said();
        }
    }

    private static void raised(Office office) {
        office.employee("li.lei").says("争议 生产部 样机三次推迟").sees("ZY-1 样机三次推迟");
        office.employee("he.tao").sees("李雷(市场部)与你方有争议");
        office.nothing_else_was_said();
    }

    private static void heads_read_their_digest_note(Office office) {
        office.employee("zhang.wei").sees("双方已和解");
        office.employee("zhao.min").sees("双方已和解");
    }

    private static void filed(Office office) {
        office.employee("li.lei").says("求助 设计部 新品海报 周五").sees("XQ-1 新品海报");
        office.employee("zhou.jie").sees("向你求助");
        office.nothing_else_was_said();
    }
}
