package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.CalendarYear;
import io.xietong.core.calendar.SpecialDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingWeek;
import io.xietong.core.calendar.YearState;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clocks of a request: who hears of them and when, and what a changed calendar does. */
class ClocksStoryTest {

    private static RequestCommand.Accept accept(String day) {
        return new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.parse(day)));
    }

    @Test
    void the_promise_is_the_second_clock_and_is_brought_up_a_day_before_on_the_day_and_when_it_is_broken() {
        Scene scene = Scene.filed().at("2026-11-24T14:00").accepted();
        assertThat(scene.clock(Purpose.RESPONSE).state()).isEqualTo(Deadline.State.MET);
        assertThat(scene.clock(Purpose.PROMISE).dueAt()).contains(Demo.at("2026-11-27T18:00"));
        assertThat(scene.news()).containsExactly(Map.entry("li.lei", "request.news.accepted"));

        scene.until("2026-11-26T09:00");
        assertThat(scene.news()).containsExactly(Map.entry("zhou.jie", "request.rung.promised-soon"));
        scene.until("2026-11-27T09:00");
        assertThat(scene.news()).containsExactly(Map.entry("zhou.jie", "request.rung.promised-today"));
        scene.until("2026-11-27T18:00");
        assertThat(scene.news())
                .containsOnly(
                        Map.entry("zhou.jie", "request.rung.overdue-promise-contact"),
                        Map.entry("zhao.min", "request.rung.overdue-promise-head"),
                        Map.entry("li.lei", "request.rung.overdue-promise-requester"));
    }

    @Test
    void an_unanswered_request_climbs_from_contact_to_deputy_to_requester_to_head_and_stays_there() {
        Scene scene = Scene.filed().until("2026-11-24T15:15");
        assertThat(scene.news()).containsExactly(Map.entry("zhou.jie", "request.rung.waiting"));
        scene.until("2026-11-24T17:08");
        assertThat(scene.news())
                .containsExactly(
                        Map.entry("zhou.jie", "request.rung.waiting"),
                        Map.entry("qian.duo", "request.rung.waiting-deputy"));
        scene.until("2026-11-25T09:15");
        assertThat(scene.news()).containsExactly(Map.entry("li.lei", "request.rung.at-risk"));
        scene.until("2026-11-25T10:00");
        assertThat(scene.news())
                .containsExactly(
                        Map.entry("zhou.jie", "request.rung.overdue-response-contact"),
                        Map.entry("zhao.min", "request.rung.overdue-response-head"),
                        Map.entry("li.lei", "request.rung.overdue-response-requester"));
        for (String day : List.of("26", "27", "30")) {
            scene.until("2026-11-" + day + "T09:00");
            assertThat(scene.news()).containsEntry("zhao.min", "request.rung.still-overdue-response-head");
        }
        scene.until("2027-01-31T00:00");
        assertThat(scene.request().nextRing()).as("the cap of ten working days").isEmpty();
        assertThat(scene.clock(Purpose.RESPONSE).fired()).isEqualTo(4 + 10);
    }

    @Test
    void after_an_outage_each_person_gets_one_message_and_the_latest() {
        Scene scene = Scene.filed().at("2026-11-26T12:00").rings();
        assertThat(scene.facts()).hasSize(5);
        assertThat(scene.news())
                .containsOnly(
                        Map.entry("zhou.jie", "request.rung.still-overdue-response-contact"),
                        Map.entry("zhao.min", "request.rung.still-overdue-response-head"),
                        Map.entry("li.lei", "request.rung.still-overdue-response-requester"),
                        Map.entry("qian.duo", "request.rung.waiting-deputy"));
        assertThat(Scene.FEATURE.ring(scene.request(), scene.occasion(Actor.CLOCK)))
                .as("ringing again changes nothing")
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_changed_calendar_is_announced_once_and_keeps_the_fired_rungs() {
        Scene scene = Scene.filed().until("2026-11-24T16:00");
        scene.by(new WorkCalendar(new CalendarSources(
                        Demo.ZONE,
                        WorkingWeek.usual(),
                        List.of(),
                        List.of(SpecialDay.off(LocalDate.of(2026, 11, 25), "司庆")),
                        Map.of())))
                .recomputes();
        assertThat(scene.read("li.lei")).isEqualTo("工作日历有变,截止时间由 11月25日(周三) 10:00 改为 11月26日(周四) 09:00。");
        assertThat(scene.news()).containsOnlyKeys("li.lei", "zhou.jie");
        assertThat(scene.clock(Purpose.RESPONSE).fired()).isEqualTo(1);
        assertThat(Scene.FEATURE.recompute(scene.request(), scene.occasion(Actor.CLOCK)))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_provisional_day_that_is_published_as_expected_is_confirmed_not_moved() {
        Scene scene = Scene.filed().does("zhou.jie", accept("2027-01-05"));
        assertThat(scene.clock(Purpose.PROMISE).tentative()).isTrue();
        scene.by(new WorkCalendar(new CalendarSources(
                        Demo.ZONE,
                        WorkingWeek.usual(),
                        List.of(new CalendarYear(
                                2027, YearState.CONFIRMED, List.of(SpecialDay.off(LocalDate.of(2027, 1, 1), "元旦")))),
                        List.of(),
                        Map.of())))
                .recomputes();
        assertThat(scene.clock(Purpose.PROMISE).tentative()).isFalse();
        assertThat(scene.facts())
                .containsExactly(new SharedFact.DueConfirmed(Purpose.PROMISE, Demo.at("2027-01-05T18:00")));
        assertThat(scene.read("zhou.jie")).startsWith("放假安排已公布");
    }
}
