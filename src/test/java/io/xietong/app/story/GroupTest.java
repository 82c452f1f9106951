package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Who the bot is, and what belongs into a group and what does not. */
class GroupTest {

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-.*",
            disabledReason = "WeCom tells a bot nothing when it is added and lets it speak only after it was mentioned")
    void added_to_a_group_it_introduces_itself_once() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.the_bot_joins_the_group();
            office.group().sees("大家好,我是协同").offering("求助", "接口人", "帮助");
            office.the_bot_joins_the_group();
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_directory_of_groups_is_answered_in_private() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says_in_the_group("群目录").sees("还没有你能看到的群");
            office.employee("li.lei").says("群").sees("还没有你能看到的群");
            office.nothing_else_was_said();
        }
    }

    @Test
    void somebodys_first_word_in_the_single_chat_is_met_with_an_introduction() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("协同");
            li.sees("我是协同");
            li.sees("李雷,你好").with("等我处理:0 件");
            li.says("协同");
            li.sees("李雷,你好");
            office.nothing_else_was_said();
            office.employee("han.mei").says("求助 设计部 新品海报 周五");
            office.employee("han.mei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-webhook",
            disabledReason = "WeCom's bot sends no cards to groups while it is called back")
    void a_sentence_in_the_group_becomes_a_draft_that_somebody_confirms() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says_in_the_group("请设计部周五前出新品海报");
            Seen draft = office.group().sees("请确认后提交;提交之前不会打扰任何人");
            office.nothing_else_was_said();
            assertThat(li.presses_in_the_group("提交")).isEqualTo("XQ-1 向 设计部 求助,由 周洁 接手");
            draft.now_reads("XQ-1 向 设计部 求助");
            office.group().sees("XQ-1").with("期望完成:11月27日(周五)", "新品海报");
            office.employee("zhou.jie").sees("市场部 李雷 向你求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = Stage.PROPERTY,
            matches = "wecom-webhook",
            disabledReason = "WeCom's bot sends no cards to groups while it is called back")
    void the_group_sees_one_card_that_keeps_up_and_private_things_are_said_aside() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says_in_the_group("求助 设计部 新品海报 周五");
            Seen card = office.group().sees("XQ-1").offering("受理", "需补充", "转派", "婉拒");
            office.employee("zhou.jie").sees("向你求助");

            assertThat(office.employee("guo.jing").presses_in_the_group("受理", Map.of("date", "2026-11-27")))
                    .isEqualTo("XQ-1 只对双方部门可见。需要了解请联系提出人或秘书。");
            assertThat(office.employee("zhou.jie").presses_in_the_group("受理", Map.of("date", "2026-11-27")))
                    .startsWith("XQ-1 受理");
            li.sees("周洁 已受理");
            card.now_reads("办理中").now_offers("完成", "评论");

            for (String verb : new String[] {"待办", "我的", "设置", "接口人 设计部", "查 海报", "轨迹 1", "日历"}) {
                li.says_in_the_group(verb);
                li.sees("");
            }
            li.says_in_the_group("婉拒 XQ-1 不办");
            li.sees("只有 设计部 的接口人、副手或负责人可以这样做");
            office.nothing_else_was_said();

            office.employee("zhou.jie").says_in_the_group("完成 XQ-1 在群文件里");
            office.group().sees("交付。在群文件里").with("待验收");
            li.sees("周洁 已完成,请验收。在群文件里");
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_account_that_is_in_no_list_is_told_how_to_get_in() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("nobody").says("待办");
            String account = office.stage.account("nobody");
            office.employee("nobody").sees("还不认识你的账号(" + account + ")。请把它发给管理员 赵工");
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            Seen card = office.employee("zhou.jie").sees("向你求助");
            assertThat(office.employee("nobody").presses(card, "受理", Map.of())).startsWith("还不认识你的账号(" + account + ")");
            office.nothing_else_was_said();
        }
    }
}
