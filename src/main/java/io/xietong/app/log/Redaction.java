package io.xietong.app.log;

import java.util.regex.Pattern;

/** Masks what must never stand in a log: values of secret-like names, tokens, long keys (faults.md section 2, item 9). */
public final class Redaction {

    private static final String MASK = "***";
    private static final Pattern NAMED = Pattern.compile(
            "(?i)([\\w.-]*(?:secret|token|ticket|aes[-_]?key|encrypt[-_]?key|session[-_]?webhook|authorization|signature|password|passwd)[\\w.-]*"
                    + "[\"']?\\s*[:=]\\s*[\"']?)(?:Bearer\\s+|Basic\\s+)?[^\\s\"'&,;})\\]]+");
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern LONG_KEY = Pattern.compile(
            "(?<![\\w+/=-])(?=[A-Za-z+/_-]*\\d)(?=[\\d+/_-]*[A-Za-z])[A-Za-z0-9+/_-]{40,}={0,2}(?![\\w+/=-])");

    private Redaction() {}

    /** The text with secrets masked and line breaks made visible, so that one event stays one line. */
    public static String line(String text) {
        return masked(text).replace("\r", "\\r").replace("\n", "\\n");
    }

    static String masked(String text) {
        String masked = NAMED.matcher(text).replaceAll("$1" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
        masked = JWT.matcher(masked).replaceAll(MASK);
        return LONG_KEY.matcher(masked).replaceAll(MASK);
    }
}
