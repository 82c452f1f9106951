package io.xietong.core.library;

import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The verbs of the library. */
public final class LibraryPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Pattern CONFIRMED = Pattern.compile("(?<![不未没])(?:确认|确定)|\\bconfirm");

    private LibraryPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                        "document",
                        List.of("文件", "上架", "文件库"),
                        List.of("document", "library"),
                        List.of("wenjian", "wjk"),
                        EVERYBODY,
                        Set.of(),
                        LibraryReader::shelve),
                new Phrase(
                        "upload",
                        List.of("上传", "上传文件"),
                        List.of("upload"),
                        List.of("shangchuan"),
                        EVERYBODY,
                        Set.of(),
                        LibraryReader::upload),
                about(
                        "download",
                        List.of("下载", "下载文件"),
                        List.of("download"),
                        List.of("xiazai"),
                        LibraryReader::download),
                about(
                        "renew",
                        List.of("更新", "新版本"),
                        List.of("update", "new version"),
                        List.of("gengxin"),
                        LibraryReader::renew),
                about(
                        "still-valid",
                        List.of("复核", "仍然有效"),
                        List.of("still valid"),
                        List.of("fuhe"),
                        LibraryReader::review),
                about("entrust", List.of("移交"), List.of("entrust"), List.of("yijiao"), LibraryReader::handOver),
                about(
                        "take-off",
                        List.of("下架", "撤回", "撤销"),
                        List.of("take off", "withdraw"),
                        List.of("xiajia"),
                        s -> new Reading.Understood(new LibraryCommand.TakeOff(
                                s.number(), CONFIRMED.matcher(s.folded()).find()))));
    }

    private static Phrase about(
            String id, List<String> chinese, List<String> english, List<String> hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, EVERYBODY, Set.of(ItemKind.DOCUMENT), reader);
    }
}
