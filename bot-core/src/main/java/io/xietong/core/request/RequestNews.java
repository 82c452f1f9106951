package io.xietong.core.request;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Visibility;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who hears what when something happened to a request. Nobody is told of their own act, and nobody gets two messages for one
 * decision: the first news for a person wins.
 */
public final class RequestNews {

    private final Request after;
    private final Occasion occasion;
    private final Reached reached;
    private final Map<Outgoing.Address, Outgoing> news = new LinkedHashMap<>();

    private RequestNews(Request after, Occasion occasion) {
        this.after = after;
        this.occasion = occasion;
        this.reached = new Reached(after, occasion);
    }

    /** The messages, each to one reader; the caller decides when they may reach them. */
    public static List<Outgoing> of(Request after, List<RequestFact> facts, Occasion occasion) {
        RequestNews told = new RequestNews(after, occasion);
        for (int last = facts.size() - 1; last >= 0; last--) told.tell(facts.get(last));
        return new ArrayList<>(told.news.values());
    }

    private void tell(RequestFact fact) {
        if (fact instanceof RequestFact.Filed filed) filed(filed);
        else if (fact instanceof RequestFact.Accepted accepted) accepted(accepted);
        else if (fact instanceof RequestFact.InfoAsked asked) requester("asked", actor(), asked.question());
        else if (fact instanceof RequestFact.InfoSupplied supplied) owner("supplied", actor(), supplied.answer());
        else if (fact instanceof RequestFact.Transferred transferred) transferred(transferred);
        else if (fact instanceof RequestFact.Declined declined) declined(declined);
        else if (fact instanceof RequestFact.Delivered delivered) delivered(delivered);
        else if (fact instanceof RequestFact.Verified verified) verified(verified);
        else if (fact instanceof RequestFact.AcceptedBySilence) silence();
        else if (fact instanceof RequestFact.Reopened reopened) reopened(reopened);
        else if (fact instanceof RequestFact.Withdrawn) withdrawn();
        else if (fact instanceof RequestFact.Lapsed) lapsed();
        else if (fact instanceof RequestFact.Nudged) owner("nudged", actor());
        else if (fact instanceof RequestFact.Commented commented) commented(commented);
        else if (fact instanceof RequestFact.Escalated escalated) escalated(escalated);
        else if (fact instanceof RequestFact.RungReached rung) reached(rung);
        else if (fact instanceof RequestFact.DueMoved moved) both("moved", moved.from(), moved.to());
        else if (fact instanceof RequestFact.DueConfirmed confirmed) both("confirmed", confirmed.due());
    }

    private void reached(RequestFact.RungReached rung) {
        Rungs.tell(
                rung,
                after,
                occasion,
                (person, headline) -> news.putIfAbsent(
                        new Outgoing.ToPerson(person),
                        Outgoing.reminder(person, after.number(), headline, rung.purpose())));
    }

    private void filed(RequestFact.Filed filed) {
        boolean openly = after.ask().chat().isGroup() && after.ask().visibility() != Visibility.NAMED;
        Outgoing.Address asker =
                openly ? new Outgoing.ToChat(after.ask().chat()) : new Outgoing.ToPerson(after.requester());
        put(asker, Optional.empty(), Urgency.ANSWER);
        ask("filed");
        for (String named : after.ask().named()) person(named, message("named", actor(), department()), Urgency.NORMAL);
        if (filed.vacant()) vacancy();
    }

    private void accepted(RequestFact.Accepted accepted) {
        if (accepted.before().isPresent()) {
            requester("repromised", actor(), accepted.before().get(), accepted.promised());
        } else {
            requester("accepted", actor(), accepted.promised());
        }
        watchers("watch-accepted", actor(), accepted.promised());
    }

    private void transferred(RequestFact.Transferred fact) {
        String to = occasion.organisation().departmentName(fact.toDepartment());
        String from = occasion.organisation().departmentName(fact.fromDepartment());
        ask("handed");
        if (!fact.bounced()) return;
        if (bouncedTooOften())
            requester("bounced", from, to, reason(fact.reason()), after.tally().bounces());
        else requester("transferred", from, to, reason(fact.reason()));
        if (fact.vacant()) vacancy();
        watchers("watch-transferred", from, to);
    }

    private void declined(RequestFact.Declined declined) {
        Object instead = declined.suggestedDepartment()
                .<Object>map(id -> Message.of(
                        "request.news.ask-instead", occasion.organisation().departmentName(id)))
                .orElse("");
        if (bouncedTooOften()) {
            requester(
                    "declined-again",
                    department(),
                    actor(),
                    declined.reason(),
                    instead,
                    after.tally().bounces());
        } else {
            requester("declined", department(), actor(), declined.reason(), instead);
        }
        watchers("watch-declined", department());
    }

    private boolean bouncedTooOften() {
        return after.tally().bounces() >= occasion.policy().bounces()
                && !after.tally().escalated();
    }

    private void delivered(RequestFact.Delivered delivered) {
        requester("delivered", actor(), delivered.note());
        watchers("watch-delivered", actor());
    }

    private void verified(RequestFact.Verified verified) {
        owner("verified", actor(), verified.rating(), verified.comment());
        watchers("watch-verified", actor(), verified.rating());
    }

    private void withdrawn() {
        owner("withdrawn", actor());
        watchers("withdrawn", actor());
    }

    private void silence() {
        both("accepted-by-silence", occasion.policy().acceptanceDays());
        watchers("accepted-by-silence", occasion.policy().acceptanceDays());
    }

    private void reopened(RequestFact.Reopened reopened) {
        owner("reopened", actor(), reopened.reason());
        if (reopened.heads()) heads("reopened-again", actor(), after.tally().reopens(), reopened.reason());
        watchers("reopened", actor(), reopened.reason());
    }

    private void lapsed() {
        both("lapsed", occasion.policy().clarificationDays());
        watchers("lapsed", occasion.policy().clarificationDays());
    }

    private void commented(RequestFact.Commented commented) {
        both("commented", actor(), commented.text());
        watchers("commented", actor(), commented.text());
    }

    private void escalated(RequestFact.Escalated escalated) {
        heads("escalated", actor(), reason(escalated.reason()), fromDepartment(), department());
        List<Object> heads = reached.heads().stream()
                .<Object>map(occasion.organisation()::nameOf)
                .toList();
        both("escalated-told", heads);
    }

    /** The card to the one who is asked to answer. */
    private void ask(String key) {
        after.owner()
                .ifPresent(owner -> person(
                        owner,
                        message(key, requesterName(), fromDepartment()),
                        after.ask().urgent() ? Urgency.URGENT : Urgency.NORMAL));
    }

    /** An empty seat: the head must fill it, the secretary watches over it (plan duty 38). */
    private void vacancy() {
        for (String head : reached.head()) person(head, message("vacant", department()), Urgency.NORMAL);
        for (String secretary : occasion.organisation().secretaries()) {
            person(secretary, message("vacant", department()), Urgency.NORMAL);
        }
    }

    private void heads(String key, Object... args) {
        for (String head : reached.heads()) person(head, message(key, args), Urgency.NORMAL);
    }

    private void both(String key, Object... args) {
        requester(key, args);
        owner(key, args);
    }

    private void requester(String key, Object... args) {
        person(reached.requester(), message(key, args), Urgency.NORMAL);
    }

    private void owner(String key, Object... args) {
        reached.owner().ifPresent(owner -> person(owner, message(key, args), Urgency.NORMAL));
    }

    private void watchers(String key, Object... args) {
        for (String watcher : after.watchers()) person(watcher, message(key, args), Urgency.LOW);
    }

    private void person(String person, Message headline, Urgency urgency) {
        if (occasion.actor().is(person)) return;
        put(new Outgoing.ToPerson(person), Optional.of(headline), urgency);
    }

    private void put(Outgoing.Address to, Optional<Message> headline, Urgency urgency) {
        news.putIfAbsent(to, Outgoing.card(to, after.number(), headline, urgency));
    }

    private Message message(String key, Object... args) {
        return Message.of("request.news." + key, args);
    }

    private Object actor() {
        Actor actor = occasion.actor();
        String name = actor.person().map(occasion.organisation()::nameOf).orElse("");
        return actor.inNameOf()
                .<Object>map(other -> Message.of(
                        "request.in-name-of", name, occasion.organisation().nameOf(other)))
                .orElse(name);
    }

    private String requesterName() {
        return occasion.organisation().nameOf(after.requester());
    }

    private static Object reason(String given) {
        return given.isBlank() ? Message.of("request.no-reason") : given;
    }

    private String fromDepartment() {
        return occasion.organisation().departmentName(after.fromDepartment());
    }

    private String department() {
        return occasion.organisation().departmentName(after.department());
    }
}
