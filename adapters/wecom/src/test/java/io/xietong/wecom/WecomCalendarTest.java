package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatCalendar.Event;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.text.Message;
import io.xietong.emulator.EmulatedCalendar;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.FaultSwitches.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events in the application's calendar: made once although WeCom knows no key, changed, taken out, and what it refuses. */
class WecomCalendarTest {

    private static final String ADD = "/cgi-bin/oa/schedule/add";
    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final List<String> THREE = List.of("lilei", "zhangwei", "zhaomin");

    private final World world = new World();
    private final Wecom wecom = world.both();
    private final ChatCalendar calendar = wecom.platform().calendar().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    private static Event event(String number, String title, Instant at, List<String> people) {
        return new Event(
                number,
                title,
                "张伟 主持",
                at,
                at.plus(Duration.ofHours(1)),
                World.ZONE,
                "三楼会议室",
                "lilei",
                people,
                Optional.of(Duration.ofMinutes(15)));
    }

    private static Event event(String title, Instant at) {
        return event("HY-1", title, at, THREE);
    }

    private EmulatedCalendar.Event only() {
        assertThat(world.emulator.calendar().all()).hasSize(1);
        return world.emulator.calendar().all().get(0);
    }

    private static NotSent.Kind kind(Receipt receipt) {
        return ((NotSent) receipt).kind();
    }

    @Test
    void an_event_is_made_changed_and_taken_out_and_the_calendar_is_made_once() {
        Receipt made = calendar.create("k1", false, event("新品上市", START));
        assertThat(only().text()).isEqualTo("HY-1\n张伟 主持");
        assertThat(only().attendees()).containsExactlyElementsOf(THREE);
        assertThat(only().reminder()).isEqualTo(15);
        assertThat(only().place()).isEqualTo("三楼会议室");

        String id = ((Sent) made).messageId();
        Event later = event("HY-1", "新品上市(二)", START.plus(Duration.ofDays(3)), List.of("ZhouJie", "lilei"));
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(only().attendees()).containsExactly("ZhouJie", "lilei");
        assertThat(only().startsAt()).isEqualTo(later.startsAt());

        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(kind(calendar.change(id, later))).isEqualTo(NotSent.Kind.CARD_EXPIRED);
        calendar.create("k2", false, event("HY-2", "例会", START, THREE));
        assertThat(world.emulator.calendarsMade()).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_event() {
        calendar.create("k10", false, event("HY-10", "别的会", START, THREE));
        world.emulator.faults().arm(ADD, Fault.of(Kind.DROP_AFTER), 1);
        assertThat(kind(calendar.create("k1", false, event("例会", START)))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        Event later = event("例会", START.plus(Duration.ofDays(1)));
        Sent found = (Sent) calendar.create("k1", true, later);
        assertThat(world.emulator.calendar().count()).isEqualTo(2);
        assertThat(world.emulator
                        .calendar()
                        .find(found.messageId())
                        .orElseThrow()
                        .startsAt())
                .isEqualTo(later.startsAt());
    }

    @Test
    void what_an_earlier_attempt_did_not_make_is_made() {
        world.emulator.faults().arm(ADD, Fault.of(Kind.DROP_BEFORE), 1);
        assertThat(kind(calendar.create("k1", false, event("例会", START)))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        assertThat(calendar.create("k1", true, event("例会", START))).isEqualTo(new Sent(only().id()));
    }

    @Test
    void a_token_that_ended_is_renewed_once_also_while_the_calendar_is_made() {
        world.emulator
                .faults()
                .arm("/cgi-bin/oa/calendar/add", Fault.answer(200, "{\"errcode\":42001,\"errmsg\":\"expired\"}"), 1);
        assertThat(calendar.create("k1", false, event("例会", START))).isInstanceOf(Sent.class);
        world.emulator.revokeTokens();
        assertThat(calendar.change(only().id(), event("例会(二)", START))).isInstanceOf(Sent.class);
    }

    @Test
    void a_missing_permission_needs_an_administrator_and_is_found_by_the_self_check_where_it_is_used() {
        world.clock.passes(Duration.between(world.clock.instant(), Instant.now()));
        world.emulator.allowCalendars(false);
        assertThat(kind(calendar.create("k1", false, event("例会", START)))).isEqualTo(NotSent.Kind.NEEDS_ADMIN);
        assertThat(wecom.check(true)).extracting(Message::key).containsExactly("wecom.check.calendar");
        assertThat(wecom.check(false)).isEmpty();
    }

    @Test
    void what_is_too_long_is_cut_and_no_more_than_a_thousand_are_asked() {
        Event event = event("HY-1", "长".repeat(200), START, Collections.nCopies(1001, "lilei"));
        assertThat(calendar.create("k1", false, event)).isInstanceOf(Sent.class);
        assertThat(only().title()).hasSize(128).endsWith("…");
        assertThat(world.emulator
                        .ledger()
                        .of("POST " + ADD)
                        .get(0)
                        .body()
                        .path("schedule")
                        .path("attendees"))
                .hasSize(1000);
    }

    @Test
    void without_the_application_there_is_no_calendar() {
        assertThat(world.wecom(new WecomSettings.App(0, "", "", ""), world.bot(), true)
                        .platform()
                        .calendar())
                .isEmpty();
    }
}
