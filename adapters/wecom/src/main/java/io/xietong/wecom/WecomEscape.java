package io.xietong.wecom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes what people wrote harmless: no mention, link or markup comes to life. Characters that begin one become their full-width
 * twins, which read the same.
 */
final class WecomEscape {

    private static final String MARKUP = "@*_`[]<>~|\\";
    private static final String TWINS = "＠＊＿｀［］＜＞～｜＼";
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)([#+-])");
    private static final Pattern LINK = Pattern.compile(":(?=//)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.~:/?#&=%+_-]+");

    private WecomEscape() {}

    /** For markdown: reads as it was written, line by line. */
    static String markdown(String text) {
        String inLine = LINK.matcher(twins(text)).replaceAll("：");
        return LINE_START
                .matcher(inLine)
                .replaceAll(start -> start.group(1) + (char) (start.group(2).charAt(0) + 0xFEE0));
    }

    /** For a text of the bot's own that is sent as markdown: addresses in it can be opened. */
    static String speech(String text) {
        StringBuilder harmless = new StringBuilder();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            harmless.append(markdown(text.substring(from, address.start()))).append(address.group());
            from = address.end();
        }
        return harmless.append(markdown(text.substring(from))).toString();
    }

    /** For texts and the plain places of cards, in which only a mention or a link's tag could come to life. */
    static String plain(String text) {
        return text.replace('@', '＠').replace('<', '＜');
    }

    private static String twins(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int at = MARKUP.indexOf(point);
            if (at >= 0) harmless.append(TWINS.charAt(at));
            else harmless.appendCodePoint(point);
        });
        return harmless.toString();
    }
}
