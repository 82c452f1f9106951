package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.gate.Answer;
import io.xietong.core.gate.Checkpoint;
import io.xietong.core.gate.Condition;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.Lock;
import io.xietong.core.gate.Release;
import io.xietong.core.gate.State;
import io.xietong.core.gate.Verdict;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of joint gates. */
abstract class GatesContract extends DatabaseContract {

    private static final ItemNumber PROJECT = new ItemNumber(ItemKind.PROJECT, 8);
    private static final ItemNumber CONDITION = new ItemNumber(ItemKind.ACTION_ITEM, 3);
    private static final Checkpoint SAMPLES =
            new Checkpoint(PROJECT, 2, "样机 🎉", "li.lei", "market", List.of("production", "design", "market"));

    private static Gate gate(
            ItemNumber number,
            long version,
            State state,
            Checkpoint at,
            int round,
            List<Answer> answers,
            List<Lock> locks,
            Optional<Release> release,
            Deadline... clocks) {
        return new Gate(
                number,
                version,
                state,
                at,
                Samples.GROUP,
                "zhang.wei",
                NOW,
                round,
                round > 1 ? "已加固外壳" : "",
                answers,
                locks,
                release,
                version > 1 ? Set.of("han.mei") : Set.of(),
                List.of(clocks));
    }

    private static Gate called(ItemNumber number, Lock... locks) {
        return gate(
                number,
                1,
                State.REVIEWING,
                SAMPLES,
                1,
                List.of(),
                List.of(locks),
                Optional.empty(),
                Samples.clock(Purpose.JOINT_REVIEW, 1, ""));
    }

    private static List<Answer> answers() {
        Condition dated = new Condition(
                "补齐样机 🎉", Optional.of("he.tao"), Optional.empty(), Optional.of(LocalDate.of(2026, 12, 4)));
        Condition theirs = new Condition("定稿", Optional.empty(), Optional.of("design"), Optional.empty());
        Actor standIn = new Actor(Optional.of("feng.lin"), Optional.of("zheng.qiang"));
        return List.of(
                new Answer("production", Verdict.CONDITIONAL, "两条", List.of(dated, theirs), standIn, NOW, true),
                new Answer("market", Verdict.PASS, "", List.of(), Actor.person("li.lei"), NOW.plusMillis(5), false));
    }

    @Test
    void a_gate_comes_back_as_it_was_kept_from_its_call_to_its_release() {
        ItemNumber number = next(Books::gates);
        assertThat(number).hasToString("PS-1");
        Stored<Gate> called = save(Books::gates, Optional.empty(), called(number, new Lock(CONDITION, "补齐样机")));
        assertThat(find(Books::gates, number)).contains(called);

        Gate answered = gate(
                number,
                2,
                State.REVIEWING,
                SAMPLES,
                1,
                answers(),
                List.of(),
                Optional.empty(),
                Samples.clock(Purpose.JOINT_REVIEW, 1, ""),
                Samples.clock(Purpose.OVERRULING, 1, "market"));
        Stored<Gate> kept = save(Books::gates, Optional.of(called), answered);
        assertThat(find(Books::gates, number)).contains(kept);

        Checkpoint fewer = new Checkpoint(PROJECT, 2, "样机 🎉", "han.mei", "market", List.of("production", "market"));
        Release release =
                new Release("上市日期不能改", new Actor(Optional.of("ma.li"), Optional.of("chen.zong")), NOW.plusSeconds(60));
        Gate released = gate(
                number,
                3,
                State.OVERRIDDEN,
                fewer,
                2,
                answers().subList(1, 2),
                List.of(),
                Optional.of(release),
                Samples.clock(Purpose.JOINT_REVIEW, 1, "").met(NOW),
                Samples.clock(Purpose.OVERRULING, 1, "market").cancelled(NOW));
        Stored<Gate> after = save(Books::gates, Optional.of(kept), released);
        assertThat(find(Books::gates, number)).contains(after);
        assertThatThrownBy(() -> save(Books::gates, Optional.of(kept), released))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void what_waits_for_whom_and_who_has_a_part_in_it() {
        ItemNumber number = next(Books::gates);
        Stored<Gate> called = save(Books::gates, Optional.empty(), called(number));
        Duties contact = new Duties("he.tao", Set.of(), Set.of("production"), Set.of(), false);
        assertThat(waiting(contact)).containsExactly(number.serial());
        assertThat(waiting(Duties.of("he.tao"))).isEmpty();
        Gate failed = gate(number, 2, State.FAILED, SAMPLES, 1, answers(), List.of(), Optional.empty());
        save(Books::gates, Optional.of(called), failed);
        assertThat(waiting(contact)).isEmpty();
        assertThat(waiting(Duties.of("li.lei"))).containsExactly(number.serial());
        for (String party : List.of("li.lei", "zhang.wei", "feng.lin")) {
            List<Long> own = database.read(books -> books.gates().of(party, 10));
            assertThat(own).containsExactly(number.serial());
        }
    }

    private List<Long> waiting(Duties duties) {
        List<Due> waiting = database.read(books -> books.gates().waitingFor(duties, 10));
        return waiting.stream().map(Due::serial).toList();
    }

    @Test
    void gates_are_found_by_project_by_milestone_and_by_what_locks_them() {
        ItemNumber first = next(Books::gates);
        ItemNumber second = next(Books::gates);
        Stored<Gate> open = save(Books::gates, Optional.empty(), called(first, new Lock(CONDITION, "补齐样机")));
        save(Books::gates, Optional.empty(), called(second));
        List<ItemNumber> all = database.read(books -> books.gates().ofProject(PROJECT));
        assertThat(all).containsExactly(first, second);
        assertThat(openAt(PROJECT, 2)).contains(first);
        assertThat(openAt(PROJECT, 1)).isEmpty();
        assertThat(openAt(new ItemNumber(ItemKind.PROJECT, 9), 2)).isEmpty();
        assertThat(lockedByTheCondition()).containsExactly(first.serial());
        Gate withdrawn = gate(
                first, 2, State.WITHDRAWN, SAMPLES, 1, List.of(), open.item().locks(), Optional.empty());
        save(Books::gates, Optional.of(open), withdrawn);
        assertThat(openAt(PROJECT, 2)).contains(second);
        assertThat(lockedByTheCondition()).isEmpty();
    }

    private Optional<ItemNumber> openAt(ItemNumber project, int milestone) {
        return database.read(books -> books.gates().openAt(project, milestone));
    }

    private List<Long> lockedByTheCondition() {
        return database.read(books -> books.gates().lockedBy(CONDITION));
    }

    @Test
    void a_gate_whose_trail_was_cut_or_that_was_lost_is_named() {
        save(Books::gates, Optional.empty(), called(next(Books::gates)));
        next(Books::gates);
        List<JdbiTrail.TrailFault> faults = database.read(books -> books.trail().verify());
        assertThat(faults).containsExactly(new JdbiTrail.TrailFault("PS-1", 1), new JdbiTrail.TrailFault("PS-2", 1));
    }
}
