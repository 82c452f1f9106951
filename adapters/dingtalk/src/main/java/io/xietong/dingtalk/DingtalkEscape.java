package io.xietong.dingtalk;

import java.util.regex.Pattern;

/**
 * Makes what people wrote harmless in DingTalk's markdown: no markup, link or mention comes to life. Characters that begin markup
 * become their full-width twins, which read the same; whether DingTalk knows backslashes before them could not be confirmed.
 */
final class DingtalkEscape {

    private static final String MARKUP = "@*_`[]<>~|\\";
    private static final String TWINS = "＠＊＿｀［］＜＞～｜＼";
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+-])");
    private static final Pattern LINK = Pattern.compile(":(?=//)");

    private DingtalkEscape() {}

    /** For markdown: reads as it was written, line by line. */
    static String markdown(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int at = MARKUP.indexOf(point);
            if (at >= 0) harmless.append(TWINS.charAt(at));
            else harmless.appendCodePoint(point);
        });
        String inLine = LINK.matcher(harmless).replaceAll("\uff1a");
        return LINE_START
                .matcher(inLine)
                .replaceAll(start -> start.group(1) + (char) (start.group(2).charAt(0) + 0xFEE0))
                .replace("\n", "  \n");
    }

    /** For plain text, in which only a mention could come to life. */
    static String plain(String text) {
        return text.replace('@', '＠');
    }
}
