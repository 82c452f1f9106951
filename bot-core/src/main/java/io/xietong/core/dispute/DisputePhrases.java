package io.xietong.core.dispute;

import static io.xietong.core.chat.Reading.understood;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Phrase;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;

/** The verbs of the dispute. */
public final class DisputePhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> COMMITTEE = Set.of(Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);
    private static final Set<Role> PRESIDING = Set.of(Role.CHAIR, Role.VICE_CHAIR);

    private DisputePhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                        "dispute",
                        List.of("争议", "提出争议", "提争议", "发起争议", "有争议"),
                        List.of("dispute", "raise dispute"),
                        List.of("zhengyi"),
                        EVERYBODY,
                        Set.of(),
                        RaiseReader::read),
                about(
                        "position",
                        List.of("立场", "陈述立场", "陈述"),
                        List.of("position", "state"),
                        List.of("lichang"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new DisputeCommand.StatePosition(s.number(), text),
                                "dispute.refused.no-position")),
                about(
                        "settle",
                        List.of("和解", "和解条款", "提出条款"),
                        List.of("settle", "propose", "terms"),
                        List.of("hejie"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new DisputeCommand.Propose(s.number(), text), "dispute.refused.no-terms")),
                about(
                        "agree",
                        List.of("同意", "同意条款", "接受条款", "接受"),
                        List.of("agree", "accept"),
                        List.of("tongyi", "ty"),
                        EVERYBODY,
                        s -> understood(new DisputeCommand.Agree(s.number()))),
                about(
                        "dispute-escalate",
                        List.of("升级", "上报"),
                        List.of("escalate"),
                        List.of("shengji", "sj"),
                        EVERYBODY,
                        s -> understood(new DisputeCommand.Escalate(s.number(), s.text()))),
                about(
                        "receive",
                        List.of("受案", "立案", "受理"),
                        List.of("docket", "receive"),
                        List.of("shouan"),
                        Set.of(Role.SECRETARY),
                        CommitteeReader::receive),
                about(
                        "vote",
                        List.of("表决", "投票"),
                        List.of("vote"),
                        List.of("biaojue", "bj"),
                        COMMITTEE,
                        CommitteeReader::vote),
                about(
                        "recuse",
                        List.of("回避", "声明回避"),
                        List.of("recuse"),
                        List.of("huibi"),
                        COMMITTEE,
                        s -> understood(new DisputeCommand.Recuse(s.number(), s.text()))),
                about(
                        "rule",
                        List.of("裁决", "裁定"),
                        List.of("rule", "ruling"),
                        List.of("caijue", "cj"),
                        PRESIDING,
                        RulingReader::read),
                about(
                        "review",
                        List.of("复议", "申请复议"),
                        List.of("review", "appeal"),
                        List.of("fuyi"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new DisputeCommand.Review(s.number(), text),
                                "dispute.refused.no-evidence")),
                about(
                        "dispute-withdraw",
                        List.of("撤回", "撤销", "取消"),
                        List.of("withdraw", "cancel"),
                        List.of("chehui", "ch"),
                        EVERYBODY,
                        s -> understood(new DisputeCommand.Withdraw(s.number(), Confirmed.said(s)))));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, Set.of(ItemKind.DISPUTE), reader);
    }
}
