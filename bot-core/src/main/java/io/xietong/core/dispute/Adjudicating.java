package io.xietong.core.dispute;

import io.xietong.core.action.Order;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Outcome;
import io.xietong.core.vote.Panel;
import io.xietong.core.vote.Rule;
import io.xietong.core.vote.Vote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the secretary, the committee and its chair can do (plan duties 9 and 36). */
final class Adjudicating {

    private final Dispute dispute;
    private final Occasion occasion;
    private final DisputePolicy policy;
    private final DisputeClocks clocks;
    private final Standing standing;

    Adjudicating(Dispute dispute, Occasion occasion, DisputePolicy policy) {
        this.dispute = dispute;
        this.occasion = occasion;
        this.policy = policy;
        this.clocks = new DisputeClocks(policy, occasion.calendar());
        this.standing = Standing.of(dispute, occasion);
    }

    Decision<Dispute> receive(DisputeKind kind) {
        if (dispute.state() != State.AWAITING_RECEIPT) return DisputeRules.notNow(dispute);
        Ballot ballot = standing.panel()
                .open(
                        policy.rules().getOrDefault(kind, Rule.SIMPLE_MAJORITY),
                        Negotiating.departments(dispute),
                        policy.quorum());
        String presiding = ballot.chair();
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.meet(Purpose.RECEIPT, occasion.now());
        draft.docket = Optional.of(new Docket(kind, occasion.now(), occasion.person(), presiding, ballot));
        draft.state = State.BEFORE_COMMITTEE;
        draft.arm(Purpose.RULING, presiding, occasion.now(), clocks);
        return Decision.done(draft.done(), new DisputeFact.Received(kind, presiding, ballot.recused()));
    }

    Decision<Dispute> vote(Panel.Capacity capacity, DisputeCommand.Vote command) {
        if (dispute.state() != State.BEFORE_COMMITTEE) return DisputeRules.notNow(dispute);
        Docket docket = dispute.docket().orElseThrow();
        if (!(docket.ballot().outcome() instanceof Outcome.Open)) {
            return Decision.refused("dispute.refused.vote-closed", dispute.number());
        }
        String choice = choice(command.choice());
        Vote vote = new Vote(capacity.seat(), choice, occasion.actor(), command.reason(), occasion.now());
        Ballot ballot = docket.ballot().with(vote);
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.docket = Optional.of(docket.with(ballot));
        List<Fact> facts = new ArrayList<>();
        facts.add(new DisputeFact.Voted(capacity.seat(), choice, command.reason()));
        closed(ballot).ifPresent(facts::add);
        return new Decision.Done<>(draft.done(), facts);
    }

    private String choice(DisputeCommand.Choice choice) {
        return switch (choice) {
            case FIRST -> dispute.first().department();
            case SECOND -> dispute.second().department();
            case ABSTAIN -> Ballot.ABSTAIN;
        };
    }

    /** The vote has come to its end with this ballot. */
    private static Optional<Fact> closed(Ballot ballot) {
        if (ballot.outcome() instanceof Outcome.Open) return Optional.empty();
        String result = ballot.outcome() instanceof Outcome.Decided decided ? decided.choice() : "";
        return Optional.of(new DisputeFact.VoteClosed(result));
    }

    Decision<Dispute> recuse(String reason) {
        if (dispute.state() != State.BEFORE_COMMITTEE) return DisputeRules.notNow(dispute);
        Docket docket = dispute.docket().orElseThrow();
        String member = occasion.person();
        if (!docket.ballot().eligible().contains(member) && !docket.presiding().equals(member)) {
            return Decision.refused("dispute.refused.no-vote-to-give-up", dispute.number());
        }
        Ballot ballot = standing.panel().without(docket.ballot(), member);
        if (!standing.panel().isHeaded(ballot))
            return Decision.refused("dispute.refused.last-to-preside", dispute.number());
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.docket = Optional.of(
                new Docket(docket.kind(), docket.receivedAt(), docket.receivedBy(), ballot.chair(), ballot));
        List<Fact> facts = new ArrayList<>();
        facts.add(new DisputeFact.DeclaredRecusal(member, docket.presiding().equals(member), reason));
        closed(ballot).ifPresent(facts::add);
        return new Decision.Done<>(draft.done(), facts);
    }

    Decision<Dispute> rule(DisputeCommand.Rule command) {
        if (dispute.state() != State.BEFORE_COMMITTEE) return DisputeRules.notNow(dispute);
        if (command.text().isBlank()) return Decision.refused("dispute.refused.no-ruling", dispute.number());
        Docket docket = dispute.docket().orElseThrow();
        Ballot ballot = docket.ballot();
        if (ballot.outcome() instanceof Outcome.Open open && ballot.rule() != Rule.CHAIR_DECIDES && !limitIsNear()) {
            return Decision.refused("dispute.refused.vote-open", dispute.number(), names(open.missing()));
        }
        Optional<Order> late = command.orders().stream()
                .filter(order -> order.isOver(occasion.calendar(), occasion.now()))
                .findFirst();
        if (late.isPresent())
            return Decision.refused(
                    "dispute.refused.order-in-the-past",
                    late.get().what(),
                    late.get().due());
        Optional<String> favours = ballot.outcome() instanceof Outcome.Decided decided
                ? Optional.of(decided.choice())
                : command.favours().map(this::choice).filter(choice -> !choice.equals(Ballot.ABSTAIN));
        if (!command.confirmed()) return unconfirmed(command.text());
        Ruling ruling = new Ruling(command.text(), favours, command.orders(), occasion.actor(), occasion.now());
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.meet(Purpose.RULING, occasion.now());
        draft.ruling = Optional.of(ruling);
        draft.state = State.RULED;
        return Decision.done(draft.done(), new DisputeFact.Ruled(ruling));
    }

    private Decision<Dispute> unconfirmed(String text) {
        return new Decision.Refused<>(
                Message.of("dispute.refused.confirm-ruling", dispute.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("dispute.confirm.ruling"),
                        Message.of("dispute.button.rule"),
                        "裁决 " + dispute.number() + " 确认 " + text)));
    }

    /** Close to the limit the presiding member may decide without the missing votes. */
    private boolean limitIsNear() {
        return isNear(dispute, policy, occasion.now());
    }

    static boolean isNear(Dispute dispute, DisputePolicy policy, Instant now) {
        return dispute.running(Purpose.RULING)
                .flatMap(Deadline::dueAt)
                .filter(due -> !now.isBefore(due.minus(policy.alone())))
                .isPresent();
    }

    private List<Object> names(List<String> people) {
        Organisation organisation = occasion.organisation();
        return people.stream().<Object>map(organisation::nameOf).toList();
    }

    Decision<Dispute> review(String evidence) {
        if (dispute.state() != State.RULED) return DisputeRules.notNow(dispute);
        if (evidence.isBlank()) return Decision.refused("dispute.refused.no-evidence", dispute.number());
        if (dispute.reviews() > 0) return Decision.refused("dispute.refused.final", dispute.number());
        LocalDate ruled =
                occasion.calendar().dateOf(dispute.ruling().orElseThrow().at());
        LocalDate last = occasion.calendar().workingDay(ruled, policy.reviewDays());
        if (occasion.today().isAfter(last)) {
            return Decision.refused("dispute.refused.review-too-late", dispute.number(), last);
        }
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.reviews = dispute.reviews() + 1;
        draft.docket = Optional.empty();
        draft.state = State.AWAITING_RECEIPT;
        draft.arm(Purpose.RECEIPT, "", occasion.now(), clocks);
        return Decision.done(draft.done(), new DisputeFact.ReviewGranted(evidence));
    }
}
