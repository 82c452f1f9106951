package io.xietong.dingtalk;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cards as the bot sends them. */
final class Gallery {

    private Gallery() {}

    static Card awaiting() {
        return Card.titled("XQ-132 新品海报", Tone.INFO)
                .line("待响应 · 设计部 周洁 应在 11月26日(周四) 09:00 前答复(自然日 24 小时)")
                .progress(45, "剩余 13 小时 12 分钟,11月26日(周四) 09:00 到期")
                .field("提出人", "李雷(市场部)")
                .field("受理方", "周洁(设计部)")
                .field("需求内容", "新品上市海报三张,主视觉沿用上月定稿。\n尺寸:A2")
                .field("期望时间", "11月27日(周五)")
                .form(List.of(
                        Input.date("date", "承诺完成日", false, "2026-11-27"),
                        Input.longText("text", "给提出人的话", false, "", ""),
                        Input.choice(
                                "to",
                                "转派给",
                                false,
                                "",
                                List.of(new Option("production", "生产部"), new Option("finance", "财务部")))))
                .buttons(List.of(
                        Button.primary("accept", "受理", "受理 XQ-132"),
                        Button.plain("needinfo", "需补充", "需补充 XQ-132"),
                        Button.plain("transfer", "转派", "转派 XQ-132"),
                        Button.danger("decline", "婉拒", "婉拒 XQ-132", "婉拒后李雷会收到理由,确定吗?")))
                .drawnFor(3);
    }

    static Card overdue() {
        return Card.titled("XQ-132 新品海报", Tone.DANGER)
                .line("已超时")
                .line("待响应 · 设计部 尚未答复")
                .progress(100, "已超时 2 小时,应于 11月26日(周四) 09:00 前答复")
                .field("提出人", "李雷(市场部)")
                .buttons(List.of(
                        Button.primary("nudge", "催办", "催办 XQ-132"),
                        new Button("escalate", "升级", "升级 XQ-132", Button.Style.DANGER, Optional.of("将提交双方负责人,确定吗?"))))
                .drawnFor(5);
    }

    /** A joint review as a department's contact sees it. */
    static Card gate() {
        return Card.titled("PS-21 样机", Tone.INFO)
                .line("何涛 答复:不通过,没有通过跌落测试")
                .line("评审中 · 2/4 个部门已答复,还差 设计部、财务部")
                .progress(35, "截止 11月26日(周四) 18:00,还剩 1天9小时")
                .field("项目", "XM-8 第 2 个里程碑:样机")
                .field("牵头人", "李雷")
                .field("本轮", "第 2 轮,改动:已加固外壳")
                .field("市场部", "有条件通过,何涛 12月5日前 补齐样机\n渠道清单补全(张伟 11月25日(周三) 09:10)")
                .field("生产部", "不通过,没有通过跌落测试(何涛 11月25日(周三) 09:00),负责人可在 11月25日(周三) 14:30 前改判")
                .field("设计部", "未答复(等 周洁)")
                .field("财务部", "未答复(等 郭静)")
                .field("前面评审未完成的条件", "XD-3 补齐样机")
                .form(List.of(Input.longText("text", "条件(每行一条,可写谁、哪天前)或理由", false, "", "")))
                .buttons(List.of(
                        Button.primary("pass", "通过", "通过 PS-21"),
                        Button.plain("conditional", "有条件通过", "有条件通过 PS-21"),
                        Button.danger("fail", "不通过", "不通过 PS-21", "不通过后本轮评审即告失败,确定吗?"),
                        Button.plain("abstain", "弃权", "弃权 PS-21")))
                .drawnFor(6);
    }

    static Card completed() {
        return Card.titled("XQ-132 新品海报", Tone.SUCCESS)
                .line("已完成")
                .field("评价", "★★★★☆")
                .drawnFor(9);
    }

    static Card project() {
        return Card.titled("XM-8 新品上市", Tone.INFO)
                .line("里程碑 1「设计评审」将在 12月15日(周二) 18:00 到期")
                .line("进行中 · 里程碑 0/2")
                .progress(65, "里程碑期限 12月15日(周二) 18:00,还剩 7天9小时")
                .field("目标", "新品一月上市\n华东先行")
                .field("牵头人", "韩梅(市场部,投入 50%)")
                .line("○ 1 设计评审 · 12月15日(周二) · 设计部、市场部 · 设计稿 · 关键节点")
                .line("🔒 2 量产 · 2月10日(周三) · 生产部 · 首批5000件 · 基线 1月20日(周三)")
                .form(List.of(Input.longText("text", "说明", false, "", "")))
                .buttons(List.of(
                        Button.primary("reach", "达成 1", "达成 XM-8 1"),
                        Button.plain("slip", "延期 1", "延期 XM-8 1"),
                        Button.plain("report", "周报", "周报 XM-8"),
                        Button.plain("comment", "评论", "评论 XM-8")))
                .drawnFor(7);
    }

    static Card form() {
        return Card.titled("提交协作请求", Tone.INFO)
                .line("请补全后提交。")
                .form(List.of(
                        Input.choice(
                                "department",
                                "求助部门",
                                true,
                                "design",
                                List.of(new Option("market", "市场部"), new Option("design", "设计部"))),
                        Input.longText("need", "需求内容", true, "要什么、给谁用、做到什么程度", "新品海报"),
                        Input.date("wantedBy", "期望时间", false, ""),
                        Input.text("support", "所需支持", false, "", "")))
                .buttons(List.of(Button.primary("file", "提交", "求助")))
                .build();
    }

    static Card list() {
        Card.Builder card = Card.titled("我的待办", Tone.NEUTRAL);
        List<Button> buttons = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            card.line("XQ-" + i + " 新品海报 待响应");
            buttons.add(Button.plain("show-" + i, "XQ-" + i, "XQ-" + i));
        }
        return card.buttons(buttons).build();
    }

    static Card help() {
        Card.Builder card = Card.titled("我能做什么", Tone.INFO).line("在群里 @我,或直接发给我:");
        for (int i = 1; i <= 25; i++) card.field("动词" + i, "说明 — 例:动词" + i + " XQ-132");
        return card.buttons(List.of(Button.plain("request", "求助", "求助"), Button.plain("todo", "待办", "待办")))
                .build();
    }

    static Card confirm() {
        return Card.titled("XQ-132 撤回", Tone.WARNING)
                .line("撤回后设计部会收到通知,已记录的时间保留。")
                .buttons(List.of(Button.danger("withdraw", "撤回", "撤回 XQ-132 确认", "确定撤回吗?")))
                .drawnFor(4);
    }

    static Card meeting() {
        return Card.titled("HY-40 季度协调例会", Tone.INFO)
                .line("会议 10月8日(周四) 09:30 开始。请答复,有要讨论的请提议题")
                .line("已召集")
                .field("时间", "10月8日(周四) 09:30,2小时")
                .field("地点", "三楼会议室")
                .field("主持", "陈总")
                .field("参加", "陈总、刘副")
                .field("委托", "钱多(代 赵敏)")
                .field("请假", "马丽(年度审计)")
                .field("未答复", "张伟、郑强、高远、宋佳")
                .line("议题 1. 待裁决的争议 ZY-17 样机推迟")
                .line("议题 2. 逾期的需求 XQ-132")
                .form(List.of(Input.longText("text", "请假理由、受委托人、议题,或改期、取消的说明", false, "", "")))
                .buttons(List.of(
                        Button.primary("attend", "参加", "参加 HY-40"),
                        Button.plain("decline", "请假", "请假 HY-40"),
                        Button.plain("stand-in", "委托", "委托 HY-40"),
                        Button.plain("topic", "提议题", "议题 HY-40")))
                .drawnFor(4);
    }

    static Card minutes() {
        return Card.titled("HY-40 季度协调例会", Tone.NEUTRAL)
                .line("纪要待分发")
                .field("时间", "10月8日(周四) 09:30,2小时")
                .field("到会", "陈总、刘副、钱多(代 赵敏)")
                .field("未到会", "马丽")
                .field("纪要(第 1 稿)", "同意加印。\n样机改在 12月 交付")
                .line("行动项:李雷 12月3日(周四) 前 交付海报")
                .progress(40, "纪要应在 10月9日(周五) 18:00 前分发")
                .form(List.of(
                        Input.longText("text", "决议", false, "", "同意加印。"),
                        Input.longText("orders", "行动项,每行一项:谁 哪天前 做什么", false, "", "李雷 2026-12-03 交付海报")))
                .buttons(List.of(
                        new Button(
                                "distribute",
                                "分发纪要",
                                "分发 HY-40 确认",
                                Button.Style.PRIMARY,
                                Optional.of("纪要将发给 4 位参会人,1 个行动项随即指派。确定分发吗?")),
                        Button.plain("minutes", "修改纪要", "纪要 HY-40")))
                .drawnFor(9);
    }

    static Card notice() {
        return Card.titled("GG-5 周五停机维护", Tone.WARNING)
                .line("孙秘 发布了任务通知,请读后点「确认已读」")
                .line("待确认 · 任务通知")
                .line("周五 18:00 至 20:00 系统停机。\n<b>请提前保存</b> *未完成*的内容。")
                .field("发布人", "孙秘")
                .field("范围", "全公司")
                .field("发布时间", "11月24日(周二) 09:00")
                .buttons(List.of(Button.primary("confirm", "确认已读", "确认 GG-5")))
                .drawnFor(2);
    }

    static Card library() {
        return Card.titled("WJ-3 新品定价表", Tone.INFO)
                .line("有效 · 共享数据")
                .field("文件", "新品定价 <终>.csv · 12 KB")
                .field("SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .field("版本", "第 2 版,李雷 11月24日(周二) 09:05 第三页改了")
                .field("早先的版本", "第 1 版 11月24日(周二) 09:00 https://docs.example/price?a=1&b=2")
                .field("复核日", "12月2日(周三)")
                .form(List.of(Input.text("text", "新版本的地址和说明", false, "https://… 改了什么;没有地址就上传", "")))
                .buttons(List.of(
                        Button.plain("download", "下载", "下载 WJ-3"),
                        Button.plain("review", "仍然有效", "复核 WJ-3"),
                        Button.plain("renew", "更新", "更新 WJ-3"),
                        Button.plain("hand", "移交", "移交 WJ-3"),
                        Button.danger("take-off", "下架", "下架 WJ-3 确认", "下架后它不再列为有效文件,确定吗?")))
                .drawnFor(4);
    }
}
