package io.xietong.core.project;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Outcome;
import io.xietong.core.vote.Panel;
import io.xietong.core.vote.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The committee's vote on a charter or a new baseline (plan duty 8). */
final class Approving {

    private final Project project;
    private final Occasion occasion;
    private final Chartering chartering;
    private final Standing standing;

    Approving(Project project, Occasion occasion, ProjectPolicy policy) {
        this.project = project;
        this.occasion = occasion;
        this.chartering = new Chartering(project, occasion, policy);
        this.standing = Standing.of(project, occasion);
    }

    Decision<Project> vote(ProjectCommand.Vote command) {
        if (!project.isBeforeCommittee()) return ProjectRules.notNow(project);
        Optional<Panel.Capacity> capacity = standing.voting(occasion.person());
        if (capacity.isEmpty()) return Decision.refused("project.refused.only-members", project.number());
        Approval asked = project.approval().orElseThrow();
        String seat = capacity.get().seat();
        String choice = choice(command.choice());
        Vote vote = new Vote(seat, choice, occasion.actor(), command.reason(), occasion.now());
        Ballot ballot = asked.ballot().with(vote);
        ProjectDraft draft = new ProjectDraft(project);
        draft.approval = Optional.of(asked.with(ballot));
        List<Fact> facts = new ArrayList<>();
        facts.add(new ProjectFact.ApprovalVoted(seat, choice, command.reason()));
        result(asked, ballot, vote).ifPresent(result -> close(asked, result, draft, facts));
        return new Decision.Done<>(draft.done(), facts);
    }

    /** What is decided by a vote; where the votes decide nothing, or time is up, who presides decides alone. */
    private Optional<String> result(Approval asked, Ballot ballot, Vote vote) {
        if (ballot.outcome() instanceof Outcome.Decided decided) return Optional.of(decided.choice());
        boolean stuck = !(asked.ballot().outcome() instanceof Outcome.Open) || isLate();
        boolean presides =
                vote.voter().equals(asked.presiding()) && !vote.choice().equals(Ballot.ABSTAIN);
        return stuck && presides ? Optional.of(vote.choice()) : Optional.empty();
    }

    private boolean isLate() {
        Optional<Deadline> clock = project.running(Purpose.APPROVAL);
        return clock.filter(running -> running.isOverdue(occasion.now())).isPresent();
    }

    private static String choice(ProjectCommand.Choice choice) {
        return switch (choice) {
            case FOR -> Approval.FOR;
            case AGAINST -> Approval.AGAINST;
            case ABSTAIN -> Ballot.ABSTAIN;
        };
    }

    private void close(Approval asked, String result, ProjectDraft draft, List<Fact> facts) {
        draft.meet(Purpose.APPROVAL, occasion.now());
        boolean granted = result.equals(Approval.FOR);
        facts.add(granted ? new ProjectFact.Approved(asked.question()) : new ProjectFact.Rejected(asked.question()));
        if (asked.question() == Approval.Question.BASELINE) {
            if (granted)
                draft.milestones =
                        project.milestones().stream().map(Milestone::frozen).toList();
        } else if (asked.question() == Approval.Question.PLAN) {
            draft.state = granted ? State.DRAFT : State.CANCELLED;
        } else if (granted) {
            facts.add(chartering.start(draft));
        } else {
            draft.state = State.DRAFT;
            draft.signatures = List.of();
        }
    }
}
