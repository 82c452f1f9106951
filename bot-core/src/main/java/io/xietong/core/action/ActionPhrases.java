package io.xietong.core.action;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Confirmed;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;

/** The verbs of the action item. */
public final class ActionPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);

    private ActionPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                                "action",
                                List.of("行动项", "指派"),
                                List.of("action", "assign"),
                                List.of("xingdongxiang", "xdx"),
                                EVERYBODY,
                                Set.of(),
                                ActionReader::assign)
                        .hintedAtBy("记[个一].{0,3}(?:任务|事)|安排.{1,8}[做去]|派.{1,3}[做去]|任务|\\btask\\b"),
                about(
                                "finish",
                                List.of("完成", "已完成", "做完了", "办完了", "办结", "搞定"),
                                List.of("done", "finish", "complete"),
                                List.of("wancheng", "wc"),
                                Asked.words(
                                        (s, text) -> new ActionCommand.Finish(s.number(), text),
                                        "action.refused.no-evidence"))
                        .hintedAtBy("[弄做办搞写改补][好完妥]|完[工事]|好了|齐了|搞掂|\\bready\\b|finished|completed"),
                about(
                                "hand-over",
                                List.of("转派", "转给", "转交", "改派"),
                                List.of("transfer", "reassign", "hand over"),
                                List.of("zhuanpai", "zp"),
                                ActionReader::handOver)
                        .hintedAtBy("给|转|[移]交|[让换].{1,6}[做来跟]|接手|\\bgive\\b|\\bpass\\b"),
                about(
                                "put-off",
                                List.of("改期", "延期", "推迟"),
                                List.of("postpone", "put off"),
                                List.of("gaiqi", "yanqi"),
                                ActionReader::putOff)
                        .hintedAtBy("延|推|改[到在]|晚[点几一]|缓|来不及|赶不|宽限|delay|later|move|extend"),
                about(
                                "action-withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                s -> new Reading.Understood(new ActionCommand.Cancel(s.number(), Confirmed.said(s))))
                        .hintedAtBy("撤|不用[做弄]?了|不[需必]要?了?|作废|算了|drop|no longer"));
    }

    private static Phrase about(
            String id, List<String> chinese, List<String> english, List<String> hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, EVERYBODY, Set.of(ItemKind.ACTION_ITEM), reader);
    }
}
