package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 立项: a charter that every named department signs, the lead's acceptance, and the committee for major ones (plan duties 8, 12, 27). */
class CharterTest {

    static final String LAUNCH = """
            立项 新品上市
            牵头 韩梅
            类型 %s
            设计评审 2026-12-15 设计部+市场部 设计稿 关键节点
            量产 2027-01-20 生产部 首批5000件""";

    /** Of market, which leads, design and production. */
    static final List<String> HEADS = List.of("zhang.wei", "zhao.min", "zheng.qiang");

    @Test
    void every_named_department_signs_the_lead_accepts_and_the_dates_become_the_baseline() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            office.employee("li.lei")
                    .says(LAUNCH.formatted("产品"))
                    .sees("XM-1 新品上市")
                    .with(
                            "待签署 · 还有 3 个部门未签署",
                            "牵头人:韩梅(市场部,待承担)",
                            "市场部 未签、设计部 未签、生产部 未签",
                            "○ 1 设计评审 · 12月15日(周二) · 设计部、市场部 · 设计稿 · 关键节点",
                            "🔒 2 量产 · 1月20日(周三) · 生产部 · 首批5000件");
            for (String head : HEADS)
                office.employee(head)
                        .sees("李雷 起草了任务书,请在 11月27日(周五) 18:00 前签署或退回")
                        .offering("签署", "不签", "评论");
            han.sees("李雷 提名你牵头这个项目,各部门签署后请你承担");
            office.nothing_else_was_said();

            han.says("签署 XM-1").sees("只有还没有签署的部门的负责人能签 XM-1:市场部 张伟、设计部 赵敏、生产部 郑强");
            han.says("承担 XM-1").sees("XM-1 现在是「待签署」,不能这样做");
            assertThat(office.employee("zhang.wei").presses("签署")).contains("签署:市场部");
            office.employee("zhang.wei").says("签署 XM-1").sees("你的部门已经签署 XM-1");
            office.employee("zhao.min").says("签署 xm1").sees("签署:设计部").with("还有 1 个部门未签署");
            office.employee("zheng.qiang").says("待办").sees("待办").with("XM-1 · 新品上市 · 待签署 · 截止 11月27日(周五) 18:00");
            office.nothing_else_was_said();
            assertThat(office.employee("zheng.qiang").presses("XM-1")).isEmpty();
            office.employee("zheng.qiang").sees("XM-1 新品上市").offering("签署", "不签", "评论");
            assertThat(office.employee("zheng.qiang").presses("签署")).contains("签署:生产部");

            han.sees("各部门都已签署,请在 11月26日(周四) 18:00 前承担或说明不承担的理由").offering("承担", "不承担", "评论");
            office.employee("li.lei").sees("各部门都已签署,等 韩梅 承担");
            office.nothing_else_was_said();
            han.says("承担 XM-1 投入 120%").sees("投入比例请在 1% 到 100% 之间");
            han.says("承担 XM-1 投入 50%").sees("韩梅 承担牵头,投入 50%").with("进行中 · 里程碑 0/2", "牵头人:韩梅(市场部,投入 50%)");
            for (String person : List.of("li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang"))
                office.employee(person).sees("项目启动,由 韩梅 牵头,里程碑日期已作为基线");
            office.nothing_else_was_said();
            office.employee("guo.jing").says("XM-1").sees("XM-1 只有相关部门、牵头人、成员、委员会和秘书能看到");
            office.employee("xu.ning").says("项目").sees("你能看到的项目:1 个").with("XM-1 · 新品上市 · 进行中");
            office.employee("guo.jing").says("项目").sees("没有你能看到的项目");
            office.employee("sun.mi")
                    .says("轨迹 XM-1")
                    .sees("XM-1 的轨迹")
                    .with("李雷:起草任务书「新品上市」", "张伟:签署:市场部", "韩梅:韩梅 承担牵头,投入 50%", "韩梅:项目启动,基线已定");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_department_that_does_not_sign_sends_it_back_and_all_sign_the_new_one() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            drafted(office, "产品");
            office.employee("zhang.wei").says("签署 XM-1").sees("签署:市场部");
            office.employee("zheng.qiang").says("不签 XM-1").sees("请写明不签的理由").in_form("理由");
            assertThat(office.employee("zheng.qiang").presses("提交", Map.of("text", "量产太早")))
                    .contains("生产部 不签:量产太早");
            li.sees("生产部 没有签署:量产太早。请修改任务书").with("待完善").offering("修改", "取消项目", "评论");
            office.employee("han.mei").sees("生产部 没有签署任务书:量产太早");
            office.nothing_else_was_said();

            assertThat(li.presses("修改")).isEmpty();
            li.sees("修改任务书 XM-1")
                    .with("提交后各部门需重新签署")
                    .in_form("目标(首行为名称)", "牵头人(姓名)", "里程碑(每行一个)", "类型", "范围", "对应年度目标");
            String lines = "设计评审 2026-12-15 设计部+市场部 设计稿 关键节点\n量产 2027-02-26 生产部 首批5000件";
            assertThat(li.presses("提交", charter("新品上市", "韩梅", lines))).contains("修改任务书「新品上市」");
            for (String head : HEADS)
                office.employee(head)
                        .sees("李雷 修改了任务书,请在 11月27日(周五) 18:00 前重新签署")
                        .with("2月26日(周五)");
            office.employee("han.mei").sees("李雷 提名你牵头这个项目");
            office.nothing_else_was_said();
        }
    }

    static Map<String, String> charter(String goal, String lead, String milestones) {
        return Map.of(
                "goal", goal, "lead", lead, "milestones", milestones, "kind", "PRODUCT", "scope", "", "strategy", "");
    }

    @Test
    void missing_signatures_are_nudged_and_overdue_the_drafter_learns_who_is_missing() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            drafted(office, "产品");
            office.employee("zhang.wei").says("签署 XM-1").sees("签署:市场部");
            office.it_becomes("2026-11-26T18:00:00");
            office.employee("zhao.min").sees("任务书等你签署,时限 11月27日(周五) 18:00");
            office.employee("zheng.qiang").sees("任务书等你签署,时限 11月27日(周五) 18:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-27T18:00:00");
            office.employee("zhao.min").sees("任务书等你签署,时限 11月27日(周五) 18:00 已到");
            office.employee("zheng.qiang").sees("任务书等你签署,时限 11月27日(周五) 18:00 已到");
            office.employee("li.lei").sees("签署时限 11月27日(周五) 18:00 已到,还没有签署:设计部、生产部");
            office.nothing_else_was_said();
            office.employee("zhao.min").says("请假 今天 到 下周三");
            office.read_all("zhao.min", "qian.duo");
            office.it_becomes("2026-11-30T09:00:00");
            office.employee("qian.duo").sees("任务书等你签署").offering("签署", "不签", "评论");
            office.employee("zheng.qiang").sees("任务书等你签署");
            office.employee("li.lei").sees("还没有签署:设计部、生产部");
            office.nothing_else_was_said();
            assertThat(office.employee("qian.duo").presses("签署")).contains("签署:设计部");
            office.employee("qian.duo").says("轨迹 XM-1").sees("XM-1 的轨迹").with("钱多 代 赵敏:签署:设计部");
            office.employee("zheng.qiang").says("签署 XM-1").sees("签署:生产部");
            office.read_all("han.mei", "li.lei");
            office.it_becomes("2026-12-02T18:00:00");
            office.employee("han.mei").sees("项目等你承担牵头,时限 12月2日(周三) 18:00").offering("承担", "不承担", "评论");
            office.employee("han.mei").sees("项目等你承担牵头,时限 12月2日(周三) 18:00 已到");
            office.employee("zhang.wei").sees("韩梅 还没有承担牵头(时限 12月2日(周三) 18:00)");
            office.nothing_else_was_said();
            office.employee("han.mei")
                    .says("不承担 XM-1 手上有两个项目")
                    .sees("韩梅 不承担牵头:手上有两个项目")
                    .with("待完善");
            office.employee("li.lei").sees("韩梅 不承担牵头:手上有两个项目。请修改任务书");
            office.employee("zhang.wei").sees("韩梅 不承担牵头:手上有两个项目。请另行指定牵头人");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_major_project_needs_the_committee() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            drafted(office, "重大");
            signed(office);
            office.employee("han.mei").says("承担 XM-1").sees("韩梅 承担牵头").with("待审批 · 委员会表决中,陈总 主持");
            office.employee("li.lei").sees("韩梅 已承担牵头");
            List<String> voters =
                    List.of("chen.zong", "zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");
            for (String voter : voters)
                office.employee(voter)
                        .sees("有项目任务书等委员会审批,请在 12月1日(周二) 18:00 前表决")
                        .with("同意 0 · 反对 0 · 弃权 0 · 未投 7")
                        .offering("同意", "反对", "弃权", "评论");
            office.nothing_else_was_said();
            office.employee("li.lei").says("表决 XM-1 同意").sees("只有委员会中没有回避的委员能对 XM-1 表决");
            assertThat(office.employee("zhang.wei").presses("同意")).contains("张伟 投票:同意");
            assertThat(office.employee("ma.li").presses("反对", Map.of("text", "预算未定")))
                    .contains("马丽 投票:反对。预算未定");
            office.employee("zhao.min").says("表决 XM-1 同意").sees("赵敏 投票:同意");
            office.employee("gao.yuan").says("表决 XM-1 同意 赞成尽早上市").sees("高远 投票:同意。赞成尽早上市");
            office.nothing_else_was_said();
            assertThat(office.employee("chen.zong").presses("同意")).contains("陈总 投票:同意");
            for (String person :
                    List.of("li.lei", "han.mei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang"))
                office.employee(person).sees("项目启动,由 韩梅 牵头");
            office.nothing_else_was_said();
            office.employee("song.jia").says("表决 XM-1 反对").sees("XM-1 现在是「进行中」,不能这样做");
        }
    }

    @Test
    void the_committee_that_says_no_sends_it_back_and_overdue_the_chair_decides_alone() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            drafted(office, "重大");
            signed(office);
            office.employee("han.mei").says("承担 XM-1").sees("韩梅 承担牵头");
            office.read_all(
                    "li.lei", "chen.zong", "zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");
            office.it_becomes("2026-12-01T18:00:00");
            office.read_all("zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");
            office.employee("chen.zong").sees("项目等你表决,时限 12月1日(周二) 18:00");
            office.employee("chen.zong").sees("项目表决时限 12月1日(周二) 18:00 已到,主持人可以直接决定");
            office.nothing_else_was_said();
            assertThat(office.employee("chen.zong").presses("反对")).contains("陈总 投票:反对");
            office.employee("li.lei").sees("委员会没有批准任务书。可以修改后重新送签").with("待完善");
            office.employee("han.mei").sees("委员会没有批准任务书");
            office.nothing_else_was_said();
            office.employee("li.lei").says("取消 XM-1 市场变化").sees("取消后项目即告结束").offering("取消项目");
            assertThat(office.employee("li.lei").presses("取消项目")).contains("取消:市场变化");
            office.read_all("han.mei", "zhang.wei", "zhao.min", "zheng.qiang");
            office.passes("P30D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_is_missing_is_asked_for_and_each_bad_line_has_its_sentence() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("立项 新品上市").sees("请补全任务书").in_form("目标(首行为名称)", "牵头人(姓名)", "里程碑(每行一个)", "类型", "范围", "对应年度目标");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "设计评审 设计部"))).contains("第 1 个里程碑「设计评审 设计部」没有日期");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "设计评审 2月30日 设计部")))
                    .contains("第 1 个里程碑「设计评审 2月30日 设计部」的日期不清楚");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "2026-12-15 设计部")))
                    .contains("在日期前没有名称");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "设计评审 2026-12-15")))
                    .contains("在日期后没有部门");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "设计评审 2026-12-15 设计稿")))
                    .contains("没有叫「设计稿」的部门");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "设计评审 2026-12-15 设汁部")))
                    .contains("没有叫「设汁部」的部门,是 设计部 吗?");
            assertThat(li.presses("提交", charter("新品上市", "张三", "设计评审 2026-12-15 设计部")))
                    .contains("没有叫「张三」的同事");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "评审 2026-12-15 设计部\n量产 2026-12-01 生产部")))
                    .contains("「量产」的日期早于前一个里程碑(12月15日(周二))");
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "评审 2026-12-15 市场部")))
                    .contains("任务书至少要涉及两个部门");
            office.nothing_else_was_said();
            assertThat(li.presses("提交", charter("新品上市", "韩梅", "评审 2026-12-15 设计部")))
                    .contains("起草任务书「新品上市」,由 韩梅 牵头,里程碑 1 个");
            li.sees("XM-1 新品上市");
            office.read_all("zhang.wei", "zhao.min", "han.mei");
            office.nothing_else_was_said();
        }
    }

    /** The charter is drafted, and everybody has read so. */
    static void drafted(Office office, String kind) {
        office.employee("li.lei").says(LAUNCH.formatted(kind)).sees("XM-1 新品上市");
        office.read_all("zhang.wei", "zhao.min", "zheng.qiang", "han.mei");
        office.nothing_else_was_said();
    }

    /** Every department has signed, and everybody has read so. */
    static void signed(Office office) {
        for (String head : HEADS) office.employee(head).says("签署 XM-1").sees("签署:");
        office.read_all("han.mei", "li.lei");
        office.nothing_else_was_said();
    }
}
