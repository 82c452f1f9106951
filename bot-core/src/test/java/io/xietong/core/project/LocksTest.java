package io.xietong.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A milestone behind a 关键节点 is locked until the review has passed (spec.md 4.4). */
class LocksTest {

    private static final ProjectCommand.Reach FIRST = new ProjectCommand.Reach(Site.NUMBER, Optional.of(1), "");
    private static final ProjectCommand.Reach SECOND = new ProjectCommand.Reach(Site.NUMBER, Optional.of(2), "");

    private final Site site = new Site().drafted().signed().accepted().approved();

    @Test
    void what_lies_behind_is_refused_with_the_gates_name_and_what_to_say() {
        Decision<Project> decision = site.tries("production.contact", SECOND);
        assertThat(((Decision.Refused<Project>) decision).why())
                .isEqualTo(Message.of("project.refused.locked", Site.NUMBER, 2, 1, "review"));
        assertThat(site.project.lockOf(2)).contains(site.project.milestone(1).orElseThrow());
        assertThat(site.project.lockOf(1)).isEmpty();
    }

    @Test
    void the_gate_itself_can_be_reached_and_unlocks_nothing_before_it_has_passed() {
        site.does("market.contact", FIRST);
        assertThat(site.project.milestone(1).orElseThrow().progress()).isEqualTo(Milestone.Progress.REACHED);
        assertThat(site.refused("production.contact", SECOND)).isEqualTo("project.refused.locked");
        assertThat(site.project.unsettled()).hasSize(2);
        site.opens(1);
        assertThat(site.project.milestone(1).orElseThrow().progress()).isEqualTo(Milestone.Progress.PASSED);
        assertThat(site.project.milestone(1).orElseThrow().passedBy()).contains(new ItemNumber(ItemKind.GATE, 4));
        site.does("production.contact", SECOND);
        assertThat(site.project.unsettled()).isEmpty();
    }

    @Test
    void an_override_opens_what_lies_behind_a_gate_that_is_not_reached_yet() {
        site.opens(1);
        site.does("production.contact", SECOND);
        assertThat(site.project.unsettled()).extracting(Milestone::ordinal).containsExactly(1);
    }

    @Test
    void only_a_gate_that_has_not_passed_opens_and_only_while_the_project_runs() {
        assertThat(key(site.opening(2))).isEqualTo("project.refused.no-such-gate");
        assertThat(key(site.opening(9))).isEqualTo("project.refused.no-such-gate");
        site.opens(1);
        assertThat(key(site.opening(1))).isEqualTo("project.refused.passed-already");
        site.does("market.head", new ProjectCommand.Cancel(Site.NUMBER, "no market", true));
        assertThat(key(site.opening(1))).isEqualTo("project.refused.not-now");
        assertThat(key(new Site().drafted().opening(1))).isEqualTo("project.refused.not-now");
    }

    private static String key(Decision<Project> decision) {
        return ((Decision.Refused<Project>) decision).why().key();
    }
}
