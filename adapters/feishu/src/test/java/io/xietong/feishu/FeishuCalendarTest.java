package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatCalendar.Event;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
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

/** Events in the bot's calendar: made once, changed, taken out, and what Feishu refuses. */
class FeishuCalendarTest {

    private static final String EVENTS =
            "/open-apis/calendar/v4/calendars/feishu.cn_bot@group.calendar.feishu.cn/events";
    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final List<String> THREE = List.of("ou_hanmei", "ou_lilei", "ou_zhaomin");

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
                "张伟 <主持> & 记录",
                at,
                at.plus(Duration.ofHours(1)),
                World.ZONE,
                "三楼会议室",
                "ou_lilei",
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
        assertThat(only().text()).isEqualTo("HY-1<br>张伟 &lt;主持&gt; &amp; 记录");
        assertThat(only().place()).isEqualTo("三楼会议室");
        assertThat(only().endsAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(only().attendees()).containsExactlyElementsOf(THREE);

        String id = ((Sent) made).messageId();
        Event later = event("新品上市(二)", START.plus(Duration.ofDays(3)), List.of("ou_lilei", "ou_zhoujie"));
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(calendar.change(id, later)).isEqualTo(made);
        assertThat(only().title()).isEqualTo("新品上市(二)");
        assertThat(only().startsAt()).isEqualTo(START.plus(Duration.ofDays(3)));
        assertThat(only().attendees()).containsExactly("ou_lilei", "ou_zhoujie");

        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(calendar.cancel(id)).isEqualTo(made);
        assertThat(world.emulator.calendar().all()).isEmpty();
        assertThat(kind(calendar.change(id, later))).isEqualTo(NotSent.Kind.CARD_EXPIRED);
    }

    @Test
    void nobody_is_notified_by_feishu_since_a_card_comes() {
        String id = ((Sent) calendar.create("k", false, event("例会", START, THREE))).messageId();
        calendar.change(id, event("例会", START, List.of("ou_lilei")));
        assertThat(world.emulator.ledger().all().stream()
                        .filter(call -> call.what().contains("/events"))
                        .filter(call -> !call.what().startsWith("GET"))
                        .map(call -> call.body().path("need_notification").asText()))
                .isNotEmpty()
                .containsOnly("false");
    }

    @Test
    void an_answer_that_was_lost_makes_no_second_event_and_the_people_are_asked_in_the_next_attempt() {
        world.emulator.faults().arm(EVENTS, Fault.of(Kind.DROP_AFTER), 1);
        assertThat(kind(calendar.create("k", false, event("例会", START, THREE)))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        assertThat(only().attendees()).isEmpty();
        Event later = event("例会", START.plus(Duration.ofDays(1)), THREE);
        assertThat(calendar.create("k", true, later)).isEqualTo(new Sent(only().id()));
        assertThat(only().attendees()).containsExactlyElementsOf(THREE);
        assertThat(only().startsAt()).isEqualTo(later.startsAt());
    }

    @Test
    void a_token_that_ended_is_renewed_once() {
        calendar.create("k1", false, event("例会", START, THREE));
        world.emulator.revokeTokens();
        assertThat(calendar.create("k2", false, event("例会", START, THREE))).isInstanceOf(Sent.class);
    }

    @Test
    void a_missing_permission_needs_an_administrator_and_is_named() {
        world.emulator.revokeScope("calendar:calendar");
        NotSent refused = (NotSent) calendar.create("k", false, event("例会", START, THREE));
        assertThat(refused.kind()).isEqualTo(NotSent.Kind.NEEDS_ADMIN);
        assertThat(refused.reason()).contains("calendar:calendar");
    }

    @Test
    void what_is_too_long_is_cut_and_very_many_people_are_asked_in_parts() {
        List<String> many = new ArrayList<>(THREE);
        for (int i = 0; i < 998; i++) many.add("ou_zhaomin");
        calendar.create("k", false, event("长".repeat(1200), START, many));
        assertThat(only().title()).hasSize(1000).endsWith("…");
        assertThat(world.emulator.ledger().of("POST " + EVENTS + "/" + only().id() + "/attendees"))
                .extracting(call -> call.body().path("attendees").size())
                .containsExactly(1000, 1);
    }

    @Test
    void somebody_who_has_left_does_not_keep_the_others_out() {
        world.emulator.resign("ou_hanmei");
        calendar.create("k", false, event("例会", START, THREE));
        assertThat(only().attendees()).containsExactly("ou_lilei", "ou_zhaomin");
    }

    @Test
    void a_limit_on_speed_is_waited_for() {
        world.emulator.faults().arm(EVENTS, Fault.answer(429, "{\"code\":190004,\"msg\":\"method rate limited\"}"), 1);
        assertThat(kind(calendar.create("k", false, event("例会", START, THREE)))).isEqualTo(NotSent.Kind.TRY_AGAIN);
    }
}
