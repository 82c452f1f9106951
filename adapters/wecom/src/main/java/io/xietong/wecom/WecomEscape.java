package io.xietong.wecom;

import io.xietong.wire.PlainMarkdown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what people wrote harmless in WeCom's markdown and texts: no mention, link or markup comes to life. */
final class WecomEscape {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.~:/?#&=%+_-]+");

    private WecomEscape() {}

    /** For markdown: reads as it was written, line by line. */
    static String markdown(String text) {
        return PlainMarkdown.of(text);
    }

    /** For a text of the bot's own that is sent as markdown: addresses in it can be opened. */
    static String speech(String text) {
        String readable = PlainMarkdown.readable(text);
        StringBuilder harmless = new StringBuilder();
        Matcher address = ADDRESS.matcher(readable);
        int from = 0;
        while (address.find()) {
            harmless.append(part(readable, from, address.start())).append(address.group());
            from = address.end();
        }
        return harmless.append(part(readable, from, readable.length())).toString();
    }

    /** A part of a text; what does not begin a line there begins none by itself. */
    private static String part(String text, int from, int to) {
        boolean begins = from == 0 || text.charAt(from - 1) == '\n';
        String part = text.substring(from, to);
        return begins ? PlainMarkdown.of(part) : PlainMarkdown.of("x" + part).substring(1);
    }

    /** For texts and the plain places of cards, in which only a mention or a link's tag could come to life. */
    static String plain(String text) {
        return text.replace('@', '＠').replace('<', '＜');
    }
}
