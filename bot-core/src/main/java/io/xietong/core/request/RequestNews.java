package io.xietong.core.request;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Assignment;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who hears what when something happened to a request. Nobody is told of their own act, and nobody gets two messages for one
 * decision: the first news for a person wins.
 */
public final class RequestNews {

    private final Request after;
    private final Occasion occasion;
    private final Map<Outgoing.Address, Outgoing> news = new LinkedHashMap<>();

    private RequestNews(Request after, Occasion occasion) {
        this.after = after;
        this.occasion = occasion;
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
        else if (fact instanceof RequestFact.Delivered delivered) requester("delivered", actor(), delivered.note());
        else if (fact instanceof RequestFact.Verified verified)
            owner("verified", actor(), verified.rating(), verified.comment());
        else if (fact instanceof RequestFact.AcceptedBySilence) silence();
        else if (fact instanceof RequestFact.Reopened reopened) reopened(reopened);
        else if (fact instanceof RequestFact.Withdrawn) owner("withdrawn", actor());
        else if (fact instanceof RequestFact.Lapsed) lapsed();
        else if (fact instanceof RequestFact.Nudged) owner("nudged", actor());
        else if (fact instanceof RequestFact.Commented commented) commented(commented);
        else if (fact instanceof RequestFact.Escalated escalated) escalated(escalated);
        else if (fact instanceof RequestFact.RungReached rung) reached(rung);
        else if (fact instanceof RequestFact.DueMoved moved) moved(moved);
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
        boolean inGroup = after.ask().chat().isGroup() && after.ask().visibility() != Visibility.NAMED;
        Outgoing.Address asker =
                inGroup ? new Outgoing.ToChat(after.ask().chat()) : new Outgoing.ToPerson(after.requester());
        put(asker, Optional.empty(), Urgency.ANSWER);
        ask(filed.vacant() ? "yours-for-want" : "filed");
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
        ask(fact.vacant() ? "yours-for-want" : "handed");
        if (!fact.bounced()) return;
        if (bouncedTooOften())
            requester("bounced", from, to, fact.reason(), after.tally().bounces());
        else requester("transferred", from, to, fact.reason());
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

    private void silence() {
        requester("accepted-by-silence", occasion.policy().acceptanceDays());
        owner("accepted-by-silence", occasion.policy().acceptanceDays());
    }

    private void reopened(RequestFact.Reopened reopened) {
        owner("reopened", actor(), reopened.reason());
        if (reopened.heads()) heads("reopened-again", actor(), after.tally().reopens(), reopened.reason());
    }

    private void lapsed() {
        requester("lapsed", occasion.policy().clarificationDays());
        owner("lapsed", occasion.policy().clarificationDays());
    }

    private void commented(RequestFact.Commented commented) {
        requester("commented", actor(), commented.text());
        owner("commented", actor(), commented.text());
        watchers("commented", actor(), commented.text());
    }

    private void escalated(RequestFact.Escalated escalated) {
        heads("escalated", actor(), escalated.reason(), requesterName(), department());
        requester("escalated-told", headNames());
        owner("escalated-told", headNames());
    }

    private void moved(RequestFact.DueMoved moved) {
        if (moved.from().equals(moved.to())) {
            requester("due-confirmed", moved.to());
            owner("due-confirmed", moved.to());
        } else {
            requester("moved", moved.from(), moved.to());
            owner("moved", moved.from(), moved.to());
        }
    }

    /** The card to the one who is asked to answer. */
    private void ask(String key) {
        after.owner()
                .ifPresent(owner -> person(
                        owner,
                        message(
                                key,
                                requesterName(),
                                occasion.organisation().departmentName(after.fromDepartment()),
                                department()),
                        after.ask().urgent() ? Urgency.URGENT : Urgency.NORMAL));
    }

    /** An empty seat: the head must fill it, the secretary watches over it (plan duty 38). */
    private void vacancy() {
        actingHead(after.department()).ifPresent(head -> person(head, message("vacant", department()), Urgency.NORMAL));
        for (String secretary : occasion.organisation().secretaries()) {
            person(secretary, message("vacant", department()), Urgency.NORMAL);
        }
    }

    private void heads(String key, Object... args) {
        for (String department : List.of(after.fromDepartment(), after.department())) {
            actingHead(department).ifPresent(head -> person(head, message(key, args), Urgency.NORMAL));
        }
    }

    private List<Object> headNames() {
        return List.of(after.fromDepartment(), after.department()).stream()
                .flatMap(department -> actingHead(department).stream())
                .<Object>map(occasion.organisation()::nameOf)
                .toList();
    }

    private Optional<String> actingHead(String department) {
        return occasion.routing().actingHead(department, Set.of()).map(Assignment::person);
    }

    private void requester(String key, Object... args) {
        person(standIn(after.requester()), message(key, args), Urgency.NORMAL);
    }

    private void owner(String key, Object... args) {
        occasion.answering(after).ifPresent(owner -> person(owner, message(key, args), Urgency.NORMAL));
    }

    /** Whoever decides for somebody today, so that nothing lies with one who is away. */
    private String standIn(String person) {
        return occasion.routing().actingFor(person).orElse(person);
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

    private String department() {
        return occasion.organisation().departmentName(after.department());
    }
}
