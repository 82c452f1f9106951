package io.xietong.wire;

import java.util.regex.Pattern;

/**
 * Makes what people wrote harmless in markdown: no markup, link or mention comes to life. Characters that begin one become their
 * full-width twins, which read the same; whether the platforms know backslashes before them could not be confirmed.
 */
public final class PlainMarkdown {

    private static final String MARKUP = "@*_`[]<>~|\\&";
    private static final String TWINS = "＠＊＿｀［］＜＞～｜＼＆";
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+=-]|\\d{1,9}[.)](?=\\s|$))");
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");
    private static final Pattern LINK = Pattern.compile(":(?=//)");
    private static final Pattern BARE_LINK = Pattern.compile("(?i)(www)\\.");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private PlainMarkdown() {}

    /** Reads as it was written, line by line. */
    public static String of(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        readable(text).codePoints().forEach(point -> {
            int at = MARKUP.indexOf(point);
            if (at >= 0) harmless.append(TWINS.charAt(at));
            else harmless.appendCodePoint(point);
        });
        String unlinked =
                BARE_LINK.matcher(LINK.matcher(harmless).replaceAll("：")).replaceAll("$1．");
        String started = LINE_START.matcher(unlinked).replaceAll(start -> start.group(1) + wide(start.group(2)));
        return INDENT.matcher(started)
                .replaceAll(indent ->
                        String.valueOf(NO_BREAK_SPACE).repeat(indent.group().length()));
    }

    /** The last character, which makes the markup, in its full width. */
    private static String wide(String mark) {
        int last = mark.length() - 1;
        return mark.substring(0, last) + (char) (mark.charAt(last) + TO_FULL_WIDTH);
    }

    /** Without control characters, halves of characters, and line ends of other systems. */
    public static String readable(String text) {
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
}
