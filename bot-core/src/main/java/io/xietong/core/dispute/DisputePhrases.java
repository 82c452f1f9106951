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
                                RaiseReader::read)
                        .hintedAtBy("扯皮|推诿|分歧|谈不拢|不服|纠纷|评评理|说法|disagree"),
                about(
                                "position",
                                List.of("立场", "陈述立场", "陈述"),
                                List.of("position", "state"),
                                List.of("lichang"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new DisputeCommand.StatePosition(s.number(), text),
                                        "dispute.refused.no-position"))
                        .hintedAtBy(
                                "我方|不(?:同意|认可).{0,6}说法|我们?(?:这边)?(?:认为|觉得|的?看法|的?意见|的?理由)|we think|our (?:view|side)"),
                about(
                                "settle",
                                List.of("和解", "和解条款", "提出条款"),
                                List.of("settle", "propose", "terms"),
                                List.of("hejie"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new DisputeCommand.Propose(s.number(), text),
                                        "dispute.refused.no-terms"))
                        .hintedAtBy("条件|方案|[退让]一?步|各让|提议|折中|商量|offer|compromise"),
                about(
                                "agree",
                                List.of("同意", "同意条款", "接受条款", "接受"),
                                List.of("agree", "accept"),
                                List.of("tongyi", "ty"),
                                EVERYBODY,
                                s -> understood(new DisputeCommand.Agree(s.number())))
                        .hintedAtBy("接受|认可|可以|就这[样么]|没意见|没问题|行(?=$|[^\\p{L}]|[吧啊])|成交|\\bok\\b|\\bfine\\b|\\bdeal\\b"),
                about(
                                "dispute-escalate",
                                List.of("升级", "上报"),
                                List.of("escalate"),
                                List.of("shengji", "sj"),
                                EVERYBODY,
                                s -> understood(new DisputeCommand.Escalate(s.number(), s.text())))
                        .hintedAtBy("往上|上[报交]|领导|谈不拢|负责人|委员会|没结果|boss|committee"),
                about(
                                "receive",
                                List.of("受案", "立案", "受理"),
                                List.of("docket", "receive"),
                                List.of("shouan"),
                                Set.of(Role.SECRETARY),
                                CommitteeReader::receive)
                        .hintedAtBy("受案|收案|收到|接收|received"),
                about(
                                "vote",
                                List.of("表决", "投票"),
                                List.of("vote"),
                                List.of("biaojue", "bj"),
                                COMMITTEE,
                                CommitteeReader::vote)
                        .hintedAtBy("投|支持|赞成|反对|一票|\\bfor\\b|\\bagainst\\b"),
                about(
                                "recuse",
                                List.of("回避", "声明回避"),
                                List.of("recuse"),
                                List.of("huibi"),
                                COMMITTEE,
                                s -> understood(new DisputeCommand.Recuse(s.number(), s.text())))
                        .hintedAtBy("避|亲戚|利害|不参与|不便|conflict"),
                about(
                                "rule",
                                List.of("裁决", "裁定"),
                                List.of("rule", "ruling"),
                                List.of("caijue", "cj"),
                                PRESIDING,
                                RulingReader::read)
                        .hintedAtBy("判|决定|结论|定了|decid"),
                about(
                                "review",
                                List.of("复议", "申请复议"),
                                List.of("review", "appeal"),
                                List.of("fuyi"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new DisputeCommand.Review(s.number(), text),
                                        "dispute.refused.no-evidence"))
                        .hintedAtBy("重[审新]|新证据|不服|再[审看]|evidence"),
                about(
                                "dispute-withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                EVERYBODY,
                                s -> understood(new DisputeCommand.Withdraw(s.number(), Confirmed.said(s))))
                        .hintedAtBy("撤|不争了|算了|不追究|drop"));
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
