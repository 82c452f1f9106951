package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request that goes from hand to hand: transfers, declines, escalation, absence. */
class HandingOnStoryTest {

    private static RequestCommand.Accept accept(String day) {
        return new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.parse(day)));
    }

    private static RequestCommand.Transfer to(String department, String person) {
        return new RequestCommand.Transfer(NUMBER, department, Optional.ofNullable(person), "归他们管");
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
        assertThat(Scene.FEATURE
                        .explain(
                                scene.request(), scene.request().firstDue().orElseThrow(), Scene.CALENDAR, Demo.COMPANY)
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
    void the_deputy_answers_in_the_absent_heads_name_and_a_delegate_in_the_contacts() {
        Scene head = Scene.filed().away("zhao.min", null).does("qian.duo", accept("2026-11-27"));
        assertThat(head.read("li.lei")).isEqualTo("钱多 代 赵敏 已受理,承诺 11月27日(周五) 完成。");
        Scene contact = Scene.filed().away("zhou.jie", "zhao.gong").does("zhao.gong", accept("2026-11-27"));
        assertThat(contact.read("li.lei")).startsWith("赵工 代 周洁");
    }

    @Test
    void what_a_colleague_works_on_is_taken_over_by_a_transfer_or_while_they_are_away() {
        Scene scene = Scene.filed().accepted();
        assertThat(scene.refused("wu.yue", accept("2026-12-01")))
                .isEqualTo(Message.of("request.refused.in-other-hands", NUMBER, "周洁", "吴悦"));
        Scene leave = Scene.filed().accepted().away("zhou.jie", null).does("wu.yue", accept("2026-12-01"));
        assertThat(leave.request().owner()).contains("wu.yue");
        Scene delegate = Scene.filed().accepted().away("zhou.jie", "zhao.gong").does("zhao.gong", accept("2026-12-01"));
        assertThat(delegate.read("li.lei")).startsWith("赵工 代 周洁");
        scene.does("wu.yue", to("design", "wu.yue")).does("wu.yue", accept("2026-12-01"));
        assertThat(scene.request().owner()).contains("wu.yue");
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
}
