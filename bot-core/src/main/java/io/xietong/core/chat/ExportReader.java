package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads 导出: what, and into which kind of file. */
final class ExportReader {

    private static final Map<ItemKind, Pattern> KINDS = Map.of(
            ItemKind.REQUEST, Pattern.compile("需求|求助|request"),
            ItemKind.DISPUTE, Pattern.compile("争议|dispute"),
            ItemKind.PROJECT, Pattern.compile("项目|立项|project"),
            ItemKind.GATE, Pattern.compile("评审|gate"),
            ItemKind.MEETING, Pattern.compile("会议|例会|meeting"),
            ItemKind.ACTION_ITEM, Pattern.compile("行动项|action"),
            ItemKind.NOTICE, Pattern.compile("公告|notice"),
            ItemKind.DOCUMENT, Pattern.compile("文件|document"));
    private static final Pattern MINE = Pattern.compile("我的|自己|mine|\\bmy\\b");

    private ExportReader() {}

    static Reading read(Spoken spoken) {
        String text = spoken.folded();
        Optional<ItemKind> kind = KINDS.entrySet().stream()
                .filter(one -> one.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .min(ItemKind::compareTo);
        return new Reading.Understood(
                new TalkCommand.Export(kind, MINE.matcher(text).find(), text.contains("csv")));
    }
}
