package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 争议, third level: the committee rules in three to five working days (plan duties 9 and 36). */
class CommitteeTest {

    private static final List<String> PARTIES = List.of("li.lei", "he.tao", "zhang.wei", "zheng.qiang");
    /** The chair and the members who head none of the parties. */
    private static final List<String> VOTERS = List.of("chen.zong", "zhao.min", "ma.li", "gao.yuan", "song.jia");

    @Test
    void the_committee_votes_without_the_parties_heads_and_the_ruling_becomes_action_items() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee sun = office.employee("sun.mi");
            Employee chair = office.employee("chen.zong");
            Seen docket = beforeTheSecretary(office);
            office.employee("zhang.wei").says("受案 ZY-1 进度").sees("只有秘书(孙秘)能受理 ZY-1");

            assertThat(sun.presses(docket, "受案", Map.of("kind", "SCHEDULE"))).contains("受案(进度),由 陈总 主持");
            chair.sees("市场部 与 生产部 的争议由你主持,请在 11月30日(周一) 18:00 前裁决")
                    .with("委员会审议", "主持:陈总", "表决规则:简单多数", "甲方 0 · 乙方 0 · 弃权 0 · 未投 5", "回避或缺席:张伟、郑强")
                    .offering("支持甲方 市场部", "支持乙方 生产部", "弃权", "回避");
            for (String member : VOTERS.subList(1, 5))
                office.employee(member)
                        .sees("争议已受案,请在 11月30日(周一) 18:00 前表决")
                        .offering("支持甲方 市场部", "支持乙方 生产部", "弃权", "回避");
            office.employee("zhang.wei").sees("你需回避或当前缺席,可以陈述,不参加表决").offering("评论");
            office.employee("zheng.qiang").sees("你需回避或当前缺席");
            office.employee("li.lei").sees("委员会已受案,将在 11月30日(周一) 18:00 前裁决");
            office.employee("he.tao").sees("委员会已受案");
            office.nothing_else_was_said();

            office.employee("zhang.wei").says("表决 ZY-1 支持甲方").sees("只有委员会中没有回避的委员能对 ZY-1 表决");
            office.employee("liu.fu").says("表决 ZY-1 支持甲方").sees("只有委员会中没有回避的委员");
            chair.says("裁决 ZY-1 照办").sees("ZY-1 还在表决,等待:陈总、赵敏、马丽、高远、宋佳");
            assertThat(office.employee("zhao.min").presses("支持甲方 市场部")).contains("赵敏 投票:支持市场部");
            assertThat(office.employee("ma.li").presses("支持乙方 生产部")).contains("马丽 投票:支持生产部");
            office.employee("gao.yuan").says("表决 ZY-1 支持甲方 上市在即").sees("高远 投票:支持市场部。上市在即");
            office.nothing_else_was_said();
            assertThat(office.employee("song.jia").presses("支持甲方 市场部")).contains("宋佳 投票");
            chair.sees("表决已结束:支持市场部。请作出裁决")
                    .with("甲方 3 · 乙方 1 · 弃权 0 · 未投 1")
                    .offering("裁决")
                    .in_form("裁决内容");
            office.employee("ma.li").says("表决 ZY-1 弃权").sees("ZY-1 的表决已经结束");
            office.employee("song.jia").says("裁决 ZY-1 照办").sees("只有主持人 陈总 能裁决 ZY-1");
            office.nothing_else_was_said();

            chair.says("裁决 ZY-1 由生产部补齐样机\n- 何涛 12月4日前 补齐样机\n- 李雷 12月7日前 确认收货");
            chair.sees("裁决将向双方和委员会公布,是最终决定。确定公布吗?").offering("裁决");
            assertThat(chair.presses("裁决")).contains("裁决:由生产部补齐样机");
            for (String reader :
                    List.of("zhao.min", "ma.li", "gao.yuan", "song.jia", "sun.mi", "zhang.wei", "zheng.qiang"))
                office.employee(reader).sees("委员会已裁决:由生产部补齐样机").with("已裁决", "支持:市场部", "执行:何涛:补齐样机(12月4日(周五) 前)");
            office.employee("li.lei").sees("委员会已裁决").offering("复议");
            office.employee("he.tao").sees("委员会已裁决").offering("复议");
            Seen first = office.employee("he.tao")
                    .sees("陈总 给你指派了行动项,请在 12月4日(周五) 前完成")
                    .with("XD-1 补齐样机", "来自:ZY-1")
                    .offering("完成", "转派", "评论");
            office.employee("li.lei").sees("陈总 给你指派了行动项,请在 12月7日(周一) 前完成").with("XD-2 确认收货");
            office.nothing_else_was_said();

            office.employee("he.tao").says("待办").sees("待办").with("XD-1 · 补齐样机 · 待完成 · 截止 12月4日(周五) 18:00");
            assertThat(office.employee("he.tao").presses(first, "完成", Map.of("text", "两台已入库")))
                    .contains("完成:两台已入库");
            chair.sees("何涛 已完成:两台已入库");
            office.employee("li.lei").says("完成 XD-2 已签收").sees("完成:已签收");
            chair.sees("李雷 已完成:已签收");
            office.passes("P40D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void silent_members_are_reminded_and_close_to_the_limit_the_chair_rules_alone() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee chair = office.employee("chen.zong");
            received(office, "进度");
            office.employee("zhao.min").presses("支持甲方 市场部");
            office.it_becomes("2026-11-26T09:00:00");
            for (String silent : List.of("chen.zong", "ma.li", "gao.yuan", "song.jia"))
                office.employee(silent).sees("市场部 与 生产部 的争议等你表决,裁决时限 11月30日(周一) 18:00");
            office.nothing_else_was_said();
            office.employee("ma.li").presses("弃权");

            office.it_becomes("2026-11-30T09:00:00");
            chair.sees("市场部 与 生产部 的争议今天到裁决时限(11月30日(周一) 18:00)");
            for (String silent : List.of("gao.yuan", "song.jia"))
                office.employee(silent).sees("等你表决");
            chair.says("裁决 ZY-1 确认 各让一步").sees("ZY-1 还在表决,等待:陈总、高远、宋佳");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-30T14:00:00");
            chair.says("ZY-1").sees("ZY-1 样机三次推迟").offering("裁决").in_form("支持哪一方", "裁决内容");
            assertThat(chair.presses("裁决", Map.of("favours", "SECOND", "text", "各让一步")))
                    .contains("裁决:各让一步");
            read_the_ruling(office, "各让一步");
        }
    }

    @Test
    void at_a_tie_the_chairs_vote_decides() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            received(office, "职责");
            office.employee("zhao.min").presses("支持甲方 市场部");
            office.employee("ma.li").presses("支持乙方 生产部");
            office.employee("gao.yuan").presses("支持乙方 生产部");
            office.employee("song.jia").presses("弃权");
            office.nothing_else_was_said();
            assertThat(office.employee("chen.zong").presses("支持甲方 市场部")).contains("陈总 投票:支持市场部");
            office.employee("chen.zong")
                    .says("ZY-1")
                    .sees("ZY-1")
                    .offering("裁决")
                    .with("甲方 2 · 乙方 2 · 弃权 1 · 未投 0");
            office.employee("chen.zong").says("轨迹 ZY-1").sees("ZY-1 的轨迹").with("表决结束:支持市场部");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_vice_chair_presides_when_the_chair_declares_a_recusal() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            received(office, "进度");
            assertThat(office.employee("chen.zong").presses("回避")).contains("陈总 声明回避");
            office.employee("liu.fu").sees("市场部 与 生产部 的争议由你主持").with("主持:刘副", "回避或缺席:陈总、张伟、郑强");
            office.employee("chen.zong").says("裁决 ZY-1 照办").sees("只有主持人 刘副 能裁决 ZY-1");
            office.employee("chen.zong").says("回避 ZY-1").sees("你在 ZY-1 中没有表决权,不需要回避");
            office.employee("liu.fu").says("轨迹 ZY-1").sees("ZY-1 的轨迹").with("陈总:陈总 声明回避");
            office.nothing_else_was_said();
            for (String member : List.of("zhao.min", "ma.li", "gao.yuan"))
                office.employee(member).presses("支持乙方 生产部");
            office.employee("liu.fu").sees("表决已结束:支持生产部。请作出裁决").offering("裁决");
            office.nothing_else_was_said();
        }
    }

    @Test
    void when_the_chair_is_a_party_the_vice_chair_presides_from_the_start() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            office.employee("chen.zong").says("争议 生产部 样机三次推迟").sees("ZY-1 样机三次推迟");
            office.employee("he.tao").sees("陈总(行政部)与你方有争议");
            escalated(office, "chen.zong", "song.jia", List.of("chen.zong", "he.tao", "song.jia", "zheng.qiang"));
            office.employee("sun.mi").presses("受案", Map.of("kind", "SCHEDULE"));
            office.employee("liu.fu").sees("行政部 与 生产部 的争议由你主持").with("回避或缺席:陈总、郑强、宋佳");
            for (String member : List.of("zhang.wei", "zhao.min", "ma.li", "gao.yuan"))
                office.employee(member).sees("请在 11月30日(周一) 18:00 前表决");
            for (String party : List.of("chen.zong", "song.jia", "zheng.qiang"))
                office.employee(party).sees("你需回避或当前缺席");
            office.employee("he.tao").sees("委员会已受案");
            office.employee("chen.zong").says("裁决 ZY-1 照办").sees("只有主持人 刘副 能裁决 ZY-1");
            office.nothing_else_was_said();
        }
    }

    @Test
    void absent_members_vote_through_their_delegates_or_not_at_all() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            office.employee("zhao.min").says("代理 钱多 周一 到 周五");
            office.employee("ma.li").says("请假 今天 到 周五");
            office.read_all("zhao.min", "ma.li", "qian.duo");
            beforeTheSecretary(office);
            office.employee("sun.mi").presses("受案", Map.of("kind", "SCHEDULE"));
            office.employee("chen.zong").sees("由你主持").with("未投 4", "回避或缺席:张伟、郑强、马丽");
            office.employee("qian.duo").sees("请在 11月30日(周一) 18:00 前表决");
            office.employee("ma.li").sees("你需回避或当前缺席");
            for (String member : List.of("gao.yuan", "song.jia"))
                office.employee(member).sees("前表决");
            office.read_all(PARTIES.toArray(String[]::new));
            office.nothing_else_was_said();
            office.employee("qian.duo").says("待办").sees("待办").with("ZY-1 · 样机三次推迟 · 委员会审议");
            assertThat(office.employee("qian.duo")
                            .says("表决 ZY-1 支持甲方")
                            .sees("赵敏 投票:支持市场部")
                            .text())
                    .contains("未投 3");
            office.employee("qian.duo").says("轨迹 ZY-1").sees("ZY-1 的轨迹").with("钱多 代 赵敏:赵敏 投票:支持市场部");
            office.nothing_else_was_said();
        }
    }

    @Test
    void working_days_are_counted_over_the_national_day_holiday() {
        try (Office office = Office.at("2026-09-24T09:00:00")) {
            received(office, "进度");
            office.employee("chen.zong").says("ZY-1").sees("ZY-1").with("截止 10月9日(周五) 18:00");
            office.it_becomes("2026-09-30T09:00:00");
            for (String voter : VOTERS) office.employee(voter).sees("等你表决,裁决时限 10月9日(周五) 18:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-10-07T23:00:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-10-08T18:00:00");
            cards_of_two_weeks_ago_were_sent_anew(office);
            office.nothing_else_was_said();
            office.it_becomes("2026-10-09T09:00:00");
            office.employee("chen.zong").sees("今天到裁决时限(10月9日(周五) 18:00)");
            for (String member : VOTERS.subList(1, 5)) office.employee(member).sees("等你表决");
            office.nothing_else_was_said();
            office.it_becomes("2026-10-09T18:00:00");
            office.employee("chen.zong").sees("裁决时限 10月9日(周五) 18:00 已到,请尽快裁决");
            office.employee("sun.mi").sees("已提醒主持人");
            office.it_becomes("2026-10-10T09:00:00");
            office.employee("chen.zong").sees("裁决已超时(时限 10月9日(周五) 18:00)");
            office.employee("sun.mi").sees("已提醒主持人");
            office.nothing_else_was_said();
        }
    }

    @Test
    void new_evidence_asks_for_one_review_and_no_more() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            received(office, "其他");
            office.employee("chen.zong")
                    .says("裁决 ZY-1 确认 支持甲方,生产部补齐\n- 何涛 12月4日前 补齐样机")
                    .sees("裁决:支持甲方,生产部补齐");
            office.employee("he.tao").sees("陈总 给你指派了行动项").with("XD-1 补齐样机");
            read_the_ruling(office, "支持甲方,生产部补齐");

            office.employee("he.tao").says("复议 ZY-1 签收单显示已在周三签收").sees("申请复议:签收单显示已在周三签收");
            office.employee("sun.mi").sees("市场部 与 生产部 的裁决有新证据,申请复议:签收单").offering("受案");
            for (String other : List.of("li.lei", "zhang.wei", "zheng.qiang"))
                office.employee(other).sees("已申请复议:签收单显示已在周三签收");
            office.nothing_else_was_said();
            office.employee("he.tao")
                    .says("XD-1")
                    .sees("XD-1 补齐样机")
                    .with("暂停(复议中)")
                    .offering("评论");
            office.employee("he.tao").says("完成 XD-1 补了").sees("XD-1 现在是「暂停(复议中)」,不能这样做");
            office.employee("he.tao").says("待办").sees("现在没有等你处理的事");
            office.nothing_else_was_said();
            office.employee("sun.mi").presses("受案", Map.of("kind", "OTHER"));
            office.read_all(VOTERS.toArray(String[]::new));
            office.read_all(PARTIES.toArray(String[]::new));
            office.employee("chen.zong")
                    .says("裁决 ZY-1 确认 支持乙方,按签收为准")
                    .sees("裁决:支持乙方,按签收为准")
                    .with("支持:生产部");
            office.employee("he.tao").sees("陈总 取消了这项").with("XD-1 补齐样机", "已取消");
            read_the_ruling(office, "支持乙方,按签收为准");
            office.employee("sun.mi")
                    .says("轨迹 ZY-1")
                    .sees("ZY-1 的轨迹")
                    .with("何涛:生产部 陈述立场:物料未到", "孙秘:受案(其他),由 陈总 主持", "陈总:裁决:支持甲方,生产部补齐", "何涛:申请复议:签收单");
            office.employee("li.lei").says("复议 ZY-1 再来一次").sees("ZY-1 已复议过一次,裁决为最终决定");
            office.nothing_else_was_said();
        }
    }

    private static void cards_of_two_weeks_ago_were_sent_anew(Office office) {
        office.read_all("sun.mi");
        office.read_all(VOTERS.toArray(String[]::new));
        office.read_all(PARTIES.toArray(String[]::new));
    }

    private static void read_the_ruling(Office office, String text) {
        for (String reader : List.of("zhao.min", "ma.li", "gao.yuan", "song.jia", "sun.mi"))
            office.employee(reader).sees("委员会已裁决:" + text);
        for (String party : PARTIES) office.employee(party).sees("委员会已裁决:" + text);
        office.nothing_else_was_said();
    }

    /** Before the committee, and everybody has read so. */
    static void received(Office office, String kind) {
        beforeTheSecretary(office);
        office.employee("sun.mi").says("受案 ZY-1 " + kind);
        office.read_all("sun.mi");
        office.read_all(VOTERS.toArray(String[]::new));
        office.read_all(PARTIES.toArray(String[]::new));
        office.nothing_else_was_said();
    }

    /** Market and production could not agree, nor could their heads. */
    private static Seen beforeTheSecretary(Office office) {
        office.employee("li.lei").says("争议 生产部 样机三次推迟").sees("ZY-1 样机三次推迟");
        office.employee("he.tao").sees("与你方有争议");
        return escalated(office, "li.lei", "zhang.wei", PARTIES);
    }

    private static Seen escalated(Office office, String raiser, String head, List<String> parties) {
        office.employee("he.tao").says("立场 ZY-1 物料未到");
        office.employee(raiser).says("升级 ZY-1 上市临近");
        office.employee(head).says("升级 ZY-1 谈不拢");
        office.read_all(parties.toArray(String[]::new));
        Seen card = office.employee("sun.mi").sees("争议提交委员会,请受案").offering("受案");
        office.nothing_else_was_said();
        return card;
    }
}
