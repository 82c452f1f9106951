package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Approval;
import io.xietong.core.project.Charter;
import io.xietong.core.project.Lead;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectKind;
import io.xietong.core.project.Rhythm;
import io.xietong.core.project.Signature;
import io.xietong.core.project.Slip;
import io.xietong.core.project.StandUp;
import io.xietong.core.project.State;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import io.xietong.core.vote.Vote;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of projects. */
abstract class ProjectsContract extends DatabaseContract {

    private static final LocalDate REVIEW = LocalDate.of(2026, 12, 15);
    private static final LocalDate LAUNCH = LocalDate.of(2027, 1, 20);
    private static final Milestone DESIGN =
            Milestone.planned(1, "设计评审 🎉", "market", List.of("production", "design"), "设计稿", REVIEW, true);
    private static final Milestone SERIES = Milestone.planned(2, "量产", "production", List.of(), "", LAUNCH, false);

    private Project drafted() {
        ItemNumber number = next(Books::projects);
        return new Project(
                number,
                1,
                State.SIGNING,
                new Charter("新品上市", "一月上市", "华东", "年度目标三", ProjectKind.MAJOR),
                Samples.GROUP,
                "li.lei",
                NOW,
                Optional.of(2027),
                "market",
                Lead.named("wang.fang"),
                List.of(DESIGN, SERIES),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                Set.of("tang.wan"),
                List.of(Samples.clock(Purpose.SIGNATURES, 1, "production")));
    }

    private static Project with(
            Project before, State state, List<Milestone> milestones, List<Signature> signatures, Approval approval) {
        return new Project(
                before.number(),
                before.version() + 1,
                state,
                new Charter("新品上市二期", "二月上市", "", "", ProjectKind.PRODUCT),
                Samples.GROUP,
                "zhao.min",
                NOW,
                before.planYear(),
                "design",
                new Lead("han.mei", Optional.of(50), Optional.of(NOW)),
                milestones,
                signatures,
                Optional.of(approval),
                Set.of("he.tao", "zhou.jie"),
                List.of(new Slip(2, REVIEW, LAUNCH, "production", "物料晚到", "he.tao", NOW)),
                "如期完成",
                Optional.of(new StandUp(REVIEW, List.of(new StandUp.Answer("he.tao", "画完图", "排产", "等物料", NOW)))),
                List.of(
                        new Rhythm(Optional.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), Optional.empty(), 5),
                        new Rhythm(Optional.empty(), LocalTime.of(9, 5), Optional.of(Duration.ofMinutes(10)), 6)),
                Set.of(),
                List.of(
                        Samples.clock(Purpose.SIGNATURES, 1, "production").met(NOW),
                        Samples.clock(Purpose.MILESTONE, 2, "production"),
                        Samples.clock(Purpose.MILESTONE, 3, "production")));
    }

    @Test
    void a_project_comes_back_as_it_was_kept_from_the_draft_to_its_end() {
        Project drafted = drafted();
        assertThat(drafted.number()).hasToString("XM-1");
        Stored<Project> first = save(Books::projects, Optional.empty(), drafted);
        assertThat(find(Books::projects, drafted.number())).contains(first);

        Milestone reached = new Milestone(
                1,
                "设计评审",
                "design",
                List.of("market"),
                "定稿",
                REVIEW,
                Optional.of(REVIEW.minusDays(1)),
                true,
                Optional.of(new ItemNumber(ItemKind.GATE, 3)),
                Optional.of(NOW),
                "已定稿",
                1);
        Signature signed = new Signature("market", new Actor(Optional.of("wang.fang"), Optional.of("zhang.wei")), NOW);
        Ballot ballot = Ballot.open(
                        Rule.TWO_THIRDS,
                        List.of(Approval.FOR, Approval.AGAINST),
                        List.of("chen.zong", "zhao.min"),
                        Set.of("zhao.min"),
                        "chen.zong",
                        50)
                .with(new Vote("chen.zong", Approval.AGAINST, Actor.person("chen.zong"), "再议", NOW));
        Approval approval = new Approval(Approval.Question.BASELINE, "物料晚到", "chen.zong", ballot, NOW);
        Project later = with(drafted, State.ACTIVE, List.of(reached, SERIES), List.of(signed), approval);
        Stored<Project> kept = save(Books::projects, Optional.of(first), later);
        assertThat(find(Books::projects, drafted.number())).contains(kept);
        assertThatThrownBy(() -> save(Books::projects, Optional.of(first), later))
                .isInstanceOf(StaleVersion.class);

        Project closed = with(later, State.CLOSED, List.of(reached), List.of(), approval);
        Stored<Project> last = save(Books::projects, Optional.of(kept), closed);
        assertThat(find(Books::projects, drafted.number())).contains(last);
        List<Long> open = database.read(books -> books.projects().open());
        assertThat(open).isEmpty();
    }

    @Test
    void it_waits_for_the_heads_who_have_not_signed_and_is_found_by_those_who_have_a_part_in_it() {
        Project drafted = drafted();
        long serial = drafted.number().serial();
        Stored<Project> first = save(Books::projects, Optional.empty(), drafted);
        for (String department : List.of("market", "production", "design")) {
            Duties head = new Duties("head", Set.of(), Set.of(department), Set.of(department), false);
            assertThat(waiting(head)).containsExactly(serial);
        }
        assertThat(waiting(Duties.of("wang.fang"))).isEmpty();

        save(Books::projects, Optional.of(first), accepting(drafted));
        assertThat(waiting(Duties.of("han.mei"))).containsExactly(serial);
        for (String party : List.of("zhao.min", "han.mei", "he.tao")) {
            List<Long> own = database.read(books -> books.projects().of(party, 10));
            assertThat(own).containsExactly(serial);
        }
        List<Long> planned = database.read(books -> books.projects().ofPlan(2027));
        assertThat(planned).containsExactly(serial);
        List<Long> newest = database.read(books -> books.projects().openBefore(Long.MAX_VALUE, 10));
        assertThat(newest).containsExactly(serial);
    }

    @Test
    void open_ones_are_found_by_the_departments_they_name_and_by_who_has_a_part_in_them() {
        Stored<Project> first = save(Books::projects, Optional.empty(), drafted());
        Stored<Project> second = save(Books::projects, Optional.empty(), drafted());
        long older = first.item().number().serial();
        long newer = second.item().number().serial();
        for (String department : List.of("market", "production", "design"))
            assertThat(open("guo.jing", Set.of(department), Long.MAX_VALUE, 10)).containsExactly(newer, older);
        assertThat(open("guo.jing", Set.of("finance"), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(open("guo.jing", Set.of(), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(open("li.lei", Set.of("market", "finance"), Long.MAX_VALUE, 10))
                .containsExactly(newer, older);
        assertThat(open("wang.fang", Set.of(), newer, 10)).containsExactly(older);
        assertThat(open("wang.fang", Set.of(), Long.MAX_VALUE, 1)).containsExactly(newer);

        save(Books::projects, Optional.of(first), accepting(first.item()));
        assertThat(open("han.mei", Set.of(), Long.MAX_VALUE, 10)).containsExactly(older);
        Approval asked = accepting(second.item()).approval().orElseThrow();
        save(
                Books::projects,
                Optional.of(second),
                with(second.item(), State.CLOSED, List.of(DESIGN), List.of(), asked));
        assertThat(open("guo.jing", Set.of("market", "design"), Long.MAX_VALUE, 10))
                .containsExactly(older);
    }

    private List<Long> open(String person, Set<String> departments, long below, int most) {
        return database.read(books -> books.projects().openOf(person, departments, below, most));
    }

    private List<Long> waiting(Duties duties) {
        List<Due> waiting = database.read(books -> books.projects().waitingFor(duties, 10));
        return waiting.stream().map(Due::serial).toList();
    }

    private static Project accepting(Project drafted) {
        Approval asked = new Approval(
                Approval.Question.CHARTER,
                "",
                "chen.zong",
                Ballot.open(
                        Rule.SIMPLE_MAJORITY,
                        List.of(Approval.FOR, Approval.AGAINST),
                        List.of("chen.zong"),
                        Set.of(),
                        "chen.zong",
                        0),
                NOW);
        return with(drafted, State.ACCEPTING, drafted.milestones(), List.of(), asked);
    }

    @Test
    void a_project_that_was_lost_is_named() {
        Project drafted = drafted();
        save(Books::projects, Optional.empty(), drafted);
        next(Books::projects);
        List<JdbiTrail.TrailFault> faults = database.read(books -> books.trail().verify());
        assertThat(faults).containsExactly(new JdbiTrail.TrailFault("XM-1", 1), new JdbiTrail.TrailFault("XM-2", 1));
    }
}
