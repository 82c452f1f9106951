package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.CalendarEntry;
import io.xietong.core.meeting.Slot;
import io.xietong.fuzz.Nearby;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever a meeting is called: it stays one meeting with the lines that we write, and any program reads it. */
class CalendarTextFuzz {

    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]");
    private static final Set<String> LINES = Set.of(
            "BEGIN",
            "END",
            "PRODID",
            "VERSION",
            "CALSCALE",
            "X-WR-CALNAME",
            "X-WR-TIMEZONE",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SUMMARY",
            "UID",
            "SEQUENCE",
            "LOCATION",
            "DESCRIPTION",
            "STATUS");

    @FuzzTest(maxDuration = "60s")
    void a_meeting_stays_one_meeting(byte[] bytes) {
        Nearby.eachText(bytes, 30, CalendarTextFuzz::holds);
    }

    private static void holds(String text) {
        String[] parts = text.split("\u001f", -1);
        String subject = parts[0];
        String place = parts[parts.length / 2];
        String description = parts[parts.length - 1];
        CalendarEntry entry = new CalendarEntry(
                new ItemNumber(ItemKind.MEETING, 40),
                3,
                new Slot(NOW, Duration.ofHours(1), place),
                subject,
                description,
                CalendarEntry.Status.CONFIRMED);
        String written = new CalendarText(subject, ZONE, NOW).of(List.of(entry, entry));

        String[] lines = FOLD.matcher(written).replaceAll("").split("\r\n");
        for (String line : lines) {
            assertThat(line.split("[:;]", 2)[0]).as(written).isIn(LINES);
            assertThat(line).doesNotContain("\n", "\r");
        }
        assertThat(lines).filteredOn("BEGIN:VEVENT"::equals).hasSize(2);
        assertThat(bare(value(lines, "SUMMARY:"))).isEqualTo(bare(subject));
        if (!place.isBlank()) assertThat(bare(value(lines, "LOCATION:"))).isEqualTo(bare(place));
        assertThat(bare(value(lines, "DESCRIPTION:"))).isEqualTo(bare(description));
    }

    /** What RFC 5545 (3.3.11) says that a line's text is. */
    private static String value(String[] lines, String name) {
        String line = Arrays.stream(lines)
                .filter(one -> one.startsWith(name))
                .findFirst()
                .orElseThrow();
        return ESCAPED.matcher(line.substring(name.length()))
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1).equalsIgnoreCase("n") ? "\n" : found.group(1)));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{C}\u2028\u2029]+", "");
    }
}
