package io.xietong.dingtalk;

import io.xietong.core.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the lines of a card fit: the longest become shorter first, then the last are left out, and either is said. */
final class DingtalkLines {

    private static final int[] LONGEST = {6_000, 2_000, 800, 300};
    private static final int ROOM_FOR_THE_NOTE = 200;
    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2}-\\d+\\b");
    private static final String BETWEEN = "\n\n";

    private final Words words;
    private final Optional<String> number;

    /** @param title names the item, by whose number the whole can be asked for */
    DingtalkLines(Words words, String title) {
        this.words = words;
        this.number = Optional.of(NUMBER.matcher(title)).filter(Matcher::find).map(Matcher::group);
    }

    /** @param room in bytes */
    String fit(List<String> lines, int room) {
        String whole = String.join(BETWEEN, lines);
        if (bytes(whole) <= room) return whole;
        for (int longest : LONGEST) {
            List<String> shorter =
                    lines.stream().map(line -> shortened(line, longest)).toList();
            String joined = String.join(BETWEEN, shorter) + BETWEEN + cut();
            if (bytes(joined) <= room) return joined;
        }
        return first(lines, room - ROOM_FOR_THE_NOTE);
    }

    private String first(List<String> lines, int room) {
        List<String> shown = new ArrayList<>();
        int left = room;
        for (String line : lines) {
            String shorter = shortened(line, LONGEST[LONGEST.length - 1]);
            left -= bytes(shorter) + BETWEEN.length();
            if (left < 0) break;
            shown.add(shorter);
        }
        shown.add(words.say("dingtalk.lines-left", lines.size() - shown.size()));
        return String.join(BETWEEN, shown);
    }

    private String cut() {
        return number.map(found -> words.say("dingtalk.cut-item", found)).orElseGet(() -> words.say("dingtalk.cut"));
    }

    private static String shortened(String line, int bytes) {
        return bytes(line) <= bytes ? line : DingtalkEscape.start(line, bytes / 3);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
