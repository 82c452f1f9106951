package io.xietong.wecom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries.
 *
 * @param version of the state that its card was drawn for; 0 where there is none
 * @param phrase  what a person could type instead
 * @param form    the fields of a form that is sent as it stands, by name; empty where the card has no such form
 */
record WecomKey(long version, String phrase, Map<String, String> form) {

    /** WeCom takes no longer ones (wecom.md 3.1). */
    static final int MOST_BYTES = 1024;

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,18}):(.+)", Pattern.DOTALL);
    private static final Pattern WITH_FORM = Pattern.compile("(\\d{1,18})\\+([^|]+)((?:\\|\\w+=[^|]*)+)");

    WecomKey {
        form = Map.copyOf(form);
    }

    static WecomKey of(long version, String phrase) {
        return new WecomKey(version, phrase, Map.of());
    }

    boolean fits() {
        return WecomLengths.bytes(text()) <= MOST_BYTES;
    }

    /** {@code 3:受理 XQ-1}, or {@code 0+求助|department=design|need=…}. */
    String text() {
        if (form.isEmpty()) return version + ":" + phrase;
        StringBuilder text = new StringBuilder(version + "+" + escaped(phrase));
        form.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field ->
                        text.append('|').append(field.getKey()).append('=').append(escaped(field.getValue())));
        return text.toString();
    }

    /** What a button carried; empty when it is none of ours. */
    static Optional<WecomKey> read(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) return Optional.of(of(Long.parseLong(plain.group(1)), plain.group(2)));
        Matcher with = WITH_FORM.matcher(text);
        if (!with.matches()) return Optional.empty();
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : with.group(3).substring(1).split("\\|")) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], plain(parts[1]));
        }
        return Optional.of(new WecomKey(Long.parseLong(with.group(1)), plain(with.group(2)), form));
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("|", "%7C").replace("\n", "%0A");
    }

    private static String plain(String value) {
        return value.replace("%0A", "\n").replace("%7C", "|").replace("%25", "%");
    }
}
