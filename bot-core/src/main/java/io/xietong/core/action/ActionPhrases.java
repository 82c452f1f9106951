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
                        ActionReader::assign),
                about(
                        "finish",
                        List.of("完成", "已完成", "做完了", "办完了", "办结", "搞定"),
                        List.of("done", "finish", "complete"),
                        List.of("wancheng", "wc"),
                        Asked.words(
                                (s, text) -> new ActionCommand.Finish(s.number(), text), "action.refused.no-evidence")),
                about(
                        "hand-over",
                        List.of("转派", "转给", "转交", "改派"),
                        List.of("transfer", "reassign", "hand over"),
                        List.of("zhuanpai", "zp"),
                        ActionReader::handOver),
                about(
                        "put-off",
                        List.of("改期", "延期", "推迟"),
                        List.of("postpone", "put off"),
                        List.of("gaiqi", "yanqi"),
                        ActionReader::putOff),
                about(
                        "action-withdraw",
                        List.of("撤回", "撤销", "取消"),
                        List.of("withdraw", "cancel"),
                        List.of("chehui", "ch"),
                        s -> new Reading.Understood(new ActionCommand.Cancel(s.number(), Confirmed.said(s)))));
    }

    private static Phrase about(
            String id, List<String> chinese, List<String> english, List<String> hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, EVERYBODY, Set.of(ItemKind.ACTION_ITEM), reader);
    }
}
