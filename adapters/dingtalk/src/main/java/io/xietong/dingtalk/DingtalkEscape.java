package io.xietong.dingtalk;

import java.util.regex.Pattern;

/**
 * Makes what people wrote harmless in DingTalk's markdown: no markup, link or mention comes to life. Characters that begin markup
 * become their full-width twins, which read the same; whether DingTalk knows backslashes before them could not be confirmed.
 */
final class DingtalkEscape {

    private static final String MARKUP = "@*_`[]<>~|\\&";
    private static final String TWINS = "＠＊＿｀［］＜＞～｜＼＆";
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+=-]|\\d{1,9}[.)](?=\\s|$))");
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");
    private static final Pattern LINK = Pattern.compile(":(?=//)");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private DingtalkEscape() {}

    /** For markdown: reads as it was written, line by line. */
    static String markdown(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        readable(text).codePoints().forEach(point -> {
            int at = MARKUP.indexOf(point);
            if (at >= 0) harmless.append(TWINS.charAt(at));
            else harmless.appendCodePoint(point);
        });
        String inLine = LINK.matcher(harmless).replaceAll("：");
        String started = LINE_START.matcher(inLine).replaceAll(start -> start.group(1) + wide(start.group(2)));
        return INDENT.matcher(started)
                .replaceAll(indent ->
                        String.valueOf(NO_BREAK_SPACE).repeat(indent.group().length()))
                .replace("\n", "  \n");
    }

    /** The last character, which makes the markup, in its full width. */
    private static String wide(String mark) {
        int last = mark.length() - 1;
        return mark.substring(0, last) + (char) (mark.charAt(last) + TO_FULL_WIDTH);
    }

    /** For a title: the same in one line. */
    static String title(String text) {
        return markdown(text.replaceAll("\\s+", " ").strip());
    }

    /** For plain text, in which only a mention could come to life. */
    static String plain(String text) {
        return readable(text).replace('@', '＠');
    }

    /** Without control characters, halves of characters, and line ends of other systems. */
    private static String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }

    /** The first so many characters, never half of one; what is longer ends in 「…」. */
    static String start(String text, int most) {
        if (text.length() <= most) return text;
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }
}
