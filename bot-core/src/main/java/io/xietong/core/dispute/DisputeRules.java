package io.xietong.core.dispute;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about disputes: pure functions of state, command, occasion and policy. */
public final class DisputeRules {

    private final DisputePolicy policy;

    public DisputeRules(DisputePolicy policy) {
        this.policy = policy;
    }

    /**
     * A new dispute.
     *
     * @param number   the next free one
     * @param opponent who speaks for the other side, when the item it arises from names somebody
     */
    public Decision<Dispute> raise(
            ItemNumber number, DisputeCommand.Raise command, Optional<String> opponent, Chat chat, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        String raiser = occasion.person();
        String own = organisation.person(raiser).map(Person::department).orElseThrow();
        if (command.position().isBlank()) return Decision.refused("dispute.refused.nothing-said");
        if (command.department().isEmpty()) return Decision.refused("dispute.refused.with-whom");
        String other = command.department().get();
        if (organisation.department(other).isEmpty()) {
            return Decision.refused("dispute.refused.unknown-department", other);
        }
        if (other.equals(own)) {
            return Decision.refused("dispute.refused.own-department", organisation.departmentName(own));
        }
        String speaker = opponent.flatMap(named -> occasion.routing().actingFor(named, Set.of(raiser)))
                .or(() -> occasion.routing().assign(other, Set.of(raiser)).map(Assignment::person))
                .orElse(organisation.secretaries().get(0));
        Dispute raised = new Dispute(
                number,
                0,
                State.FRONT_LINE,
                command.position(),
                command.about(),
                chat,
                occasion.now(),
                List.of(new Side(own, raiser, command.position()), new Side(other, speaker, "")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Set.of(),
                List.of());
        DisputeDraft draft = new DisputeDraft(raised);
        draft.arm(Purpose.NEGOTIATION, other, occasion.now(), new DisputeClocks(policy, occasion.calendar()));
        return Decision.done(draft.done(), new DisputeFact.Raised(own, other, command.about(), command.position()));
    }

    /** A verb about a dispute that exists. */
    public Decision<Dispute> decide(Dispute dispute, DisputeCommand.About command, Occasion occasion) {
        Standing standing = Standing.of(dispute, occasion);
        String person = occasion.person();
        Adjudicating committee = new Adjudicating(dispute, occasion, policy);
        if (command instanceof DisputeCommand.Receive receive) {
            return standing.isSecretary(person) ? committee.receive(receive.kind()) : onlySecretary(dispute, occasion);
        }
        if (command instanceof DisputeCommand.Recuse recuse) return committee.recuse(recuse.reason());
        if (command instanceof DisputeCommand.Vote vote) return vote(dispute, vote, committee, standing, occasion);
        if (command instanceof DisputeCommand.Rule rule) return rule(dispute, rule, committee, standing, occasion);
        Optional<Side> side = standing.sideFor(person);
        if (side.isEmpty() && standing.sideHeadedBy(person).isEmpty()) return onlyParties(dispute, occasion);
        if (command instanceof DisputeCommand.Review review) return committee.review(review.evidence());
        Side own = side.or(() -> standing.sideHeadedBy(person)).orElseThrow();
        Negotiating between = new Negotiating(dispute, occasion, policy);
        if (command instanceof DisputeCommand.StatePosition said) return between.position(own, said.text());
        if (dispute.state().isNegotiable() && standing.sideBoundBy(person).isEmpty())
            return onlyHeads(dispute, own, occasion);
        if (command instanceof DisputeCommand.Propose propose) return between.propose(own, propose.terms());
        if (command instanceof DisputeCommand.Agree) return between.agree(own);
        if (command instanceof DisputeCommand.Escalate escalate) return between.escalate(escalate.reason());
        return between.withdraw(own, ((DisputeCommand.Withdraw) command).confirmed());
    }

    private static Decision<Dispute> onlyHeads(Dispute dispute, Side side, Occasion occasion) {
        String head = occasion.routing()
                .actingHead(side.department(), Set.of())
                .map(acting -> occasion.organisation().nameOf(acting.person()))
                .orElse(occasion.organisation().departmentName(side.department()));
        return Decision.refused("dispute.refused.only-heads", dispute.number(), head);
    }

    private static Decision<Dispute> vote(
            Dispute dispute, DisputeCommand.Vote vote, Adjudicating committee, Standing standing, Occasion occasion) {
        if (dispute.state() != State.BEFORE_COMMITTEE) return notNow(dispute);
        return standing.voting(occasion.person())
                .map(capacity -> committee.vote(capacity, vote))
                .orElseGet(() -> Decision.refused("dispute.refused.only-members", dispute.number()));
    }

    private static Decision<Dispute> rule(
            Dispute dispute, DisputeCommand.Rule rule, Adjudicating committee, Standing standing, Occasion occasion) {
        if (dispute.state() != State.BEFORE_COMMITTEE) return notNow(dispute);
        if (standing.presides(occasion.person()).isPresent()) return committee.rule(rule);
        String presiding = dispute.docket().orElseThrow().presiding();
        return Decision.refused(
                "dispute.refused.only-presiding",
                dispute.number(),
                occasion.organisation().nameOf(presiding));
    }

    /** In whose name somebody acts with a verb. */
    public Optional<String> inNameOf(Dispute dispute, DisputeCommand.About command, Occasion occasion) {
        Standing standing = Standing.of(dispute, occasion);
        String person = occasion.person();
        if (dispute.docket().isPresent() && command instanceof DisputeCommand.Vote) {
            return standing.voting(person).flatMap(Panel.Capacity::inNameOf);
        }
        if (dispute.docket().isPresent() && command instanceof DisputeCommand.Rule) {
            return standing.presides(person).flatMap(Panel.Capacity::inNameOf);
        }
        return standing.sideFor(person)
                .or(() -> standing.sideHeadedBy(person))
                .flatMap(side -> standing.inNameOf(person, side));
    }

    /** A clock has reached its next rung; a level whose time is up climbs. */
    public Decision<Dispute> ring(Dispute dispute, Occasion occasion) {
        DisputeClocks clocks = new DisputeClocks(policy, occasion.calendar());
        Clocks rang = Clocks.ring(dispute.deadlines(), occasion.now(), clock -> clocks.terms(clock.purpose()));
        if (rang.facts().isEmpty()) return notNow(dispute);
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.deadlines = rang.deadlines();
        List<Fact> facts = new ArrayList<>(rang.facts());
        boolean over = rang.facts().stream()
                .anyMatch(fact ->
                        fact instanceof SharedFact.RungReached rung && rung.timeIsUp() && isLevel(rung.purpose()));
        if (over) {
            draft.stopClocks(occasion.now());
            facts.add(new DisputeFact.Climbed(Negotiating.climb(draft, clocks, occasion.now()), true, ""));
        }
        return new Decision.Done<>(draft.done(), facts);
    }

    private static boolean isLevel(Purpose purpose) {
        return purpose == Purpose.NEGOTIATION || purpose == Purpose.HEADS;
    }

    public Decision<Dispute> recompute(Dispute dispute, Occasion occasion) {
        DisputeClocks clocks = new DisputeClocks(policy, occasion.calendar());
        Clocks moved = Clocks.recompute(dispute.deadlines(), clock -> clocks.terms(clock.purpose()));
        if (moved.facts().isEmpty()) return notNow(dispute);
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.deadlines = moved.deadlines();
        return new Decision.Done<>(draft.done(), moved.facts());
    }

    private static Decision<Dispute> onlySecretary(Dispute dispute, Occasion occasion) {
        List<Object> secretaries = occasion.organisation().secretaries().stream()
                .<Object>map(occasion.organisation()::nameOf)
                .toList();
        return Decision.refused("dispute.refused.only-secretary", dispute.number(), secretaries);
    }

    private static Decision<Dispute> onlyParties(Dispute dispute, Occasion occasion) {
        List<Object> departments = Negotiating.departments(dispute).stream()
                .<Object>map(occasion.organisation()::departmentName)
                .toList();
        return Decision.refused("dispute.refused.only-parties", dispute.number(), departments);
    }

    static Decision<Dispute> notNow(Dispute dispute) {
        return Decision.refused(
                "dispute.refused.not-now",
                dispute.number(),
                Message.of("dispute.state." + dispute.state().name()));
    }
}
