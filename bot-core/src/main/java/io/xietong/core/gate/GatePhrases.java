package io.xietong.core.gate;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;

/** The verbs of the joint gate. */
public final class GatePhrases {

    private static final Set<Role> CALLING = Set.of(Role.HEAD, Role.DEPUTY, Role.SECRETARY);
    private static final Set<Role> ANSWERING = Set.of(Role.CONTACT, Role.DEPUTY, Role.HEAD);
    private static final Set<Role> PRESIDING = Set.of(Role.CHAIR, Role.VICE_CHAIR);

    private GatePhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                                "gate",
                                List.of("评审", "联合评审", "发起评审", "召集评审"),
                                List.of("gate", "joint review"),
                                List.of("pingshen"),
                                CALLING,
                                Set.of(ItemKind.PROJECT, ItemKind.GATE),
                                GateReader::call)
                        .hintedAtBy("评审|评一?[下评]|review"),
                about(
                                "gate-pass",
                                List.of("通过", "评审通过", "同意通过", "予以通过"),
                                List.of("pass"),
                                List.of("tongguo"),
                                ANSWERING,
                                GateReader.verdict(Verdict.PASS))
                        .hintedAtBy("同意|没问题|可以|给过|[能让]过|支持|没意见|\\bok\\b|approve|lgtm|looks good"),
                about(
                                "gate-conditional",
                                List.of("有条件通过", "附条件通过", "有条件"),
                                List.of("conditional", "pass if", "pass with"),
                                List.of("youtiaojian"),
                                ANSWERING,
                                GateReader.verdict(Verdict.CONDITIONAL))
                        .hintedAtBy("但[是得要]?|条件|前提|补[齐上完]|先.{1,12}[再才]|only if|provided|\\bbut\\b"),
                about(
                                "gate-fail",
                                List.of("不通过", "不予通过", "不能通过", "暂不通过", "没有通过", "没通过", "未通过", "不同意通过", "否决"),
                                List.of("fail", "not pass"),
                                List.of("butongguo"),
                                ANSWERING,
                                GateReader.verdict(Verdict.FAIL))
                        .hintedAtBy("不[给让同能行过]|没过|反对|打回|驳|过不了|reject|not ready|fails?\\b"),
                about(
                                "gate-abstain",
                                List.of("弃权"),
                                List.of("abstain"),
                                List.of("qiquan"),
                                ANSWERING,
                                GateReader.verdict(Verdict.ABSTAIN))
                        .hintedAtBy("不涉及|不表态|无关|不参与|不投|\\bskip\\b"),
                about(
                                "gate-again",
                                List.of("再评", "复评", "重评", "再次评审"),
                                List.of("review again", "again"),
                                List.of("zaiping"),
                                CALLING,
                                Asked.words(
                                        (s, text) -> new GateCommand.CallAgain(s.number(), text),
                                        "gate.refused.nothing-changed"))
                        .hintedAtBy("重[新来]|再[来审评]|again"),
                about(
                                "gate-release",
                                List.of("放行"),
                                List.of("override", "release"),
                                List.of("fangxing"),
                                PRESIDING,
                                GateReader::release)
                        .hintedAtBy("特批|放过|先过|waive"),
                about(
                                "gate-withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                CALLING,
                                s -> new Reading.Understood(new GateCommand.Withdraw(s.number(), Confirmed.said(s))))
                        .hintedAtBy("撤|不评了|算了"));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, Set.of(ItemKind.GATE), reader);
    }
}
