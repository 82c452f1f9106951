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
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Visibility;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of a request, story by story (spec.md 4.1). */
class RequestStoryTest {

    private static RequestCommand.Accept accept(String day) {
        return new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.parse(day)));
    }

    private static RequestCommand.Transfer to(String department, String person) {
        return new RequestCommand.Transfer(NUMBER, department, Optional.ofNullable(person), "归他们管");
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
        assertThat(RequestRules.decide(scene.request(), new RequestCommand.Ring(NUMBER), scene.occasion(Actor.CLOCK)))
                .as("ringing again changes nothing")
                .isInstanceOf(Decision.Refused.class);
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
        assertThat(scene.request().running()).isEmpty();
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
    void a_transfer_gives_a_full_clock_and_the_blame_stays_where_the_time_was_spent() {
        Scene scene = Scene.filed().until("2026-11-25T11:00").transferred("zhou.jie", "production");
        List<Deadline> responses = scene.request().deadlines();
        assertThat(responses).extracting(Deadline::owner).containsExactly("design", "production");
        assertThat(responses.get(0).isOverdue(scene.now()))
                .as("design was late")
                .isTrue();
        assertThat(responses.get(1).isOverdue(scene.now()))
                .as("production has just begun")
                .isFalse();
        assertThat(responses.get(1).dueAt()).contains(Demo.at("2026-11-26T11:00"));
        assertThat(responses.get(1).round()).isEqualTo(2);
        assertThat(scene.request().legs())
                .containsExactly(
                        new Leg(
                                "design",
                                Optional.of("zhou.jie"),
                                Demo.at("2026-11-24T10:00"),
                                Optional.of(scene.now())),
                        new Leg("production", Optional.of("he.tao"), scene.now(), Optional.empty()));
        assertThat(scene.news())
                .containsExactly(
                        Map.entry("he.tao", "request.news.handed"), Map.entry("li.lei", "request.news.transferred"));
        assertThat(RequestRules.explain(scene.request(), Scene.POLICY, Scene.CALENDAR, Demo.COMPANY)
                        .get(0))
                .isEqualTo(Message.of("request.explain.leg", "设计部", Demo.at("2026-11-24T10:00"), scene.now()));
    }

    @Test
    void a_transfer_that_leads_nowhere_is_refused() {
        assertThat(Scene.filed().refused("zhou.jie", to("market", null)).key())
                .isEqualTo("request.refused.transfer-back");
        assertThat(Scene.filed().refused("zhou.jie", to("sales", null)).key())
                .isEqualTo("request.refused.unknown-department");
        assertThat(Scene.filed().refused("zhou.jie", to("design", null)).key())
                .isEqualTo("request.refused.transfer-nowhere");
        assertThat(Scene.filed().refused("zhou.jie", to("design", "zhou.jie")).key())
                .isEqualTo("request.refused.transfer-nowhere");
    }

    @Test
    void handing_over_to_a_colleague_keeps_the_clock_running() {
        Scene scene = Scene.filed().at("2026-11-24T14:00").does("zhou.jie", to("design", "wu.yue"));
        assertThat(scene.request().owner()).contains("wu.yue");
        assertThat(scene.request().deadlines()).hasSize(1);
        assertThat(scene.request().tally().bounces()).isZero();
        assertThat(scene.news()).containsExactly(Map.entry("wu.yue", "request.news.handed"));
        Scene away = Scene.filed().away("wu.yue", "qian.duo").does("zhou.jie", to("design", "wu.yue"));
        assertThat(away.request().owner()).as("who stands in for her").contains("qian.duo");
    }

    @Test
    void two_bounces_offer_escalation_to_the_heads() {
        Scene scene = Scene.filed().transferred("zhou.jie", "production");
        assertThat(scene.card("li.lei").button("escalate")).isEmpty();
        scene.transferred("he.tao", "design");
        assertThat(scene.news()).containsEntry("li.lei", "request.news.bounced");
        assertThat(scene.card("li.lei").button("escalate")).isPresent();
        assertThat(scene.card("zhou.jie").button("escalate")).isPresent();

        scene.does("li.lei", new RequestCommand.Escalate(NUMBER, ""));
        assertThat(scene.news())
                .containsOnly(
                        Map.entry("zhang.wei", "request.news.escalated"),
                        Map.entry("zhao.min", "request.news.escalated"),
                        Map.entry("zhou.jie", "request.news.escalated-told"));
        assertThat(scene.read("zhao.min")).isEqualTo("李雷 请双方负责人协调。理由:(未写)(市场部 ↔ 设计部)");
        assertThat(scene.refused("zhou.jie", new RequestCommand.Escalate(NUMBER, ""))
                        .key())
                .isEqualTo("request.refused.escalated-already");
    }

    @Test
    void an_overdue_request_can_be_escalated_by_either_side_and_one_in_time_cannot() {
        assertThat(Scene.filed().refused("li.lei", new RequestCommand.Escalate(NUMBER, "急")))
                .isEqualTo(Message.of("request.refused.escalate-early", NUMBER, Demo.at("2026-11-25T10:00"), 2));
        Scene overdue = Scene.filed().until("2026-11-25T10:00");
        assertThat(overdue.does("li.lei", new RequestCommand.Escalate(NUMBER, "急"))
                        .news())
                .containsOnlyKeys("zhang.wei", "zhao.min", "zhou.jie");
        Scene promise = Scene.filed().accepted().until("2026-11-27T18:00");
        assertThat(promise.does("zhou.jie", new RequestCommand.Escalate(NUMBER, "做不完"))
                        .request()
                        .tally()
                        .escalated())
                .isTrue();
    }

    @Test
    void where_a_head_is_missing_the_secretary_hears_of_the_escalation() {
        Scene scene = new Scene()
                .in(FilingTest.design(Optional.empty(), List.of(), List.of("zhou.jie")))
                .file(Scene.command("design"), Scene.GROUP)
                .until("2026-11-25T10:00");
        assertThat(scene.news()).containsEntry("sun.mi", "request.rung.overdue-response-head");
        scene.does("li.lei", new RequestCommand.Escalate(NUMBER, "急"));
        assertThat(scene.news()).containsEntry("sun.mi", "request.news.escalated");
    }

    @Test
    void a_decline_needs_a_reason_and_says_whom_to_ask_instead() {
        assertThat(Scene.filed()
                        .refused("zhou.jie", new RequestCommand.Decline(NUMBER, " ", Optional.empty()))
                        .key())
                .isEqualTo("request.refused.no-reason");
        Scene scene = Scene.filed().declined();
        assertThat(scene.read("li.lei")).isEqualTo("设计部 周洁 婉拒。理由:没有人手。建议改求:生产部");
        assertThat(Told.of(scene.facts().get(0), Demo.COMPANY).args()).contains("没有人手");
        scene.does("li.lei", to("production", null));
        assertThat(scene.request().department()).isEqualTo("production");
        assertThat(scene.request().tally().bounces()).as("counted once").isEqualTo(1);
        assertThat(scene.news()).containsExactly(Map.entry("he.tao", "request.news.handed"));
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
        Scene scene = Scene.filed().does("han.mei", new RequestCommand.Watch(NUMBER));
        assertThat(scene.news()).isEmpty();
        assertThat(scene.refused("han.mei", new RequestCommand.Watch(NUMBER)).key())
                .isEqualTo("request.refused.watched-already");
        assertThat(scene.accepted().news()).containsEntry("han.mei", "request.news.watch-accepted");
        assertThat(scene.delivered().news()).containsEntry("han.mei", "request.news.watch-delivered");
        scene.does("li.lei", new RequestCommand.Reopen(NUMBER, "颜色不对"));
        assertThat(scene.news()).containsEntry("han.mei", "request.news.reopened");
        scene.does("han.mei", new RequestCommand.Unwatch(NUMBER));
        assertThat(scene.accepted().news()).doesNotContainKey("han.mei");
    }

    @Test
    void comments_reach_everybody_but_the_one_who_wrote_them() {
        Scene scene = Scene.filed().does("han.mei", new RequestCommand.Watch(NUMBER));
        RequestCommand.Comment comment = new RequestCommand.Comment(NUMBER, "明天可以");
        assertThat(scene.does("li.lei", comment).news()).containsOnlyKeys("zhou.jie", "han.mei");
        assertThat(scene.does("zhou.jie", comment).news()).containsOnlyKeys("li.lei", "han.mei");
        assertThat(scene.does("han.mei", comment).news()).containsOnlyKeys("li.lei", "zhou.jie");
        assertThat(scene.refused("li.lei", new RequestCommand.Comment(NUMBER, " \n"))
                        .key())
                .isEqualTo("request.refused.no-comment");
    }

    @Test
    void the_deputy_answers_in_the_absent_heads_name_and_a_delegate_in_the_contacts() {
        Scene head = Scene.filed().away("zhao.min", null).does("qian.duo", accept("2026-11-27"));
        assertThat(head.read("li.lei")).isEqualTo("钱多 代 赵敏 已受理,承诺 11月27日(周五) 完成。");
        Scene contact = Scene.filed().away("zhou.jie", "zhao.gong").does("zhao.gong", accept("2026-11-27"));
        assertThat(contact.read("li.lei")).startsWith("赵工 代 周洁");
    }

    @Test
    void a_party_never_decides_for_the_other_side() {
        Scene asDelegate = Scene.filed().away("zhou.jie", "li.lei");
        assertThat(asDelegate.refused("li.lei", accept("2026-11-27")).key())
                .isEqualTo("request.refused.only-answering");
        Scene rating = Scene.filed().accepted().delivered().away("li.lei", "zhou.jie");
        RequestCommand.Verify verify = new RequestCommand.Verify(NUMBER, Optional.of(5), "");
        assertThat(rating.refused("zhou.jie", verify).key()).isEqualTo("request.refused.only-requester");
        assertThat(rating.refused("zhao.min", verify).key()).isEqualTo("request.refused.only-requester");
        assertThat(rating.does("wang.fang", verify).read("zhou.jie"))
                .as("her deputy decides instead")
                .isEqualTo("王芳 代 李雷 已验收,评分 5 星。");
    }

    @Test
    void news_go_to_whoever_stands_in_today() {
        Scene leave = Scene.filed().away("li.lei", null).asked();
        assertThat(leave.news()).containsExactly(Map.entry("wang.fang", "request.news.asked"));
        Scene contact = Scene.filed().away("zhou.jie", null).does("li.lei", new RequestCommand.Nudge(NUMBER));
        assertThat(contact.news()).containsExactly(Map.entry("wu.yue", "request.news.nudged"));
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
        assertThat(RequestRules.recompute(scene.request(), scene.occasion(Actor.CLOCK)))
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
                .containsExactly(new RequestFact.DueConfirmed(Purpose.PROMISE, Demo.at("2027-01-05T18:00")));
        assertThat(scene.read("zhou.jie")).startsWith("放假安排已公布");
    }
}
