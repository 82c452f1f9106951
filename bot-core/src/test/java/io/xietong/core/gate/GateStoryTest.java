package io.xietong.core.gate;

import static io.xietong.core.gate.ReviewRoom.NUMBER;
import static io.xietong.core.gate.ReviewRoom.pass;
import static io.xietong.core.gate.ReviewRoom.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Feature;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 联合评审: the next stage opens when every department has passed this one (plan duties 15, 32, 33). */
class GateStoryTest {

    private static final GateCommand.CallAgain AGAIN = new GateCommand.CallAgain(NUMBER, "已加固外壳");
    private static final Condition SAMPLES =
            new Condition("补齐样机", Optional.of("he.tao"), Optional.empty(), Optional.of(LocalDate.of(2026, 12, 4)));

    private static GateCommand.Release release(boolean confirmed) {
        return new GateCommand.Release(NUMBER, "上市日期不能改", confirmed);
    }

    private static List<String> waiting(Gate gate) {
        return gate.waitingFor().stream().map(GateStoryTest::name).toList();
    }

    private static String name(Waiting waiting) {
        if (waiting instanceof Waiting.OnDepartment on) return on.department();
        return waiting instanceof Waiting.OnHead on
                ? "head of " + on.department()
                : ((Waiting.OnPerson) waiting).person();
    }

    @Test
    void it_passes_when_the_heads_of_all_departments_pass_it() {
        ReviewRoom room = ReviewRoom.at("2026-11-23T09:00");
        room.calls("li.lei", ReviewRoom.SAMPLES);
        assertThat(room.heard()).containsExactly("he.tao:called", "li.lei", "zhou.jie:called");
        assertThat(room.gate.running(Purpose.JOINT_REVIEW).flatMap(clock -> clock.dueAt()))
                .contains(Demo.at("2026-11-26T18:00"));
        assertThat(waiting(room.gate)).containsExactly("market", "design", "production");
        room.passes("zhang.wei", "zhao.min");
        assertThat(room.heard()).isEmpty();
        assertThat(waiting(room.gate)).containsExactly("production");
        room.passes("zheng.qiang");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
        assertThat(room.happened()).containsExactly("GateCalled", "Judged", "Judged", "Judged", "ReviewPassed");
        assertThat(room.heard()).containsExactly("zhang.wei:passed", "zhao.min:passed");
        assertThat(room.gate.deadlines()).noneMatch(clock -> clock.isOpen());
        room.until("2027-01-15T09:00");
        assertThat(room.heard()).isEmpty();
    }

    @Test
    void what_a_contact_answers_stands_when_the_head_has_not_overruled_it_in_time() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("li.lei", "zhou.jie");
        room.until("2026-11-23T09:10");
        room.passes("he.tao");
        assertThat(room.heard()).containsExactly("zhang.wei:head", "zhao.min:head", "zheng.qiang:head");
        assertThat(room.gate.state()).isEqualTo(State.REVIEWING);
        assertThat(waiting(room.gate)).containsExactly("head of production");
        room.until("2026-11-23T14:39");
        assertThat(room.gate.state()).isEqualTo(State.REVIEWING);
        room.until("2026-11-23T14:40"); // four working hours after 9:10, lunch is not one of them
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
        assertThat(room.happened()).endsWith("RungReached", "ReviewPassed");
        assertThat(room.refused("zheng.qiang", says(Verdict.FAIL, "太早"))).isEqualTo("not-now");
    }

    @Test
    void the_head_overrules_in_time_and_may_confirm_at_once() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("li.lei", "zhou.jie", "he.tao");
        room.heard();
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        assertThat(room.gate.state()).isEqualTo(State.FAILED);
        assertThat(room.happened()).endsWith("Overruled", "ReviewFailed");
        assertThat(room.heard()).contains("he.tao:overruled", "li.lei:failed-lead", "zhang.wei:failed");

        ReviewRoom other = ReviewRoom.called();
        other.passes("li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min");
        assertThat(other.gate.state()).isEqualTo(State.REVIEWING);
        other.passes("zheng.qiang");
        assertThat(other.gate.state()).isEqualTo(State.PASSED);
    }

    @Test
    void a_contacts_no_is_not_the_last_word_before_the_head_has_had_time() {
        ReviewRoom room = ReviewRoom.called();
        room.does("he.tao", says(Verdict.FAIL, "没有通过跌落测试"));
        assertThat(room.gate.state()).isEqualTo(State.REVIEWING);
        assertThat(room.heard()).containsExactly("li.lei:answered", "zheng.qiang:head");
        room.does("zheng.qiang", pass());
        assertThat(room.heard()).containsExactly("he.tao:overruled", "li.lei:overruled");
        assertThat(room.gate.running(Purpose.OVERRULING)).isEmpty();
        assertThat(waiting(room.gate)).containsExactly("market", "design");
        room.does("zhou.jie", says(Verdict.FAIL, "主视觉未定稿"));
        room.until("2026-11-23T14:30");
        assertThat(room.gate.state()).isEqualTo(State.FAILED);
        assertThat(room.gate.against()).containsExactly("design");
    }

    @Test
    void who_answered_may_correct_it_while_the_head_may_overrule_it_and_nobody_later() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("he.tao");
        assertThat(room.refused("he.tao", pass())).isEqualTo("answered");
        assertThat(room.refused("xu.ning", says(Verdict.FAIL, "不行"))).isEqualTo("answered");
        room.does("he.tao", says(Verdict.FAIL, "看错了,没有通过跌落测试"));
        room.does("he.tao", says(Verdict.CONDITIONAL, "补齐样机", SAMPLES));
        room.until("2026-11-24T09:00");
        assertThat(room.refused("he.tao", pass())).isEqualTo("answered-for-good");
        assertThat(room.refused("zheng.qiang", pass())).isEqualTo("answered-for-good");
        room.passes("zhang.wei");
        room.does("zhang.wei", says(Verdict.FAIL, "渠道没有准备好"));
        assertThat(room.gate.state()).isEqualTo(State.FAILED);
    }

    @Test
    void silent_departments_are_reminded_contact_then_deputy_then_head_and_the_lead_hears_who_is_missing() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("zhang.wei", "zhao.min");
        room.heard();
        room.until("2026-11-24T18:00");
        assertThat(room.heard()).containsExactly("he.tao:waiting");
        room.until("2026-11-26T17:59");
        assertThat(room.heard()).containsExactly("feng.lin:waiting", "he.tao:waiting");
        room.until("2026-11-26T18:00");
        assertThat(room.heard()).containsExactly("he.tao:overdue", "li.lei:missing", "zheng.qiang:overdue");
        room.until("2026-11-27T18:00");
        assertThat(room.heard()).containsExactly("he.tao:overdue", "li.lei:missing", "zheng.qiang:overdue");
        room.until("2027-01-15T18:00");
        assertThat(room.heard()).hasSize(3);
        assertThat(room.gate.state()).isEqualTo(State.REVIEWING);
        room.passes("zheng.qiang");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
    }

    @Test
    void a_failed_gate_is_called_again_and_everybody_answers_anew() {
        ReviewRoom room = ReviewRoom.called();
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        assertThat(waiting(room.gate)).containsExactly("li.lei");
        assertThat(room.refused("zhou.jie", pass())).isEqualTo("not-now");
        assertThat(room.refused("zhou.jie", AGAIN)).isEqualTo("only-lead");
        assertThat(room.refused("li.lei", new GateCommand.CallAgain(NUMBER, " ")))
                .isEqualTo("nothing-changed");
        room.heard();
        room.does("li.lei", AGAIN);
        assertThat(room.heard()).containsExactly("he.tao:called-again", "zhou.jie:called-again");
        assertThat(room.gate.round()).isEqualTo(2);
        assertThat(room.gate.answers()).isEmpty();
        room.passes("zhang.wei", "zhao.min", "zheng.qiang");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
        assertThat(room.refused("li.lei", AGAIN)).isEqualTo("not-now");
    }

    @Test
    void conditions_of_an_earlier_gate_hold_it_until_the_last_one_is_met() {
        ReviewRoom room = ReviewRoom.called(ReviewRoom.LOCK);
        room.passes("zhang.wei", "zhao.min", "zheng.qiang");
        assertThat(room.gate.state()).isEqualTo(State.HELD);
        assertThat(room.happened()).endsWith("Judged", "HeldBack");
        assertThat(room.heard()).containsExactly("li.lei:held");
        assertThat(room.refused("zheng.qiang", says(Verdict.FAIL, "还是不行"))).isEqualTo("not-now");
        room.until("2027-01-15T18:00");
        assertThat(room.heard()).isEmpty();
        room.lifts("he.tao");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
        assertThat(room.happened()).containsExactly("LockLifted", "ReviewPassed");

        ReviewRoom early = ReviewRoom.called(ReviewRoom.LOCK);
        early.lifts("he.tao");
        assertThat(early.gate.state()).isEqualTo(State.REVIEWING);
        early.passes("zhang.wei", "zhao.min", "zheng.qiang");
        assertThat(early.gate.state()).isEqualTo(State.PASSED);
    }

    @Test
    void only_the_chair_opens_the_next_stage_all_the_same_and_says_why_to_everybody() {
        ReviewRoom room = ReviewRoom.called();
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        room.heard();
        for (String other : List.of("li.lei", "zhang.wei", "sun.mi", "liu.fu", "ma.li"))
            assertThat(room.refused(other, release(true))).isEqualTo("only-chair");
        Decision<Gate> asked = room.tries("chen.zong", release(false));
        assertThat(((Decision.Refused<Gate>) asked).confirm().orElseThrow().phrase())
                .isEqualTo("放行 PS-1 确认 上市日期不能改");
        assertThat(room.refused("chen.zong", new GateCommand.Release(NUMBER, "", true)))
                .isEqualTo("no-public-reason");
        room.does("chen.zong", release(true));
        assertThat(room.gate.state()).isEqualTo(State.OVERRIDDEN);
        assertThat(room.gate.release().map(Release::reason)).contains("上市日期不能改");
        assertThat(room.heard())
                .contains("li.lei:released", "zhang.wei:released", "zhao.min:released", "zhou.jie:released")
                .contains("ma.li:released", "song.jia:released", "sun.mi:released")
                .doesNotContain("chen.zong:released");
        assertThat(room.feature.maySee(
                        room.gate,
                        "liang.yu",
                        Demo.COMPANY,
                        room.occasion(Actor.CLOCK).routing()))
                .isTrue();
    }

    @Test
    void the_vice_chair_opens_it_when_the_chairs_own_department_leads() {
        ReviewRoom room = ReviewRoom.at("2026-11-23T09:00");
        room.calls(
                "tang.wan",
                new Checkpoint(ReviewRoom.SAMPLES.project(), 1, "选址", "tang.wan", "admin-office", List.of("design")));
        assertThat(room.refused("chen.zong", release(true))).isEqualTo("only-chair");
        room.does("liu.fu", release(true));
        assertThat(room.gate.state()).isEqualTo(State.OVERRIDDEN);
    }

    @Test
    void somebody_who_stands_in_acts_in_the_others_name() {
        ReviewRoom room = ReviewRoom.called();
        LocalDate day = LocalDate.of(2026, 11, 23);
        room.delegations.add(new Delegation("zheng.qiang", Optional.of("feng.lin"), day, day, "zheng.qiang"));
        room.delegations.add(new Delegation("chen.zong", Optional.of("ma.li"), day, day, "chen.zong"));
        room.passes("feng.lin");
        assertThat(room.gate.answerOf("production").orElseThrow().by())
                .isEqualTo(new Actor(Optional.of("feng.lin"), Optional.of("zheng.qiang")));
        assertThat(room.gate.answerOf("production").orElseThrow().asHead()).isTrue();
        room.does("ma.li", release(true));
        assertThat(room.gate.release().orElseThrow().by())
                .isEqualTo(new Actor(Optional.of("ma.li"), Optional.of("chen.zong")));
    }

    @Test
    void a_department_that_has_nothing_to_say_abstains_but_not_all_of_them() {
        ReviewRoom room = ReviewRoom.called();
        assertThat(room.refused("zhao.min", says(Verdict.ABSTAIN, ""))).isEqualTo("no-reason-ABSTAIN");
        room.does("zhao.min", says(Verdict.ABSTAIN, "不涉及设计"));
        room.does("zheng.qiang", says(Verdict.ABSTAIN, "不涉及生产"));
        assertThat(room.refused("zhang.wei", says(Verdict.ABSTAIN, "不涉及市场"))).isEqualTo("all-abstain");
        room.passes("zhang.wei");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
    }

    @Test
    void what_a_department_says_needs_a_reason_or_a_condition_that_can_be_met() {
        ReviewRoom room = ReviewRoom.called();
        assertThat(room.refused("zhao.min", says(Verdict.FAIL, " "))).isEqualTo("no-reason-FAIL");
        assertThat(room.refused("zhao.min", says(Verdict.CONDITIONAL, "补齐"))).isEqualTo("no-condition");
        Condition late =
                new Condition("补齐", Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2026, 11, 20)));
        assertThat(room.refused("zhao.min", says(Verdict.CONDITIONAL, "补齐", late)))
                .isEqualTo("condition-in-the-past");
    }

    @Test
    void conditions_become_tasks_of_who_was_named_or_answers_for_the_department_or_leads() {
        ReviewRoom room = ReviewRoom.called();
        Condition dated = new Condition(
                "定稿", Optional.of("nobody.any.more"), Optional.empty(), Optional.of(LocalDate.of(2026, 11, 24)));
        Condition theirs = new Condition("渠道清单", Optional.empty(), Optional.of("finance"), Optional.empty());
        room.does("zheng.qiang", says(Verdict.CONDITIONAL, "三条", SAMPLES, dated, theirs));
        room.until("2026-11-25T09:00");
        room.passes("zhang.wei", "zhao.min");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
        Actor asker = Actor.person("zheng.qiang");
        assertThat(room.feature.rules().orders(room.gate, room.occasion(Actor.CLOCK)))
                .containsExactly(
                        new GateRules.Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 4), asker),
                        new GateRules.Order("li.lei", "定稿", LocalDate.of(2026, 12, 9), asker),
                        new GateRules.Order("guo.jing", "渠道清单", LocalDate.of(2026, 12, 9), asker));
    }

    @Test
    void a_department_that_is_no_longer_there_is_not_waited_for() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("zhang.wei", "zhao.min");
        OrganisationData data = Demo.data();
        room.organisation = new Organisation(new OrganisationData(
                data.name(),
                data.zone(),
                data.language(),
                data.people(),
                data.departments().stream()
                        .filter(department -> !department.id().equals("production"))
                        .toList(),
                new Committee("chen.zong", "liu.fu", data.committee().members()),
                data.secretaries(),
                data.admins()));
        room.happened();
        room.until("2026-11-24T18:00");
        assertThat(room.happened()).containsExactly("RungReached", "DepartmentGone", "ReviewPassed");
        assertThat(room.gate.state()).isEqualTo(State.PASSED);
    }

    @Test
    void the_lead_withdraws_it_and_confirms_that() {
        ReviewRoom room = ReviewRoom.called();
        assertThat(room.refused("li.lei", new GateCommand.Withdraw(NUMBER, false)))
                .isEqualTo("confirm-withdraw");
        room.does("li.lei", new GateCommand.Withdraw(NUMBER, true));
        assertThat(room.gate.state()).isEqualTo(State.WITHDRAWN);
        assertThat(room.heard()).containsExactly("he.tao:withdrawn", "zhou.jie:withdrawn");
        room.until("2027-01-15T09:00");
        assertThat(room.heard()).isEmpty();
    }

    @Test
    void only_the_lead_the_leading_departments_head_and_the_secretary_call_it() {
        ReviewRoom room = ReviewRoom.at("2026-11-23T09:00");
        for (String may : List.of("li.lei", "zhang.wei", "sun.mi"))
            assertThat(room.triesToCall(may, ReviewRoom.SAMPLES)).isInstanceOf(Decision.Done.class);
        for (String not : List.of("han.mei", "zhao.min", "he.tao", "chen.zong"))
            assertThat(((Decision.Refused<Gate>) room.triesToCall(not, ReviewRoom.SAMPLES))
                            .why()
                            .key())
                    .isEqualTo("gate.refused.only-lead");
        Checkpoint gone =
                new Checkpoint(ReviewRoom.SAMPLES.project(), 1, "样机", "li.lei", "market", List.of("closed-down"));
        assertThat(((Decision.Refused<Gate>) room.triesToCall("li.lei", gone))
                        .why()
                        .key())
                .isEqualTo("gate.refused.nobody-to-answer");
    }

    @Test
    void a_dispute_is_between_the_lead_and_the_department_that_is_against_it() {
        ReviewRoom room = ReviewRoom.called();
        assertThat(room.feature.opponent(room.gate, "li.lei", Demo.COMPANY)).isEmpty();
        room.does("zhao.min", says(Verdict.CONDITIONAL, "补齐", SAMPLES));
        assertThat(room.feature.opponent(room.gate, "zhang.wei", Demo.COMPANY))
                .contains(new Feature.Opponent("design", Optional.of("zhao.min")));
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        assertThat(room.feature.opponent(room.gate, "li.lei", Demo.COMPANY))
                .contains(new Feature.Opponent("production", Optional.of("zheng.qiang")));
        assertThat(room.feature.opponent(room.gate, "he.tao", Demo.COMPANY))
                .contains(new Feature.Opponent("market", Optional.of("li.lei")));
        assertThat(room.feature.opponent(room.gate, "ma.li", Demo.COMPANY)).isEmpty();
    }

    @Test
    void who_leads_the_project_from_now_on_leads_its_gates() {
        ReviewRoom room = ReviewRoom.called();
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        room.heard();
        room.suffers(GateRules.handOn(room.gate, "han.mei"), "zhang.wei");
        assertThat(room.heard()).containsExactly("han.mei:led-by-you");
        assertThat(room.refused("li.lei", AGAIN)).isEqualTo("only-lead");
        room.does("han.mei", AGAIN);
        assertThat(GateRules.handOn(room.gate, "han.mei")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_lock_that_is_not_its_own_changes_nothing() {
        ReviewRoom room = ReviewRoom.called();
        ItemNumber other = new ItemNumber(ItemKind.ACTION_ITEM, 99);
        assertThat(GateRules.lift(room.gate, other, room.occasion(Actor.person("he.tao"))))
                .isInstanceOf(Decision.Refused.class);
    }
}
