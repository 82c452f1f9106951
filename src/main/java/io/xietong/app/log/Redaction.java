package io.xietong.app.log;

import java.util.regex.Pattern;

/** Masks what must never stand in a log: values of secret-like names, tokens, long keys (faults.md section 2, item 9). */
public final class Redaction {

    private static final String MASK = "***";
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:secret|token|ticket|aes[-_]?key|encrypt[-_]?key|session[-_]?webhook|\\bsession(?==)|authorization|signature|password|passwd)(?![\\w$]{0,80}\\.java:)[\\w.-]{0,40}"
                    + "\\\\?[\"']?\\s{0,5}[:=]\\s{0,5}\\\\?[\"']?)(?:Bearer\\s+|Basic\\s+)?[^\\s\"'&,;})\\]]+");
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{8,2000}\\.[\\w-]{8,4000}\\.[\\w-]*");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern LONG_KEY = Pattern.compile(
            "(?<![\\w+/=-])(?=[A-Za-z+/_-]*\\d)(?=[\\d+/_-]*[A-Za-z])[A-Za-z0-9+/_-]{40,}={0,2}(?![\\w+/=-])");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\t]]");

    private Redaction() {}

    /** The text with secrets masked and line breaks made visible, so that one event stays one line. */
    public static String line(String text) {
        return visible(masked(text));
    }

    /** A value that stands under a name of its own, masked when the name says that it is a secret. */
    static String named(String name, String value) {
        String masked = line(name + "=" + value);
        return masked.substring(masked.indexOf('=') + 1);
    }

    /** Control characters and line separators as escapes: none moves a terminal's cursor or begins a line. */
    static String visible(String text) {
        return CONTROL.matcher(text).replaceAll(found -> {
            char c = found.group().charAt(0);
            if (c == '\n') return "\\\\n";
            if (c == '\r') return "\\\\r";
            return String.format("\\\\u%04x", (int) c);
        });
    }

    static String masked(String text) {
        String masked = NAMED.matcher(text).replaceAll("$1" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
        masked = JWT.matcher(masked).replaceAll(MASK);
        return LONG_KEY.matcher(masked).replaceAll(MASK);
    }
}
