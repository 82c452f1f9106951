package io.xietong.core.feature;

import static io.xietong.core.chat.Reading.understood;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Phrase;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The verbs that mean the same for every kind of item. */
public final class SharedPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);

    private SharedPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                about(
                                "comment",
                                List.of("评论", "留言", "备注", "回复"),
                                List.of("comment", "note", "reply"),
                                List.of("pinglun", "pl"),
                                EVERYBODY,
                                Asked.words(
                                        (s, t) -> new SharedCommand.Comment(s.number(), t), "item.refused.no-comment"))
                        .hintedAtBy(
                                "@\\p{L}|留[个句]|说一声|说明|告诉|转告|评|记一?下|备个?注|写[个句]|回一?句|顺便|顺带|提一[句下]|by the way|\\bfyi\\b|tell|note"),
                about(
                                "unwatch",
                                List.of("取关", "取消关注", "不再关注"),
                                List.of("unwatch", "unfollow"),
                                List.of("quguan", "qg"),
                                EVERYBODY,
                                s -> understood(new SharedCommand.Unwatch(s.number())))
                        .hintedAtBy("别再|不想|不看|别给我|别通知|别推|不用通知|退订|消息|推送|stop|mute"),
                about(
                                "watch",
                                List.of("关注", "跟进"),
                                List.of("watch", "follow"),
                                List.of("guanzhu", "gz"),
                                EVERYBODY,
                                s -> understood(new SharedCommand.Watch(s.number())))
                        .hintedAtBy(
                                "盯|跟踪|跟一?下|[通告叫喊提][知诉]?醒?我|吱一?声|抄送|更新|有(?:进展|消息|动静|结果|变化)|随时|updates|keep me|track|let me know"));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, EnumSet.allOf(ItemKind.class), reader);
    }
}
