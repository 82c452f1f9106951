package io.xietong.core.request;

import static io.xietong.core.chat.Reading.understood;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Phrase;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;

/** The verbs of the request. */
public final class RequestPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> ANSWERING = Set.of(Role.CONTACT, Role.DEPUTY, Role.HEAD);

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
                                "接(?!口|不)|揽|我们?来|我们?做|交给我|没问题|可以的|能给|给结果|安排|搞得定|开始做|在做|答应|包[在了]|can do|on it|got it|\\bi'll\\b|\\bwe'll\\b"),
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
                                "缺|差个|还差|不全|说清|不清楚|不明白|看不懂|没[写说给]|太少|想问|请问|给谁|几[张份个]|哪[个一些]|多少|什么意思|具体|详细|还是.{1,12}|补|发一下|打不开|重[新传发]|[讲说写]细|missing|clarify|which|\\bwhat\\b|how many|do you|unclear|details?"),
                about(
                                "transfer",
                                List.of("转派", "转给", "转交", "改派"),
                                List.of("transfer", "reassign", "forward"),
                                List.of("zhuanpai", "zp"),
                                ANSWERING,
                                AnswerReader::transfer)
                        .hintedAtBy(
                                "转|归|该给|交给|移交|让.{1,6}[跟做来处负]|找错|的事|不[该是]我们|负责的是|对口|belongs? to|\\bpass\\b|\\bhand\\b|\\bmove\\b|\\bgive\\b"),
                about(
                                "decline",
                                List.of("婉拒", "拒绝", "不受理", "做不了", "办不了", "接不了", "退回"),
                                List.of("decline", "reject", "refuse"),
                                List.of("wanju", "wj"),
                                ANSWERING,
                                AnswerReader::decline)
                        .hintedAtBy(
                                "拒|推了|推掉|[做办弄搞干接帮排腾忙吃扛顶赶挤抽][不唔](?:了|开|来|动|过来|成|到|上|下|住|起|出)|不接|不做(?!了)|没(?:空|档期|精力|时间|产能)|另请|没法|没办法|没人手|人手|排期|没有?预算|恕|不归|can't|cannot|unable|\\bbusy\\b|swamped|\\bno (?:budget|time|capacity)|out of capacity"),
                about(
                                "done",
                                List.of("完成", "交付", "已完成", "做完了", "办完了", "办结", "搞定"),
                                List.of("done", "deliver", "delivered", "finish", "complete"),
                                List.of("wancheng", "wc"),
                                ANSWERING,
                                s -> understood(new RequestCommand.Deliver(s.number(), s.text())))
                        .hintedAtBy(
                                "[弄做办搞写修改画排印发寄交](?:好|完|妥|掂|成|定)|完[工事]|好了|上传了|已[经上发交寄提]|发[你群]|查收|链接|附件|交付|finished|completed|ready|uploaded|sent|attached"),
                about(
                                "supply",
                                List.of("补充", "补充说明"),
                                List.of("supply", "add info", "answer"),
                                List.of("buchong", "bc"),
                                EVERYBODY,
                                Asked.words(
                                        (s, a) -> new RequestCommand.Supply(s.number(), a),
                                        "request.refused.no-answer"))
                        .hintedAtBy("补|[你您][要问]的|回答|答复|漏|忘了?说|写错|更正|应该[是寄用]|刚才|另外|还要|再加|answer|forgot|also"),
                about(
                                "verify",
                                List.of("验收", "确认完成", "评分"),
                                List.of("verify", "approve", "rate", "confirm"),
                                List.of("yanshou", "ys"),
                                EVERYBODY,
                                VerifyReader::read)
                        .hintedAtBy("[★⭐🌟]|验|[打给]个?.?分|[打好]评|[一二两三四五1-5]分|星|满意|通过|不错|\\d/5|stars?|accepted"),
                about(
                                "reopen",
                                List.of("重开", "重新打开", "返工"),
                                List.of("reopen", "re-open"),
                                List.of("chongkai", "ck"),
                                EVERYBODY,
                                Asked.words(
                                        (s, r) -> new RequestCommand.Reopen(s.number(), r),
                                        "request.refused.no-reason"))
                        .hintedAtBy(
                                "重[做新弄搞来]|再改|返|不对|不行|不满意|改改|没解决|没改|打回|还是(?:不|没|老|有|一样)|老样子|又[坏出不]|redo|again|not fixed|still"),
                about(
                                "withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Withdraw(s.number(), Confirmed.said(s))))
                        .hintedAtBy("撤|不需要|不用[做弄了]|先?不[做要弄]了|作废|算了|重复|发错|删|drop|no longer|duplicate"),
                about(
                                "nudge",
                                List.of("催办", "催", "催一下", "催一催", "催催"),
                                List.of("nudge", "remind"),
                                List.of("cuiban", "cb"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Nudge(s.number())))
                        .hintedAtBy(
                                "催|[什啥]么?时候|多久|没动静|没反应|没人|有人.{0,3}[看管理回]|没回|还没|好了没|问问|快点|抓紧|等着|等了|急|提醒|chase|when will|\\beta\\b|\\bping\\b|hurry|push|any update|remind"),
                about(
                                "escalate",
                                List.of("升级", "上报"),
                                List.of("escalate"),
                                List.of("shengji", "sj"),
                                EVERYBODY,
                                s -> understood(new RequestCommand.Escalate(s.number(), s.text())))
                        .hintedAtBy("领导|部长|总监|经理|推来推去|踢皮球|老板|主管|负责人|上级|协调|一直[不没]|拖|[天周月]了还?没|解决不了|manager|boss|stuck"));
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
}
