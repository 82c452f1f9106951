package io.xietong.core.request;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The request as the desk sees it. */
public final class RequestFeature implements Feature<Request, RequestCommand.About> {

    private final RequestPolicy policy;
    private final RequestRules rules;

    public RequestFeature(RequestPolicy policy) {
        this.policy = policy;
        this.rules = new RequestRules(policy);
    }

    /** For filing one. */
    public RequestRules rules() {
        return rules;
    }

    public RequestPolicy policy() {
        return policy;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.REQUEST;
    }

    @Override
    public Class<RequestCommand.About> commands() {
        return RequestCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return RequestFact.class;
    }

    @Override
    public String words() {
        return "request";
    }

    /** In a group only what everybody in the company may see, or what both departments may see and was filed there. */
    @Override
    public boolean mayShowIn(Request request, Chat chat) {
        Visibility visibility = request.ask().visibility();
        return visibility == Visibility.COMPANY
                || visibility == Visibility.DEPARTMENTS && request.ask().chat().isSame(chat);
    }

    @Override
    public boolean maySee(Request request, String person, Organisation organisation, Routing routing) {
        return Rights.maySee(request, person, organisation, routing);
    }

    /** Each of the two departments has the other one. */
    @Override
    public Optional<Opponent> opponent(Request request, String person, Organisation organisation) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        if (own.equals(request.department()))
            return Optional.of(new Opponent(request.fromDepartment(), Optional.of(request.requester())));
        return own.equals(request.fromDepartment())
                ? Optional.of(new Opponent(request.department(), request.owner()))
                : Optional.empty();
    }

    @Override
    public Optional<String> inNameOf(Request request, RequestCommand.About command, Occasion occasion) {
        return RequestRules.inNameOf(request, command, occasion);
    }

    @Override
    public Decision<Request> decide(Request request, RequestCommand.About command, Occasion occasion) {
        return rules.decide(request, command, occasion);
    }

    @Override
    public Request watchedBy(Request request, Set<String> watchers) {
        return request.watchedBy(watchers).changed();
    }

    @Override
    public Decision<Request> ring(Request request, Occasion occasion) {
        return rules.ring(request, occasion);
    }

    @Override
    public Decision<Request> recompute(Request request, Occasion occasion) {
        return rules.recompute(request, occasion);
    }

    @Override
    public List<Outgoing> news(Request after, List<Fact> facts, Occasion occasion) {
        return RequestNews.of(after, facts, occasion, policy);
    }

    @Override
    public Card card(Request request, Optional<Message> headline, View view) {
        return RequestCards.card(request, headline, view, policy);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        return Told.of(fact, organisation);
    }

    @Override
    public Optional<Message> nextRing(Request request, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, new RequestClocks(policy, calendar).terms(request, clock.purpose()));
    }

    @Override
    public List<Message> explain(Request request, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        return new RequestClocks(policy, calendar).explain(request, clock, organisation);
    }
}
