package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Visibility;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of a request, story by story (spec.md 4.1). */
class RequestStoryTest {

    private static RequestCommand.Accept accept(String day) {
        return new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.parse(day)));
    }

    @Test
    void a_promise_on_a_day_off_means_the_next_working_day_and_without_a_day_the_wanted_one() {
        Scene saturday = Scene.filed().does("zhou.jie", accept("2026-11-28"));
        assertThat(saturday.request().promised()).contains(LocalDate.of(2026, 11, 30));
        Scene wanted = Scene.filed().does("zhou.jie", new RequestCommand.Accept(NUMBER, Optional.empty()));
        assertThat(wanted.request().promised()).contains(LocalDate.of(2026, 11, 27));
    }

    @Test
    void a_promise_in_the_past_or_after_hours_today_is_refused() {
        assertThat(Scene.filed().refused("zhou.jie", accept("2026-11-23")))
                .isEqualTo(Message.of("request.refused.past-date", LocalDate.of(2026, 11, 23), NUMBER));
        assertThat(Scene.filed()
                        .at("2026-11-24T18:00")
                        .refused("zhou.jie", accept("2026-11-24"))
                        .key())
                .isEqualTo("request.refused.past-date");
        Scene noDay = new Scene()
                .file(
                        new RequestCommand.File(
                                "design",
                                Optional.empty(),
                                "x",
                                Optional.empty(),
                                "",
                                false,
                                Visibility.COMPANY,
                                Set.of(),
                                false),
                        Scene.GROUP);
        assertThat(noDay.refused("zhou.jie", new RequestCommand.Accept(NUMBER, Optional.empty()))
                        .key())
                .isEqualTo("request.refused.no-date");
    }

    @Test
    void a_promise_can_be_changed_and_the_requester_learns_both_days() {
        Scene scene = Scene.filed().accepted();
        assertThat(scene.refused("zhou.jie", accept("2026-11-27")).key()).isEqualTo("request.refused.same-promise");
        scene.does("zhou.jie", accept("2026-12-01"));
        assertThat(scene.facts())
                .containsExactly(new RequestFact.Accepted(
                        "zhou.jie", LocalDate.of(2026, 12, 1), Optional.of(LocalDate.of(2026, 11, 27))));
        assertThat(scene.read("li.lei")).isEqualTo("周洁 把承诺日期从 11月27日(周五) 改为 12月1日(周二)。");
        assertThat(scene.clock(Purpose.PROMISE).round()).isEqualTo(2);
    }

    @Test
    void a_question_back_stops_one_clock_and_starts_the_other() {
        Scene scene = Scene.filed().at("2026-11-24T14:00").asked();
        assertThat(scene.clock(Purpose.RESPONSE).state()).isEqualTo(Deadline.State.PAUSED);
        assertThat(scene.clock(Purpose.CLARIFICATION).owner()).isEqualTo("li.lei");
        assertThat(scene.clock(Purpose.CLARIFICATION).dueAt()).contains(Demo.at("2026-11-26T18:00"));
        assertThat(scene.read("li.lei")).isEqualTo("周洁 需要你补充:什么尺寸?");

        scene.at("2026-11-24T16:00").does("li.lei", new RequestCommand.Supply(NUMBER, "A2"));
        assertThat(scene.request().state()).isEqualTo(State.AWAITING_RESPONSE);
        assertThat(scene.clock(Purpose.RESPONSE).dueAt())
                .as("24 hours and the two that were paused; then lunch")
                .contains(Demo.at("2026-11-25T12:00"));
        assertThat(scene.news()).containsExactly(Map.entry("zhou.jie", "request.news.supplied"));
    }

    @Test
    void a_third_question_needs_the_head() {
        Scene scene = Scene.filed();
        for (int i = 0; i < 2; i++) scene.asked().does("li.lei", new RequestCommand.Supply(NUMBER, "A2"));
        RequestCommand.AskForInfo third = new RequestCommand.AskForInfo(NUMBER, "颜色?");
        assertThat(scene.refused("zhou.jie", third))
                .isEqualTo(Message.of("request.refused.too-many-questions", NUMBER, 2, "赵敏"));
        assertThat(scene.does("zhao.min", third).request().state()).isEqualTo(State.NEEDS_INFO);
    }

    @Test
    void an_unanswered_question_closes_the_request_and_both_sides_hear_of_it() {
        Scene scene = Scene.filed().asked().until("2026-11-26T18:00");
        assertThat(scene.request().state()).isEqualTo(State.LAPSED);
        assertThat(scene.request().firstDue()).isEmpty();
        assertThat(scene.news())
                .containsOnly(Map.entry("li.lei", "request.news.lapsed"), Map.entry("zhou.jie", "request.news.lapsed"));
        scene.does("li.lei", new RequestCommand.Reopen(NUMBER, "出差了"));
        assertThat(scene.request().state()).isEqualTo(State.AWAITING_RESPONSE);
    }

    @Test
    void a_question_back_hides_no_delay_before_it() {
        Scene overdue = Scene.filed().until("2026-11-25T11:00");
        assertThat(overdue.clock(Purpose.RESPONSE).isOverdue(overdue.now())).isTrue();
        overdue.asked().at("2026-11-25T14:00").accepted();
        assertThat(overdue.clock(Purpose.RESPONSE).state()).isEqualTo(Deadline.State.MET);
        assertThat(overdue.clock(Purpose.RESPONSE).isOverdue(overdue.now()))
                .as("answered too late")
                .isTrue();

        Scene declined = Scene.filed()
                .until("2026-11-25T11:00")
                .asked()
                .at("2026-11-25T14:00")
                .declined();
        assertThat(declined.clock(Purpose.RESPONSE).isOverdue(declined.now())).isTrue();
        Scene inTime = Scene.filed().asked().at("2026-11-25T14:00").accepted();
        assertThat(inTime.clock(Purpose.RESPONSE).isOverdue(inTime.now()))
                .as("the pause was fair")
                .isFalse();
    }

    @Test
    void a_delivery_is_rated_or_accepted_by_silence() {
        Scene rated = Scene.filed().accepted().delivered();
        assertThat(rated.news()).containsExactly(Map.entry("li.lei", "request.news.delivered"));
        assertThat(rated.refused("li.lei", new RequestCommand.Verify(NUMBER, Optional.of(6), ""))
                        .key())
                .isEqualTo("request.refused.rating");
        rated.does("li.lei", new RequestCommand.Verify(NUMBER, Optional.of(5), "很快"));
        assertThat(rated.request().rating()).contains(5);
        assertThat(rated.read("zhou.jie")).isEqualTo("李雷 已验收,评分 5 星。很快");

        Scene silent = Scene.filed().accepted().delivered().until("2026-12-01T18:00");
        assertThat(silent.request().state()).isEqualTo(State.COMPLETED);
        assertThat(silent.request().rating()).isEmpty();
        assertThat(silent.news()).containsOnlyKeys("li.lei", "zhou.jie");
        assertThat(silent.facts()).contains(new RequestFact.AcceptedBySilence());
    }

    @Test
    void each_reopening_starts_a_new_round_and_the_third_is_told_to_the_heads() {
        Scene scene = Scene.filed();
        RequestCommand.Reopen reopen = new RequestCommand.Reopen(NUMBER, "颜色不对");
        for (int round = 1; round <= 3; round++) {
            scene.accepted().delivered();
            if (round == 1) scene.does("li.lei", new RequestCommand.Verify(NUMBER, Optional.of(2), ""));
            scene.does("li.lei", reopen);
            assertThat(scene.request().tally().reopens()).isEqualTo(round);
            assertThat(scene.request().promised()).as("the old promise is over").isEmpty();
            assertThat(scene.request().rating()).isEmpty();
            assertThat(scene.clock(Purpose.RESPONSE).round()).isEqualTo(round + 1);
        }
        assertThat(scene.news())
                .containsExactly(
                        Map.entry("zhou.jie", "request.news.reopened"),
                        Map.entry("zhang.wei", "request.news.reopened-again"),
                        Map.entry("zhao.min", "request.news.reopened-again"));
        assertThat(scene.request().tally().questions())
                .as("a new round has its questions again")
                .isZero();
    }

    @Test
    void what_has_been_closed_too_long_is_not_reopened() {
        Scene scene = Scene.filed().declined();
        RequestCommand.Reopen reopen = new RequestCommand.Reopen(NUMBER, "再看看");
        scene.at("2026-12-08T17:00");
        assertThat(scene.decide("li.lei", reopen)).isInstanceOf(Decision.Done.class);
        scene.at("2026-12-09T09:00");
        assertThat(scene.refused("li.lei", reopen))
                .isEqualTo(Message.of("request.refused.too-late-to-reopen", NUMBER, LocalDate.of(2026, 12, 8)));
    }

    @Test
    void withdrawing_asks_back_once_and_then_stops_every_clock() {
        Scene scene = Scene.filed();
        assertThat(scene.refused("li.lei", new RequestCommand.Withdraw(NUMBER, false))
                        .key())
                .isEqualTo("request.refused.confirm-withdraw");
        scene.does("li.lei", new RequestCommand.Withdraw(NUMBER, true));
        assertThat(scene.request().deadlines()).noneMatch(Deadline::isOpen);
        assertThat(scene.news()).containsExactly(Map.entry("zhou.jie", "request.news.withdrawn"));
    }

    @Test
    void nudges_are_two_hours_apart_and_three_a_day() {
        RequestCommand.Nudge nudge = new RequestCommand.Nudge(NUMBER);
        Scene scene = Scene.filed().does("li.lei", nudge);
        assertThat(scene.read("zhou.jie")).isEqualTo("李雷 催办:请尽快答复。");
        assertThat(scene.at("2026-11-24T11:59").refused("li.lei", nudge))
                .isEqualTo(Message.of("request.refused.nudge-too-soon", NUMBER, Demo.at("2026-11-24T12:00")));
        scene.at("2026-11-24T12:00")
                .does("li.lei", nudge)
                .at("2026-11-24T14:00")
                .does("li.lei", nudge);
        assertThat(scene.at("2026-11-24T17:00").refused("li.lei", nudge))
                .isEqualTo(Message.of("request.refused.nudged-enough", NUMBER, 3));
        scene.at("2026-11-25T09:00").does("li.lei", nudge);
        assertThat(scene.facts()).containsExactly(new RequestFact.Nudged(1));
    }

    @Test
    void watchers_hear_what_becomes_of_it_and_stop_hearing_when_they_want() {
        Scene scene = Scene.filed().does("han.mei", new SharedCommand.Watch(NUMBER));
        assertThat(scene.news()).isEmpty();
        assertThat(scene.refused("han.mei", new SharedCommand.Watch(NUMBER)).key())
                .isEqualTo("item.refused.watched-already");
        assertThat(scene.accepted().news()).containsEntry("han.mei", "request.news.watch-accepted");
        assertThat(scene.delivered().news()).containsEntry("han.mei", "request.news.watch-delivered");
        scene.does("li.lei", new RequestCommand.Reopen(NUMBER, "颜色不对"));
        assertThat(scene.news()).containsEntry("han.mei", "request.news.reopened");
        scene.does("han.mei", new SharedCommand.Unwatch(NUMBER));
        assertThat(scene.accepted().news()).doesNotContainKey("han.mei");
    }

    @Test
    void comments_reach_everybody_but_the_one_who_wrote_them() {
        Scene scene = Scene.filed().does("han.mei", new SharedCommand.Watch(NUMBER));
        SharedCommand.Comment comment = new SharedCommand.Comment(NUMBER, "明天可以");
        assertThat(scene.does("li.lei", comment).news()).containsOnlyKeys("zhou.jie", "han.mei");
        assertThat(scene.does("zhou.jie", comment).news()).containsOnlyKeys("li.lei", "han.mei");
        assertThat(scene.does("han.mei", comment).news()).containsOnlyKeys("li.lei", "zhou.jie");
        assertThat(scene.refused("li.lei", new SharedCommand.Comment(NUMBER, " \n"))
                        .key())
                .isEqualTo("item.refused.no-comment");
    }
}
