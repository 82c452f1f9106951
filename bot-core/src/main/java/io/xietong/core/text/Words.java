package io.xietong.core.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says messages in one language and one time zone.
 *
 * <p>Texts live in {@code words/<file>.<language>.properties} (UTF-8) on the class path, one file for each feature.
 * Times read 「11月24日(周二) 17:30」 or "Tue 24 Nov 17:30". Thread-safe.
 */
public final class Words {

    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final ZoneId zone;

    private Words(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    public static Words in(Language language, ZoneId zone) {
        return new Words(language, zone);
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The message in this language. A key without a text is a fault of the program and throws. */
    public String say(Message message) {
        String text = file(message.key()).getProperty(message.key());
        if (text == null) throw new IllegalStateException("no " + language.tag() + " text for " + message.key());
        List<Object> args = message.args();
        return PLACE.matcher(text).replaceAll(place -> {
            int index = place.group(1).charAt(0) - '0';
            return Matcher.quoteReplacement(index < args.size() ? show(args.get(index)) : "");
        });
    }

    /** Short for {@code say(Message.of(key, args))}. */
    public String say(String key, Object... args) {
        return say(Message.of(key, args));
    }

    private String show(Object value) {
        if (value instanceof Message message) return say(message);
        if (value instanceof Instant instant) return Times.of(language).moment(instant.atZone(zone));
        if (value instanceof LocalDate date) return Times.of(language).day(date);
        if (value instanceof Duration duration) return Times.of(language).length(duration);
        if (value instanceof List<?> list)
            return list.stream().map(this::show).collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
        return String.valueOf(value);
    }

    private Properties file(String key) {
        String name = key.substring(0, key.indexOf('.')) + "." + language.tag();
        return FILES.computeIfAbsent(name, Words::load);
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (var in = Words.class.getResourceAsStream("/words/" + name + ".properties")) {
            if (in == null) throw new IllegalStateException("no word file " + name);
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
