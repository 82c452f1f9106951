package io.xietong.app.web;

import io.xietong.core.meeting.CalendarEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes meetings as iCalendar (RFC 5545). Times are in UTC, which every program shows in its reader's zone. */
final class CalendarText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private final String name;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone the company's, for programs that ask in which one the calendar is meant */
    CalendarText(String name, ZoneId zone, Instant now) {
        this.name = name;
        this.zone = zone;
        this.now = now;
    }

    String of(List<CalendarEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Xietong//Meetings//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", readable(name)));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        entries.forEach(entry -> calendar.add(event(entry)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent(entry.slot().startsAt(), entry.slot().endsAt(), readable(entry.subject()));
        event.replace(new DtStamp(now));
        event.add(new Uid(entry.number().toString().toLowerCase(Locale.ROOT) + "@xietong"));
        event.add(new Sequence((int) Math.min(entry.version(), Integer.MAX_VALUE)));
        if (!entry.slot().place().isBlank())
            event.add(new Location(readable(entry.slot().place())));
        event.add(new Description(readable(entry.description())));
        event.add(new Status(entry.status().name()));
        return event;
    }

    /** Without control characters, which the format has no way to write: some programs take a bare CR for the end of a line. */
    private static String readable(String text) {
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }
}
