package io.xietong.dingtalk;

import io.xietong.wire.PlainMarkdown;

/** Makes what people wrote harmless in DingTalk's markdown, titles and texts: no markup, link or mention comes to life. */
final class DingtalkEscape {

    private DingtalkEscape() {}

    /** For markdown: reads as it was written, line by line. */
    static String markdown(String text) {
        return PlainMarkdown.of(text).replace("\n", "  \n");
    }

    /** For a title: the same in one line. */
    static String title(String text) {
        return markdown(text.replaceAll("\\s+", " ").strip());
    }

    /** For plain text, in which only a mention could come to life. */
    static String plain(String text) {
        return PlainMarkdown.readable(text).replace('@', '＠');
    }

    /** The first so many characters, never half of one; what is longer ends in 「…」. */
    static String start(String text, int most) {
        if (text.length() <= most) return text;
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }
}
