package io.xietong.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.meeting.Recurrence.MonthlyWeekday;
import io.xietong.core.meeting.Recurrence.Occurrence;
import io.xietong.core.meeting.Recurrence.Quarterly;
import io.xietong.core.meeting.Recurrence.Shift;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the clock does about meetings: makes them, tells of them, begins and locks them. */
class MeetingRulesTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.MEETING, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final Series COMMITTEE = new Series(
            "committee",
            "季度例会",
            new Recurrence(new Quarterly(1, new MonthlyWeekday(1, DayOfWeek.WEDNESDAY)), Shift.NEXT_WORKING_DAY),
            LocalTime.of(9, 30),
            Duration.ofHours(2),
            "",
            Series.CHAIR,
            List.of(Series.COMMITTEE, "nobody.known"),
            Set.of(AgendaSource.DISPUTES),
            Optional.empty());
    private static final MeetingFeature FEATURE = new MeetingFeature(new MeetingPolicy(
            List.of(10, 5, 1),
            5,
            Duration.ofHours(1),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            1,
            5,
            1,
            20,
            5,
            new Calendars(true, Optional.of(Duration.ofMinutes(15))),
            List.of(COMMITTEE)));
    private static final Occurrence OCTOBER = new Occurrence(LocalDate.of(2026, 10, 7), LocalDate.of(2026, 10, 8));

    private static Occasion clock(String at) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.parse(at.substring(0, 10)), List.of()));
        return new Occasion(Actor.CLOCK, Demo.at(at), Demo.COMPANY, routing, CALENDAR);
    }

    private static Meeting planned(String at) {
        return after(FEATURE.rules().plan(NUMBER, COMMITTEE, OCTOBER, clock(at)));
    }

    private static Meeting after(Decision<Meeting> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done<Meeting>) decision).after();
    }

    private static List<String> told(Meeting before, String at) {
        Decision.Done<Meeting> done = (Decision.Done<Meeting>) FEATURE.ring(before, clock(at));
        return FEATURE.news(done.after(), done.facts(), clock(at)).stream()
                .map(out -> ((Outgoing.ItemCard) out.body())
                        .headline()
                        .orElseThrow()
                        .key())
                .distinct()
                .toList();
    }

    @Test
    void a_rule_names_a_day_once_whatever_the_calendar_makes_of_it() {
        assertThat(COMMITTEE.rule().after(LocalDate.of(2026, 9, 9), CALENDAR)).contains(OCTOBER);
        assertThat(COMMITTEE
                        .rule()
                        .after(OCTOBER.named(), CALENDAR)
                        .orElseThrow()
                        .named())
                .isEqualTo(LocalDate.of(2027, 1, 6));
        assertThat(FEATURE.rules().madeAt(COMMITTEE, OCTOBER, CALENDAR)).isEqualTo(Demo.at("2026-09-03T09:00"));
    }

    @Test
    void a_meeting_of_a_series_has_the_whole_committee_chair_and_secretary_and_nobody_unknown() {
        Meeting meeting = planned("2026-09-09T09:00");
        assertThat(meeting.host()).isEqualTo("chen.zong");
        assertThat(meeting.organiser()).isEqualTo("sun.mi");
        assertThat(meeting.invitees()).hasSize(8).noneMatch(one -> one.person().equals("nobody.known"));
        assertThat(meeting.isAnnounced()).isFalse();
        assertThat(meeting.waitingFor()).isEmpty();
        assertThat(FEATURE.rules().plan(NUMBER, COMMITTEE, OCTOBER, clock("2026-10-09T09:00")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void each_notice_comes_with_its_rung_and_of_several_only_the_last() {
        Meeting meeting = planned("2026-09-09T09:00");
        assertThat(told(meeting, "2026-09-17T09:00")).containsExactly("meeting.news.ahead-asks");
        assertThat(told(meeting, "2026-09-23T09:05"))
                .containsExactly("meeting.news.agenda-call-asks", "meeting.news.agenda-call-organiser");
        assertThat(told(meeting, "2026-09-23T14:00")).contains("meeting.news.late");
        assertThat(told(meeting, "2026-09-30T09:00")).containsExactly("meeting.news.eve-asks");
        assertThat(told(meeting, "2026-10-08T09:00")).containsExactly("meeting.news.soon");
        assertThat(told(meeting, "2026-10-08T12:00")).containsExactly("meeting.news.begun");
    }

    @Test
    void the_clock_begins_it_then_waits_for_the_minutes_from_its_beginning_on() {
        Meeting held = after(FEATURE.ring(planned("2026-09-09T09:00"), clock("2026-10-20T12:00")));
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.running(Purpose.MEETING)).isEmpty();
        assertThat(held.running(Purpose.MINUTES).orElseThrow().dueAt()).contains(Demo.at("2026-10-09T18:00"));
    }

    @Test
    void ringing_again_or_with_nothing_due_changes_nothing() {
        Meeting meeting = planned("2026-09-09T09:00");
        assertThat(FEATURE.ring(meeting, clock("2026-09-16T09:00"))).isInstanceOf(Decision.Refused.class);
        Meeting rung = after(FEATURE.ring(meeting, clock("2026-09-17T09:00")));
        assertThat(FEATURE.ring(rung, clock("2026-09-17T09:00"))).isInstanceOf(Decision.Refused.class);
        assertThat(rung.isAnnounced()).isTrue();
        assertThat(rung.waitingFor()).hasSize(8);
        assertThat(rung.owing()).isEmpty();
    }

    @Test
    void open_matters_take_the_place_of_those_before_and_what_people_proposed_stays() {
        Meeting meeting = planned("2026-09-09T09:00").about(List.of(AgendaItem.proposed("定价", "ma.li")));
        AgendaItem first = AgendaItem.open(ItemNumber.request(1), "");
        AgendaItem second = AgendaItem.open(ItemNumber.request(2), "海报");
        Meeting filled = after(FEATURE.rules().fill(meeting, List.of(first)));
        assertThat(FEATURE.rules().fill(filled, List.of(first))).isInstanceOf(Decision.Refused.class);
        assertThat(after(FEATURE.rules().fill(filled, List.of(second))).agenda())
                .containsExactly(AgendaItem.proposed("定价", "ma.li"), second);
        SharedFact.RungReached early = new SharedFact.RungReached(
                Purpose.MEETING, "T-10", meeting.slot().startsAt(), Demo.at("2026-09-17T09:00"));
        assertThat(FEATURE.rules().fillsAgenda(meeting, early)).isFalse();
    }

    @Test
    void heads_take_turns_month_by_month() {
        Series briefing = new Series(
                "briefing",
                "通气会",
                COMMITTEE.rule(),
                LocalTime.NOON,
                Duration.ofHours(1),
                "",
                Series.HEADS_IN_TURN,
                List.of(Series.HEADS),
                Set.of(),
                Optional.empty());
        Set<String> hosts = new java.util.HashSet<>();
        for (int month = 1; month <= 6; month++) hosts.add(briefing.host(LocalDate.of(2026, month, 10), Demo.COMPANY));
        assertThat(hosts).hasSize(6);
        Series project = new Series(
                "weekly",
                "周会",
                COMMITTEE.rule(),
                LocalTime.NOON,
                Duration.ofHours(1),
                "",
                "he.tao",
                List.of("he.tao", "li.lei"),
                Set.of(),
                Optional.of(new ItemNumber(ItemKind.PROJECT, 8)));
        assertThat(project.key()).isEqualTo("XM-8/weekly");
        assertThat(project.organiser(LocalDate.of(2026, 1, 7), Demo.COMPANY)).isEqualTo("he.tao");
    }
}
