package io.xietong.core.dispute;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Ballot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dispute as the desk sees it. */
public final class DisputeFeature implements Feature<Dispute, DisputeCommand.About> {

    private final DisputePolicy policy;
    private final DisputeRules rules;

    public DisputeFeature(DisputePolicy policy) {
        this.policy = policy;
        this.rules = new DisputeRules(policy);
    }

    /** For raising one. */
    public DisputeRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.DISPUTE;
    }

    @Override
    public Class<DisputeCommand.About> commands() {
        return DisputeCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return DisputeFact.class;
    }

    @Override
    public String words() {
        return "dispute";
    }

    /** Where it was raised, everybody was there. */
    @Override
    public boolean mayShowIn(Dispute dispute, Chat chat) {
        return dispute.chat().isSame(chat);
    }

    @Override
    public boolean maySee(Dispute dispute, String person, Organisation organisation, Routing routing) {
        return new Standing(dispute, organisation, routing).maySee(person);
    }

    @Override
    public Optional<String> inNameOf(Dispute dispute, DisputeCommand.About command, Occasion occasion) {
        return rules.inNameOf(dispute, command, occasion);
    }

    @Override
    public Decision<Dispute> decide(Dispute dispute, DisputeCommand.About command, Occasion occasion) {
        return rules.decide(dispute, command, occasion);
    }

    @Override
    public Dispute watchedBy(Dispute dispute, Set<String> watchers) {
        DisputeDraft draft = new DisputeDraft(dispute);
        draft.watchers = watchers;
        return draft.done();
    }

    @Override
    public Decision<Dispute> ring(Dispute dispute, Occasion occasion) {
        return rules.ring(dispute, occasion);
    }

    @Override
    public Decision<Dispute> recompute(Dispute dispute, Occasion occasion) {
        return rules.recompute(dispute, occasion);
    }

    @Override
    public List<Outgoing> news(Dispute after, List<Fact> facts, Occasion occasion) {
        return DisputeNews.of(after, facts, occasion);
    }

    @Override
    public Card card(Dispute dispute, Optional<Message> headline, View view) {
        return DisputeCards.card(dispute, headline, view, policy);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof DisputeFact.Raised f)
            return say(f, organisation.departmentName(f.by()), organisation.departmentName(f.against()), f.position());
        if (fact instanceof DisputeFact.PositionStated f)
            return say(f, organisation.departmentName(f.department()), f.position());
        if (fact instanceof DisputeFact.TermsProposed f)
            return say(f, organisation.departmentName(f.department()), f.terms());
        if (fact instanceof DisputeFact.Settled f) return say(f, f.terms());
        if (fact instanceof DisputeFact.Climbed f)
            return say(f, Message.of("dispute.state." + f.to().name()), f.reason());
        if (fact instanceof DisputeFact.Received f)
            return say(f, Message.of("dispute.kind." + f.kind().name()), organisation.nameOf(f.presiding()));
        if (fact instanceof DisputeFact.Voted f)
            return say(f, organisation.nameOf(f.voter()), choice(f.choice(), organisation), f.reason());
        if (fact instanceof DisputeFact.VoteClosed f) return say(f, choice(f.result(), organisation));
        if (fact instanceof DisputeFact.DeclaredRecusal f) return say(f, organisation.nameOf(f.member()), f.reason());
        if (fact instanceof DisputeFact.Ruled f) return say(f, f.ruling().text());
        if (fact instanceof DisputeFact.ReviewGranted f) return say(f, f.evidence());
        if (fact instanceof DisputeFact.DisputeWithdrawn f) return say(f);
        return SharedWords.told(fact);
    }

    private static Message choice(String choice, Organisation organisation) {
        if (choice.isEmpty()) return Message.of("dispute.choice.none");
        if (choice.equals(Ballot.ABSTAIN)) return Message.of("dispute.choice.abstain");
        return Message.of("dispute.choice.for", organisation.departmentName(choice));
    }

    private static Message say(DisputeFact fact, Object... args) {
        return Message.of("dispute.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(Dispute dispute, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, terms(clock, calendar));
    }

    @Override
    public List<Message> explain(Dispute dispute, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = terms(clock, calendar);
        return terms.allowance().explain(terms.calendar(), clock.armedAt(), clock.pauses());
    }

    private Terms terms(Deadline clock, WorkCalendar calendar) {
        return new DisputeClocks(policy, calendar).terms(clock.purpose());
    }
}
