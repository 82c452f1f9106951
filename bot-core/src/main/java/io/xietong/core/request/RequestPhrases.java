package io.xietong.core.request;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Command;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The verbs of the request. */
public final class RequestPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> ANSWERING = Set.of(Role.CONTACT, Role.DEPUTY, Role.HEAD);
    private static final Pattern CONFIRMED = Pattern.compile("(?<![不未没])(?:确认|确定)|\\bconfirm");

    private RequestPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                        "request",
                        List.of("求助", "需求", "提需求", "提个需求", "发起求助", "发起需求", "新建需求单", "求帮忙", "需求单"),
                        List.of("request", "ask", "req"),
                        List.of("qiuzhu", "qz", "xq"),
                        EVERYBODY,
                        Set.of(),
                        RequestSentence::file),
                about(
                                "accept",
                                List.of("受理", "接受", "接单", "接了", "同意受理", "我来处理"),
                                List.of("accept", "take"),
                                List.of("shouli", "sl"),
                                ANSWERING,
                                AnswerReader::accept)
                        .hintedAtBy(
                                "接", "揽", "我来", "我们来", "我们做", "没问题", "能给", "交给我", "安排上", "搞得定", "can do", "on it",
                                "got it", "i'll"),
                about(
                                "needinfo",
                                List.of("需补充", "要补充", "请补充", "需要补充", "追问"),
                                List.of("needinfo", "need info", "more info", "need more info on", "question"),
                                List.of("xubuchong", "xbc"),
                                ANSWERING,
                                Asked.words(
                                        (s, q) -> new RequestCommand.AskForInfo(s.number(), q),
                                        "request.refused.no-question"))
                        .hintedAtBy(
                                "缺", "不全", "说清", "不清楚", "不明白", "没写", "想问", "请问", "哪个", "哪一", "多少", "补", "missing",
                                "clarify", "which", "unclear"),
                about(
                                "transfer",
                                List.of("转派", "转给", "转交", "改派"),
                                List.of("transfer", "reassign", "forward"),
                                List.of("zhuanpai", "zp"),
                                ANSWERING,
                                AnswerReader::transfer)
                        .hintedAtBy(
                                "转",
                                "归",
                                "该给",
                                "应该给",
                                "交给",
                                "移交",
                                "让",
                                "让他们",
                                "负责的是",
                                "belongs to",
                                "pass",
                                "hand",
                                "move"),
                about(
                                "decline",
                                List.of("婉拒", "拒绝", "不受理", "做不了", "办不了", "接不了", "退回"),
                                List.of("decline", "reject", "refuse"),
                                List.of("wanju", "wj"),
                                ANSWERING,
                                AnswerReader::decline)
                        .hintedAtBy(
                                "拒",
                                "做不",
                                "办不",
                                "接不",
                                "不接",
                                "不做",
                                "没空",
                                "忙不过来",
                                "人手",
                                "排期",
                                "没预算",
                                "没有预算",
                                "恕",
                                "推掉",
                                "can't",
                                "cannot",
                                "unable",
                                "no budget"),
                about(
                                "done",
                                List.of("完成", "交付", "已完成", "做完了", "办完了", "办结", "搞定"),
                                List.of("done", "deliver", "delivered", "finish", "complete"),
                                List.of("wancheng", "wc"),
                                ANSWERING,
                                s -> understood(new RequestCommand.Deliver(s.number(), s.text())))
                        .hintedAtBy(
                                "好了",
                                "弄好",
                                "搞完",
                                "做完",
                                "办妥",
                                "完工",
                                "完事",
                                "发你",
                                "发群",
                                "已发",
                                "交了",
                                "finished",
                                "completed",
                                "ready"),
                about(
                                "supply",
                                List.of("补充", "补充说明"),
                                List.of("supply", "add info", "answer"),
                                List.of("buchong", "bc"),
                                EVERYBODY,
                                Asked.words(
                                        (s, a) -> new RequestCommand.Supply(s.number(), a),
                                        "request.refused.no-answer"))
                        .hintedAtBy("补", "回答", "答复", "answer"),
                about(
                                "verify",
                                List.of("验收", "确认完成", "评分"),
                                List.of("verify", "approve", "rate", "confirm"),
                                List.of("yanshou", "ys"),
                                EVERYBODY,
                                VerifyReader::read)
                        .hintedAtBy("验", "打分", "分", "星", "满意", "通过", "好评", "不错", "stars", "accepted"),
                about(
                                "reopen",
                                List.of("重开", "重新打开", "返工"),
                                List.of("reopen", "re-open"),
                                List.of("chongkai", "ck"),
                                EVERYBODY,
                                Asked.words(
                                        (s, r) -> new RequestCommand.Reopen(s.number(), r),
                                        "request.refused.no-reason"))
                        .hintedAtBy("重做", "重新", "重弄", "再改", "不对", "没解决", "打回", "还是不行", "又坏", "redo", "again", "still"),
                about(
                                "withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Withdraw(
                                        s.number(),
                                        CONFIRMED.matcher(s.folded()).find())))
                        .hintedAtBy("撤", "不需要", "不用做", "不要了", "作废", "算了", "删", "drop", "no longer"),
                about(
                                "nudge",
                                List.of("催办", "催", "催一下", "催一催", "催催"),
                                List.of("nudge", "remind"),
                                List.of("cuiban", "cb"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Nudge(s.number())))
                        .hintedAtBy(
                                "催",
                                "没动静",
                                "没反应",
                                "没人",
                                "没回",
                                "还没",
                                "好了没",
                                "问问",
                                "快点",
                                "抓紧",
                                "chase",
                                "hurry",
                                "push",
                                "any update"),
                about(
                                "escalate",
                                List.of("升级", "上报"),
                                List.of("escalate"),
                                List.of("shengji", "sj"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Escalate(s.number(), s.text())))
                        .hintedAtBy("领导", "老板", "主管", "负责人", "协调", "一直不", "一直没", "拖", "manager", "boss"));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, Set.of(ItemKind.REQUEST), reader);
    }

    private static Reading understood(Command command) {
        return new Reading.Understood(command);
    }
}
