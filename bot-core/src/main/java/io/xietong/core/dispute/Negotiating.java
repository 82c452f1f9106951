package io.xietong.core.dispute;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.dispute.DisputePolicy.EarlyEscalation;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the two sides can do between them, on the front line and between the heads (plan duties 34-35). */
final class Negotiating {

    private final Dispute dispute;
    private final Occasion occasion;
    private final DisputePolicy policy;
    private final DisputeClocks clocks;

    Negotiating(Dispute dispute, Occasion occasion, DisputePolicy policy) {
        this.dispute = dispute;
        this.occasion = occasion;
        this.policy = policy;
        this.clocks = new DisputeClocks(policy, occasion.calendar());
    }

    Decision<Dispute> position(Side side, String text) {
        if (!dispute.isOpen()) return DisputeRules.notNow(dispute);
        if (text.isBlank()) return Decision.refused("dispute.refused.no-position", dispute.number());
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.state(side.department(), text);
        return Decision.done(draft.done(), new DisputeFact.PositionStated(side.department(), text));
    }

    Decision<Dispute> propose(Side side, String terms) {
        if (!dispute.state().isNegotiable()) return DisputeRules.notNow(dispute);
        if (terms.isBlank()) return Decision.refused("dispute.refused.no-terms", dispute.number());
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.terms = Optional.of(new Terms(terms, occasion.person(), occasion.now(), Set.of(side.department())));
        return Decision.done(draft.done(), new DisputeFact.TermsProposed(side.department(), terms));
    }

    Decision<Dispute> agree(Side side) {
        if (!dispute.state().isNegotiable()) return DisputeRules.notNow(dispute);
        if (dispute.terms().isEmpty()) return Decision.refused("dispute.refused.nothing-to-agree", dispute.number());
        Terms terms = dispute.terms().get();
        if (terms.agreed().contains(side.department())) {
            return Decision.refused("dispute.refused.agreed-already", dispute.number());
        }
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.terms = Optional.of(terms.agreedBy(side.department()));
        draft.meet(purpose(dispute.state()), occasion.now());
        draft.stopClocks(occasion.now());
        draft.state = State.SETTLED;
        return Decision.done(draft.done(), new DisputeFact.Settled(terms.text()));
    }

    Decision<Dispute> escalate(String reason) {
        if (dispute.state() != State.FRONT_LINE && dispute.state() != State.WITH_HEADS) {
            return DisputeRules.notNow(dispute);
        }
        boolean stated =
                dispute.sides().stream().noneMatch(side -> side.position().isBlank());
        boolean allowed = policy.earlyEscalation() == EarlyEscalation.ALWAYS
                || policy.earlyEscalation() == EarlyEscalation.AFTER_POSITIONS && stated;
        if (!allowed) {
            Instant due = dispute.firstDue().flatMap(clock -> clock.dueAt()).orElse(occasion.now());
            String key = policy.earlyEscalation() == EarlyEscalation.NEVER ? "wait" : "state-first";
            return Decision.refused("dispute.refused.escalate-" + key, dispute.number(), due);
        }
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.stopClocks(occasion.now());
        State next = climb(draft, clocks, occasion.now());
        return Decision.done(draft.done(), new DisputeFact.Climbed(next, false, reason));
    }

    Decision<Dispute> withdraw(Side side, boolean confirmed) {
        if (!dispute.state().isNegotiable()) return DisputeRules.notNow(dispute);
        if (!side.equals(dispute.first())) {
            return Decision.refused(
                    "dispute.refused.only-raiser",
                    dispute.number(),
                    occasion.organisation().departmentName(dispute.first().department()));
        }
        if (!confirmed) return unconfirmed();
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.stopClocks(occasion.now());
        draft.state = State.WITHDRAWN;
        return Decision.done(draft.done(), new DisputeFact.DisputeWithdrawn());
    }

    private Decision<Dispute> unconfirmed() {
        return new Decision.Refused<>(
                Message.of("dispute.refused.confirm-withdraw", dispute.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("dispute.confirm.withdraw"),
                        Message.of("dispute.button.withdraw"),
                        "撤回 " + dispute.number() + " 确认")));
    }

    /** One level up; the clock of the level is armed. */
    static State climb(DisputeDraft draft, DisputeClocks clocks, Instant now) {
        if (draft.state == State.FRONT_LINE) {
            draft.state = State.WITH_HEADS;
            draft.arm(Purpose.HEADS, "", now, clocks);
        } else {
            draft.state = State.AWAITING_RECEIPT;
            draft.arm(Purpose.RECEIPT, "", now, clocks);
        }
        return draft.state;
    }

    static Purpose purpose(State state) {
        return switch (state) {
            case FRONT_LINE -> Purpose.NEGOTIATION;
            case WITH_HEADS -> Purpose.HEADS;
            case AWAITING_RECEIPT -> Purpose.RECEIPT;
            default -> Purpose.RULING;
        };
    }

    static List<String> departments(Dispute dispute) {
        return dispute.sides().stream().map(Side::department).toList();
    }
}
