package io.xietong.app.desk;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.item.ItemKind;
import io.xietong.core.library.Document;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.State;
import io.xietong.core.notice.Notice;
import io.xietong.core.people.Department;
import io.xietong.core.people.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the console shows of items of one kind beside their lines: stages, dates, loads. Lives as long as the books are open. */
public final class Boards {

    /** Beyond it the exact number tells nobody anything. */
    private static final int COUNTED = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Turn turn;
    private final Listing listing;
    private final Lines lines;

    Boards(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
        this.lines = new Lines(turn);
    }

    /** Somebody with open requests. @param open counted up to {@link #COUNTED} */
    public record Contact(String name, int open, String counted) {}

    /**
     * One department.
     *
     * @param head name; empty when nobody is
     * @param load what waits for it; empty for those whose business it is not
     */
    public record DepartmentLine(
            String id, String name, String head, List<Contact> contacts, Optional<Seeing.Load> load) {}

    /** All departments, the reader's own first. */
    public List<DepartmentLine> departments() {
        List<Department> departments = turn.organisation().departments();
        Map<String, Integer> open = turn.books
                .requests()
                .load(
                        departments.stream()
                                .flatMap(department -> department.contacts().stream())
                                .distinct()
                                .toList(),
                        COUNTED);
        String own = turn.speaker.department();
        return departments.stream()
                .sorted((one, other) ->
                        Boolean.compare(other.id().equals(own), one.id().equals(own)))
                .map(department -> department(department, open))
                .toList();
    }

    private DepartmentLine department(Department department, Map<String, Integer> open) {
        Optional<Seeing.Load> load = mayCount(department.id())
                ? Optional.of(new Seeing(turn).load(new Selection.OfDepartment(department.id())))
                : Optional.empty();
        return new DepartmentLine(
                department.id(),
                department.name(),
                department.head().map(turn.organisation()::nameOf).orElse(""),
                department.contacts().stream()
                        .map(id -> contact(id, open.getOrDefault(id, 0)))
                        .toList(),
                load);
    }

    private Contact contact(String person, int open) {
        return new Contact(turn.organisation().nameOf(person), open, open < COUNTED ? "" + open : (COUNTED - 1) + "+");
    }

    /** Whether a department's open matters are the reader's business: their own, or all for committee and secretariat. */
    private boolean mayCount(String department) {
        Set<Role> roles = turn.organisation().rolesOf(turn.speaker.id());
        return department.equals(turn.speaker.department())
                || roles.contains(Role.SECRETARY)
                || roles.contains(Role.MEMBER)
                || roles.contains(Role.CHAIR)
                || roles.contains(Role.VICE_CHAIR);
    }

    /**
     * One dispute.
     *
     * @param sides   the two departments
     * @param day     the working day of its stage that this is, from 0, the day on which the stage began
     * @param limit   the working day on which the stage ends; 0 when no clock runs
     * @param percent how much of the time is used up
     */
    public record DisputeLine(ItemLine line, String sides, int day, int limit, int percent) {}

    /** @param from 0 for the first page, else what the one before named as next */
    public Stretch<DisputeLine> disputes(boolean open, long from) {
        return page(new Selection.OfKind(ItemKind.DISPUTE, open), from).map(this::dispute);
    }

    private DisputeLine dispute(Found<?> found) {
        Dispute dispute = (Dispute) found.item();
        String sides = turn.words.say(
                "console.sides",
                turn.organisation().departmentName(dispute.first().department()),
                turn.organisation().departmentName(dispute.second().department()));
        Optional<Deadline> clock =
                dispute.firstDue().filter(running -> running.dueAt().isPresent());
        if (clock.isEmpty()) return new DisputeLine(lines.of(found), sides, 0, 0, 0);
        LocalDate began = turn.company.calendar().dateOf(clock.get().armedAt());
        LocalDate ends = turn.company.calendar().dateOf(clock.get().dueAt().orElseThrow());
        return new DisputeLine(
                lines.of(found),
                sides,
                workingDays(began, turn.today()),
                workingDays(began, ends),
                clock.get().percentUsed(turn.now));
    }

    /** Working days after the first day, the last one included. */
    private int workingDays(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.isBefore(first) ? first : last)
                .map(day -> day.plusDays(1))
                .filter(turn.company.calendar()::isWorkingDay)
                .count();
    }

    /** Projects with their milestones. @param from 0 for the first page, else what the one before named as next */
    public Stretch<Plan> projects(boolean open, long from) {
        return page(new Selection.OfKind(ItemKind.PROJECT, open), from).map(found -> Plan.of(found, turn));
    }

    /** One meeting. @param time when it begins and ends on its day */
    public record MeetingLine(ItemLine line, LocalDate day, String time, String place, boolean cancelled) {}

    /** The meetings of a month that the reader may see, the first first. */
    public List<MeetingLine> meetings(YearMonth month) {
        return new Browsing(turn, listing)
                .all(new Selection.InMonth(month), Integer.MAX_VALUE).stream()
                        .map(this::meeting)
                        .toList();
    }

    private MeetingLine meeting(Found<?> found) {
        Meeting meeting = (Meeting) found.item();
        ZoneId zone = turn.organisation().zone();
        ZonedDateTime begins = meeting.slot().startsAt().atZone(zone);
        String time =
                TIME.format(begins) + "–" + TIME.format(meeting.slot().endsAt().atZone(zone));
        boolean cancelled = meeting.state() == State.CANCELLED;
        return new MeetingLine(
                lines.of(found), begins.toLocalDate(), time, meeting.slot().place(), cancelled);
    }

    /** One day of the company's calendar. @param why the reason, when it is not simply as its weekday usually is */
    public record DayMark(LocalDate date, boolean working, String why) {}

    /** The days of a month. */
    public List<DayMark> days(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(day -> turn.company.calendar().day(month.atDay(day)))
                .map(day -> new DayMark(day.date(), day.working(), day.plain() ? "" : turn.words.say(day.why())))
                .toList();
    }

    /** One notice. @param owed whether the reader has to confirm it and has not */
    public record NoticeLine(ItemLine line, String kind, String by, String at, boolean mustRead, boolean owed) {}

    /** @param from 0 for the first page, else what the one before named as next */
    public Stretch<NoticeLine> notices(long from) {
        return page(new Selection.OfKind(ItemKind.NOTICE, false), from).map(this::notice);
    }

    private NoticeLine notice(Found<?> found) {
        Notice notice = (Notice) found.item();
        return new NoticeLine(
                lines.of(found),
                turn.words.say("notice.kind." + notice.kind().name()),
                turn.organisation().nameOf(notice.by()),
                turn.words.say("text.verbatim", notice.at()),
                notice.mustRead(),
                notice.missing().contains(turn.speaker.id()));
    }

    /** One document. @param link of its latest version; empty for a file @param file its name; empty for a link */
    public record DocumentLine(
            ItemLine line, String shelf, String owner, String link, String file, int version, String review) {}

    /** @param from 0 for the first page, else what the one before named as next */
    public Stretch<DocumentLine> documents(long from) {
        return page(new Selection.OfKind(ItemKind.DOCUMENT, true), from).map(this::document);
    }

    private DocumentLine document(Found<?> found) {
        Document document = (Document) found.item();
        return new DocumentLine(
                lines.of(found),
                turn.words.say("library.shelf." + document.shelf().name()),
                turn.organisation().nameOf(document.owner()),
                document.latest().link(),
                document.latest().file().map(LibraryFile::described).orElse(""),
                document.editions().size(),
                turn.words.say("text.verbatim", document.review()));
    }

    private Stretch<Found<?>> page(Selection selection, long from) {
        return new Browsing(turn, listing).page(selection, from);
    }
}
