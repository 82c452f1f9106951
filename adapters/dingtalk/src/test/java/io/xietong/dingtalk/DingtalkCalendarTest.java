package io.xietong.dingtalk;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events in the calendar of who leads them: made once, changed, taken out, and what DingTalk refuses. */
class DingtalkCalendarTest {

    private static final String EVENTS = "/v1.0/calendar/users/union-u-lilei/calendars/primary/events";
    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final List<String> THREE = List.of("u-lilei", "u-zhangwei", "u-zhaomin");

    private final World world = new World();
    private final ChatCalendar calendar = world.platform.calendar().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    private static Event event(String title, Instant at, List<String> people) {
        return new Event(
                "HY-1",
                title,
                "张伟 主持",
                at,
                at.plus(Duration.ofHours(1)),
                World.ZONE,
                "三楼会议室",
                "u-lilei",
                people,
                Optional.of(Duration.ofMinutes(15)));
    }

    private EmulatedCalendar.Event only() {
        assertThat(world.emulator.calendar().all()).hasSize(1);
        return world.emulator.calendar().all().get(0);
    }

    private static NotSent.Kind kind(Receipt receipt) {
        return ((NotSent) receipt).kind();
    }

    @Test
    void an_event_is_made_changed_and_taken_out_and_all_of_it_can_be_said_twice() {
        Receipt made = calendar.create("event-HY-1-v1", false, event("新品上市", START, THREE));
        assertThat(calendar.create("event-HY-1-v1", true, event("新品上市", START, THREE)))
                .isEqualTo(made);
        assertThat(only().text()).isEqualTo("HY-1\n张伟 主持");
        assertThat(only().place()).isEqualTo("三楼会议室");
        assertThat(only().startsAt()).isEqualTo(START);
        assertThat(only().reminder()).isEqualTo(15);
        assertThat(only().attendees()).containsExactlyElementsOf(THREE);

        String id = ((Sent) made).messageId();
        Event later = event("新品上市(二)", START.plus(Duration.ofDays(3)), List.of("u-lilei", "u-zhoujie"));
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(only().startsAt()).isEqualTo(later.startsAt());
        assertThat(only().attendees()).containsExactly("u-lilei", "u-zhoujie");

        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(world.emulator.calendar().all()).isEmpty();
        assertThat(kind(calendar.change(id, later))).isEqualTo(NotSent.Kind.CARD_EXPIRED);
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_event() {
        world.emulator.faults().arm(EVENTS, Fault.of(Kind.DROP_AFTER), 1);
        assertThat(kind(calendar.create("k", false, event("例会", START, THREE)))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        Event later = event("例会", START.plus(Duration.ofDays(1)), List.of("u-lilei", "u-zhoujie"));
        assertThat(calendar.create("k", true, later)).isEqualTo(new Sent("union-u-lilei/" + only().id()));
        assertThat(only().startsAt()).isEqualTo(later.startsAt());
        assertThat(only().attendees()).containsExactly("u-lilei", "u-zhoujie");
    }

    @Test
    void an_answer_with_nothing_in_it_is_an_answer() {
        String id = ((Sent) calendar.create("k", false, event("例会", START, THREE))).messageId();
        world.emulator.faults().arm(EVENTS, Fault.answer(200, ""), 1);
        assertThat(calendar.cancel(id)).isEqualTo(new Sent(id));
    }

    @Test
    void a_token_that_ended_is_renewed_once() {
        calendar.create("k1", false, event("例会", START, THREE));
        world.emulator.revokeTokens();
        assertThat(calendar.create("k2", false, event("例会", START, THREE))).isInstanceOf(Sent.class);
    }

    @Test
    void a_missing_permission_needs_an_administrator_and_is_found_by_the_self_check_where_it_is_used() {
        world.emulator.allowCalendars(false);
        assertThat(kind(calendar.create("k", false, event("例会", START, THREE)))).isEqualTo(NotSent.Kind.NEEDS_ADMIN);
        assertThat(world.dingtalk.check(true, true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.calendar");
        assertThat(world.dingtalk.check(true, false)).isEmpty();
    }

    @Test
    void what_is_too_long_is_cut_and_very_many_people_are_asked_in_parts() {
        List<String> many = new ArrayList<>(THREE);
        for (int i = 0; i < 998; i++) many.add("u-zhaomin");
        calendar.create("k", false, event("长".repeat(3000), START, many));
        assertThat(only().title()).hasSize(2048).endsWith("…");
        assertThat(world.emulator.ledger().of("POST " + EVENTS))
                .extracting(call -> call.body().path("attendees").size()
                        + call.body().path("attendeesToAdd").size())
                .containsExactly(500, 500);
    }

    @Test
    void whom_dingtalk_does_not_know_is_left_out_also_as_the_owner() {
        calendar.create("k", false, event("例会", START, List.of("u-nobody", "u-zhangwei", "u-lilei")));
        assertThat(only().attendees()).containsExactly("u-lilei", "u-zhangwei");
        Event led = new Event(
                "HY-2",
                "例会",
                "",
                START,
                START,
                World.ZONE,
                "",
                "u-nobody",
                List.of("u-nobody", "u-zhangwei"),
                Optional.empty());
        assertThat(((Sent) calendar.create("k2", false, led)).messageId()).startsWith("union-u-zhangwei/");
        assertThat(world.emulator.ledger().of("POST /topapi/v2/user/get")).hasSize(6);
    }
}
