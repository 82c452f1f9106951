package io.xietong.core.notice;

import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The verbs of the notice. */
public final class NoticePhrases {

    private static final Set<Role> AUTHORS =
            Set.of(Role.SECRETARY, Role.HEAD, Role.DEPUTY, Role.CHAIR, Role.VICE_CHAIR);
    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Pattern CONFIRMED = Pattern.compile("(?<![不未没])(?:确认|确定)|\\bconfirm");

    private NoticePhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                                "notice",
                                List.of("公告", "发公告", "发布公告"),
                                List.of("notice", "announce"),
                                List.of("gonggao", "gg"),
                                AUTHORS,
                                Set.of(),
                                NoticeReader::publish)
                        .hintedAtBy("通知(?:大家|全|一下|各)|发[个一]?.{0,2}(?:通知|简报)|广播|告诉大家|broadcast|tell every"),
                about(
                                "confirm",
                                List.of("确认", "已读", "确认已读"),
                                List.of("acknowledge", "read"),
                                List.of("queren", "qr"),
                                EVERYBODY,
                                s -> new Reading.Understood(new NoticeCommand.Confirm(s.number())))
                        .hintedAtBy("看[过了完到]|阅|知道|收到|了解|明白|got it|\\bseen\\b|noted"),
                about(
                                "correct",
                                List.of("更正", "更改"),
                                List.of("correct"),
                                List.of("gengzheng"),
                                AUTHORS,
                                NoticeReader::correct)
                        .hintedAtBy("改[成为到一]|写错|有误|不对|应[该为]|wrong|typo|\\bfix\\b"),
                about(
                                "notice-withdraw",
                                List.of("撤回", "撤销", "取消"),
                                List.of("withdraw", "cancel"),
                                List.of("chehui", "ch"),
                                AUTHORS,
                                s -> new Reading.Understood(new NoticeCommand.Withdraw(
                                        s.number(),
                                        CONFIRMED.matcher(s.folded()).find())))
                        .hintedAtBy("撤|删|发错|收回|take (?:it )?down"));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, Set.of(ItemKind.NOTICE), reader);
    }
}
