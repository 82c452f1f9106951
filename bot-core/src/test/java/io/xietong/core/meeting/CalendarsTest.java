package io.xietong.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.feature.Appointment;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a meeting stands in people's calendars. */
class CalendarsTest {

    private static final Calendars KEPT = new Calendars(true, Optional.of(Duration.ofMinutes(15)));
    private static final Slot SLOT = new Slot(Instant.parse("2026-11-27T06:00:00Z"), Duration.ofHours(1), "三楼");

    private static Meeting meeting(State state, Optional<Origin> origin, Invitee... invitees) {
        return new Meeting(
                new ItemNumber(ItemKind.MEETING, 1),
                1,
                state,
                "新品上市",
                SLOT,
                origin,
                "zhang.wei",
                "sun.mi",
                List.of(invitees),
                List.of(),
                Optional.empty(),
                Instant.parse("2026-11-24T01:00:00Z"),
                Set.of(),
                List.of());
    }

    private static Appointment of(Meeting meeting) {
        return KEPT.of(meeting, Demo.COMPANY).orElseThrow();
    }

    @Test
    void those_who_come_have_it_with_its_host_and_not_those_who_decline_or_send_somebody() {
        Appointment appointment = of(meeting(
                State.CALLED,
                Optional.empty(),
                Invitee.asked("he.tao"),
                Invitee.asked("li.lei").says(Reply.STAND_IN, Optional.of("han.mei"), ""),
                Invitee.asked("ma.li").says(Reply.DECLINED, Optional.empty(), "出差")));
        assertThat(appointment.people()).containsExactlyInAnyOrder("he.tao", "han.mei", "zhang.wei");
        assertThat(appointment.lead()).isEqualTo("zhang.wei");
        assertThat(appointment.endsAt()).isEqualTo(SLOT.endsAt());
        assertThat(appointment.reminder()).contains(Duration.ofMinutes(15));
        assertThat(appointment.calledOff()).isFalse();
    }

    @Test
    void who_called_it_leads_it_when_they_come() {
        assertThat(of(meeting(State.CALLED, Optional.empty(), Invitee.asked("sun.mi")))
                        .lead())
                .isEqualTo("sun.mi");
    }

    @Test
    void one_of_a_series_waits_for_its_first_notice() {
        Origin series = new Origin("committee", LocalDate.of(2026, 11, 27), Optional.empty());
        assertThat(of(meeting(State.CALLED, Optional.of(series), Invitee.asked("he.tao")))
                        .asked())
                .isFalse();
        assertThat(of(meeting(State.CALLED, Optional.empty(), Invitee.asked("he.tao")))
                        .asked())
                .isTrue();
    }

    @Test
    void what_has_begun_is_left_as_it_is_and_what_is_called_off_is_taken_out() {
        assertThat(KEPT.of(meeting(State.HELD, Optional.empty()), Demo.COMPANY)).isEmpty();
        assertThat(KEPT.of(meeting(State.LOCKED, Optional.empty()), Demo.COMPANY))
                .isEmpty();
        assertThat(of(meeting(State.CANCELLED, Optional.empty())).calledOff()).isTrue();
    }

    @Test
    void nothing_stands_there_when_the_policy_says_so() {
        assertThat(new Calendars(false, Optional.empty()).of(meeting(State.CALLED, Optional.empty()), Demo.COMPANY))
                .isEmpty();
    }
}
