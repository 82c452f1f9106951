package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes checked values out of a tree; each value that is not allowed becomes a problem that names key, value and what is. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    private final JsonNode tree;
    private final String file;
    private final List<Message> problems;

    Values(JsonNode tree, String file, List<Message> problems) {
        this.tree = tree;
        this.file = file;
        this.problems = new ArrayList<>(problems);
    }

    List<Message> problems() {
        return problems;
    }

    private JsonNode at(String key) {
        return tree.at("/" + key.replace('.', '/'));
    }

    <T> T wrong(String key, String allowed, T instead) {
        JsonNode node = at(key);
        problems.add(
                Message.of("config.wrong", file, key, node.isValueNode() ? node.asText() : node.toString(), allowed));
        return instead;
    }

    String word(String key, List<String> allowed) {
        String word = at(key).asText();
        return allowed.contains(word) ? word : wrong(key, String.join(", ", allowed), allowed.get(0));
    }

    /** One of the constants, written small and with dashes. */
    <E extends Enum<E>> E choice(String key, E[] constants) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return constants[names.indexOf(word(key, names))];
    }

    int number(String key, int least, int most) {
        String text = at(key).asText();
        boolean fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
        return fits ? Integer.parseInt(text) : wrong(key, least + "-" + most, least);
    }

    boolean flag(String key) {
        return at(key).asBoolean();
    }

    Duration duration(String key, String least, String most) {
        Duration duration = parse(at(key).asText());
        boolean fits =
                duration != null && duration.compareTo(parse(least)) >= 0 && duration.compareTo(parse(most)) <= 0;
        return fits ? duration : wrong(key, least + " - " + most + " (30s, 15m, 24h, 2d)", parse(least));
    }

    private static Duration parse(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) return null;
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    LocalTime time(String key) {
        try {
            return LocalTime.parse(at(key).asText());
        } catch (DateTimeException e) {
            return wrong(key, "00:00-23:59", LocalTime.MIDNIGHT);
        }
    }

    /** In place of a wrong list, so that what refers to it is not called wrong as well. */
    private static List<Integer> all(int least, int most) {
        return IntStream.rangeClosed(least, most).boxed().toList();
    }

    /** Whole numbers, each smaller than the one before. */
    List<Integer> falling(String key, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        at(key).forEach(node -> numbers.add(node.asInt(-1)));
        boolean fits = !numbers.isEmpty();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (number < least || number > most || i > 0 && number >= numbers.get(i - 1)) fits = false;
        }
        return fits ? numbers : wrong(key, least + "-" + most + ", [10, 5, 1]", all(least, most));
    }

    /** The entries of a list, each with values of its own; an entry's keys are called {@code key[place].name}. */
    List<Values> entries(String key, List<String> names) {
        List<Values> entries = new ArrayList<>();
        int place = 0;
        for (JsonNode node : at(key)) {
            String own = key + "[" + ++place + "]";
            if (!node.isObject() || !names.containsAll(fieldNames(node))) wrong(own, String.join(", ", names), own);
            else entries.add(new Values(node, file + ": " + own, List.of()));
        }
        return entries;
    }

    private static List<String> fieldNames(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Takes over what is wrong with an entry. */
    void add(Values entry) {
        problems.addAll(entry.problems());
    }

    boolean has(String key) {
        return !at(key).isMissingNode();
    }

    String text(String key, int most) {
        String text = at(key).asText().strip();
        return text.isEmpty() || text.length() > most ? wrong(key, "1-" + most, "-") : text;
    }

    /** Words of a list, each one of those allowed. */
    List<String> words(String key, List<String> allowed) {
        List<String> words = new ArrayList<>();
        at(key).forEach(node -> words.add(node.asText()));
        return allowed.containsAll(words) ? words : wrong(key, String.join(", ", allowed), List.of());
    }

    /** Ascending percents between 1 and 99. */
    List<Integer> percents(String key) {
        List<Integer> percents = new ArrayList<>();
        at(key).forEach(node -> percents.add(node.asInt(-1)));
        boolean fits = !percents.isEmpty();
        for (int i = 0; i < percents.size(); i++) {
            int percent = percents.get(i);
            if (percent < 1 || percent > 99 || i > 0 && percent <= percents.get(i - 1)) fits = false;
        }
        return fits ? percents : wrong(key, "1-99, [50, 75, 90]", List.of(50));
    }
}
