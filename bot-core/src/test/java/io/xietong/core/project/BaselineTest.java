package io.xietong.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which days a project was measured by, as its trail tells. */
class BaselineTest {

    private static final ProjectFact.CharterDrafted DRAFTED =
            new ProjectFact.CharterDrafted(Site.CHARTER, "market.contact", ProjectFact.Stage.of(Site.PLAN));
    private static final ProjectFact.MilestoneSlipped SLIPPED = new ProjectFact.MilestoneSlipped(
            2, "series", LocalDate.of(2027, 1, 20), LocalDate.of(2027, 2, 10), "market", "late");

    private static List<List<LocalDate>> days(Fact... facts) {
        return Baseline.of(Stream.of(facts)
                        .map(fact -> new Baseline.Told(Instant.EPOCH, fact))
                        .toList())
                .stream()
                .map(one -> one.stages().stream().map(ProjectFact.Stage::date).toList())
                .toList();
    }

    @Test
    void there_is_none_before_the_start() {
        assertThat(days(DRAFTED, new ProjectFact.Approved(Approval.Question.CHARTER)))
                .isEmpty();
    }

    @Test
    void a_slip_moves_it_only_once_the_committee_agrees() {
        List<LocalDate> first = List.of(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 20));
        List<LocalDate> second = List.of(LocalDate.of(2026, 12, 15), LocalDate.of(2027, 2, 10));
        Fact started = new ProjectFact.ProjectStarted();
        assertThat(days(DRAFTED, started, SLIPPED)).containsExactly(first);
        assertThat(days(DRAFTED, started, SLIPPED, new ProjectFact.Rejected(Approval.Question.BASELINE)))
                .containsExactly(first);
        assertThat(days(DRAFTED, started, SLIPPED, new ProjectFact.Approved(Approval.Question.BASELINE)))
                .containsExactly(first, second);
    }
}
