package io.xietong.core.commotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.gate.Answer;
import io.xietong.core.gate.Checkpoint;
import io.xietong.core.gate.Condition;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.GateCommand;
import io.xietong.core.gate.GateFact;
import io.xietong.core.gate.GateFeature;
import io.xietong.core.gate.GatePolicy;
import io.xietong.core.gate.GateRules;
import io.xietong.core.gate.Lock;
import io.xietong.core.gate.State;
import io.xietong.core.gate.Verdict;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Delegation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** 联合评审: whatever people do, no stage opens past a department that is against it but by the chair's word. */
class GateCommotionTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.GATE, 1);
    private static final ItemNumber CONDITION = new ItemNumber(ItemKind.ACTION_ITEM, 3);
    private static final List<String> DEPARTMENTS = List.of("market", "design", "production");
    private static final Duration OVERRULE = Duration.ofHours(4);
    private static final Checkpoint SAMPLES =
            new Checkpoint(new ItemNumber(ItemKind.PROJECT, 1), 1, "样机", "han.mei", "market", DEPARTMENTS);
    private static final Condition SOMETHING =
            new Condition("补齐样机", Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<AboutItem> VERBS = List.of(
            new GateCommand.Judge(NUMBER, Verdict.PASS, "", List.of()),
            new GateCommand.Judge(NUMBER, Verdict.PASS, "可以", List.of()),
            new GateCommand.Judge(NUMBER, Verdict.CONDITIONAL, "补齐样机", List.of(SOMETHING)),
            new GateCommand.Judge(NUMBER, Verdict.FAIL, "没有通过跌落测试", List.of()),
            new GateCommand.Judge(NUMBER, Verdict.ABSTAIN, "不涉及", List.of()),
            new GateCommand.CallAgain(NUMBER, "已加固外壳"),
            new GateCommand.Release(NUMBER, "上市日期不能改", true),
            new GateCommand.Withdraw(NUMBER, true),
            new SharedCommand.Comment(NUMBER, "在看"),
            new SharedCommand.Watch(NUMBER));

    private static final List<String> HEADS = List.of("zhang.wei", "zhao.min", "zheng.qiang");

    private static final List<Crowd.Saying> APT = List.of(
            new Crowd.Saying("zhang.wei", VERBS.get(0)),
            new Crowd.Saying("zhao.min", VERBS.get(0)),
            new Crowd.Saying("zheng.qiang", VERBS.get(0)),
            new Crowd.Saying("he.tao", VERBS.get(0)),
            new Crowd.Saying("zhou.jie", VERBS.get(0)),
            new Crowd.Saying("qian.duo", VERBS.get(0)),
            new Crowd.Saying("zhao.min", VERBS.get(2)),
            new Crowd.Saying("han.mei", VERBS.get(5)));

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.steps(VERBS.size());
    }

    @Provide
    Arbitrary<List<Delegation>> absences() {
        return Step.absences();
    }

    /** What the answers that were taken down must come to; it knows nothing of clocks and drafts. */
    private static final class Model implements Commotion.Witness<Gate> {

        private final Map<String, Answer> answers = new HashMap<>();
        private State state = State.REVIEWING;
        private boolean locked;

        Model(boolean locked) {
            this.locked = locked;
        }

        @Override
        public void sees(Optional<Gate> before, List<Fact> facts, Gate after, Occasion occasion) {
            facts.forEach(this::takesDown);
            if (state == State.REVIEWING) state = judged(occasion.now());
            if (state == State.HELD && !locked) state = State.PASSED;
            assertThat(after.state()).as(facts + " of " + after).isEqualTo(state);
            if (facts.stream().anyMatch(GateFact.ReviewPassed.class::isInstance)) mayOpen();
        }

        private void takesDown(Fact fact) {
            if (fact instanceof GateFact.Judged judged) answered(judged.answer());
            if (fact instanceof GateFact.Overruled overruled) answered(overruled.answer());
            if (fact instanceof GateFact.LockLifted) locked = false;
            if (fact instanceof GateFact.GateReleased) state = State.OVERRIDDEN;
            if (fact instanceof GateFact.GateWithdrawn) state = State.WITHDRAWN;
            if (fact instanceof GateFact.CalledAgain) {
                assertThat(state).isEqualTo(State.FAILED);
                answers.clear();
                state = State.REVIEWING;
            }
        }

        private void answered(Answer answer) {
            assertThat(state).isEqualTo(State.REVIEWING);
            Answer before = answers.put(answer.department(), answer);
            if (before != null && !before.asHead()) assertThat(answer.at()).isBefore(until(before));
        }

        private static Instant until(Answer answer) {
            return Commotion.CALENDAR.plusWorking(answer.at(), OVERRULE);
        }

        private static boolean stands(Answer answer, Instant now) {
            return answer.asHead() || !now.isBefore(until(answer));
        }

        private State judged(Instant now) {
            boolean against = answers.values().stream().anyMatch(answer -> answer.verdict() == Verdict.FAIL);
            if (answers.values().stream().anyMatch(answer -> answer.verdict() == Verdict.FAIL && stands(answer, now)))
                return State.FAILED;
            boolean all = answers.keySet().containsAll(DEPARTMENTS)
                    && answers.values().stream().allMatch(answer -> stands(answer, now));
            if (against || !all) return State.REVIEWING;
            return locked ? State.HELD : State.PASSED;
        }

        private void mayOpen() {
            assertThat(locked).isFalse();
            assertThat(answers.keySet()).containsAll(DEPARTMENTS);
            assertThat(answers.values())
                    .noneMatch(answer -> answer.verdict() == Verdict.FAIL)
                    .anyMatch(answer -> answer.verdict() != Verdict.ABSTAIN);
        }
    }

    @Property(tries = 500)
    void no_stage_opens_past_a_department_that_is_against_it(
            @ForAll("steps") List<Step> steps,
            @ForAll("absences") List<Delegation> absences,
            @ForAll boolean locked,
            @ForAll boolean lifted) {
        GateFeature feature = new GateFeature(new GatePolicy(3, List.of(50, 75), 3, OVERRULE, 10));
        Commotion<Gate> commotion = new Commotion<>(feature, Demo.at("2026-11-24T10:00"), absences, new Model(locked));
        Chat chat = new Chat("sandbox", "han.mei", Chat.Kind.SINGLE, "");
        List<Lock> locks = locked ? List.of(new Lock(CONDITION, "补齐样机")) : List.of();
        commotion.begins(
                "han.mei",
                feature.rules().call(NUMBER, SAMPLES, locks, chat, commotion.occasion(Actor.person("han.mei"))));
        Crowd.acts(commotion, steps, VERBS, APT);
        Statistics.label("end").collect(commotion.item().state()).coverage(checker -> {
            checker.check(State.PASSED).count(count -> count > 0);
            checker.check(State.FAILED).count(count -> count > 0);
            checker.check(State.OVERRIDDEN).count(count -> count > 0);
        });
        if (lifted)
            commotion.suffers(
                    GateRules.lift(commotion.item(), CONDITION, commotion.occasion(Actor.person("he.tao"))), "he.tao");
        commotion.the_trail_is_unbroken();
    }

    @Property(tries = 200)
    void heads_who_answer_anything_decide_it_at_once(@ForAll List<Verdict> verdicts) {
        GateFeature feature = new GateFeature(new GatePolicy(3, List.of(50, 75), 3, OVERRULE, 10));
        Commotion<Gate> commotion = new Commotion<>(feature, Demo.at("2026-11-24T10:00"), List.of(), new Model(false));
        Chat chat = new Chat("sandbox", "han.mei", Chat.Kind.SINGLE, "");
        commotion.begins(
                "han.mei",
                feature.rules().call(NUMBER, SAMPLES, List.of(), chat, commotion.occasion(Actor.person("han.mei"))));
        for (int i = 0; i < verdicts.size(); i++) {
            List<Condition> conditions = verdicts.get(i) == Verdict.CONDITIONAL ? List.of(SOMETHING) : List.of();
            commotion.does(
                    HEADS.get(i % HEADS.size()), new GateCommand.Judge(NUMBER, verdicts.get(i), "如此", conditions));
            commotion.does("han.mei", new GateCommand.CallAgain(NUMBER, "已加固外壳"));
        }
        assertThat(commotion.item().state()).isIn(State.REVIEWING, State.PASSED);
        commotion.the_trail_is_unbroken();
    }
}
