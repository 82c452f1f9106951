package io.xietong.core.chat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the time of day people mean: 「14:00」「下午3点半」「上午十点到十一点半」 "3:30 pm".
 *
 * @param time   when it begins
 * @param length until the end that was said; empty when none was
 * @param start  where in the folded text it stands
 */
public record SpokenTime(LocalTime time, Optional<Duration> length, int start, int end) {

    private static final String PART = "(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?\\s{0,3}";
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?!\\d)";
    private static final String SPOKEN = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:(半)|(一刻)|(三刻)|(\\d{1,2})分?|整|钟)?";
    private static final String ENGLISH = "(\\d{1,2})(?::(\\d{2}))?\\s?([ap])\\.?m\\b";
    private static final Pattern TIME = Pattern.compile(PART + "(?:" + ENGLISH + "|" + CLOCK + "|" + SPOKEN + ")");
    private static final Pattern UNTIL = Pattern.compile("^\\s{0,3}(?:-|~|–|—|到|至|until|to)\\s{0,3}");

    /** The first time of day in the text; empty when there is none, or none that exists. */
    public static Optional<SpokenTime> find(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher matcher = TIME.matcher(folded);
        while (matcher.find()) {
            Optional<LocalTime> time = time(matcher, Optional.ofNullable(matcher.group(1)));
            if (time.isPresent()) return Optional.of(withEnd(time.get(), matcher, folded));
        }
        return Optional.empty();
    }

    private static SpokenTime withEnd(LocalTime from, Matcher first, String folded) {
        Matcher until = UNTIL.matcher(folded.substring(first.end()));
        if (!until.find()) return new SpokenTime(from, Optional.empty(), start(first), first.end());
        int at = first.end() + until.end();
        Matcher second = TIME.matcher(folded).region(at, folded.length());
        Optional<LocalTime> end = second.lookingAt()
                ? time(second, Optional.ofNullable(second.group(1)).or(() -> Optional.ofNullable(first.group(1))))
                : Optional.empty();
        return end.filter(to -> to.isAfter(from))
                .map(to -> new SpokenTime(from, Optional.of(Duration.between(from, to)), start(first), second.end()))
                .orElseGet(() -> new SpokenTime(from, Optional.empty(), start(first), first.end()));
    }

    /** The part of the day stays, since 「明晚」 is a day as well. */
    private static int start(Matcher time) {
        for (int group : new int[] {2, 5, 7}) if (time.group(group) != null) return time.start(group);
        return time.start();
    }

    private static Optional<LocalTime> time(Matcher m, Optional<String> part) {
        if (m.group(2) != null) return english(m);
        int hour = m.group(5) != null ? Integer.parseInt(m.group(5)) : SpokenDate.count(m.group(7));
        int minute = m.group(5) != null ? Integer.parseInt(m.group(6)) : minutes(m);
        boolean afternoon = part.filter(said -> said.matches("下午|傍晚|晚上?")).isPresent();
        boolean noon = part.filter("中午"::equals).isPresent();
        if (afternoon && hour < 12 || noon && hour < 3) hour += 12;
        return of(hour, minute);
    }

    private static int minutes(Matcher m) {
        if (m.group(8) != null) return 30;
        if (m.group(9) != null) return 15;
        if (m.group(10) != null) return 45;
        return m.group(11) == null ? 0 : Integer.parseInt(m.group(11));
    }

    private static Optional<LocalTime> english(Matcher m) {
        int hour = Integer.parseInt(m.group(2)) % 12 + (m.group(4).equals("p") ? 12 : 0);
        if (Integer.parseInt(m.group(2)) > 12) return Optional.empty();
        return of(hour, m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    }

    private static Optional<LocalTime> of(int hour, int minute) {
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
