package io.xietong.core.action;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The action item as the desk sees it. */
public final class ActionFeature implements Feature<ActionItem, ActionCommand.About> {

    private final ActionRules rules;

    public ActionFeature(ActionPolicy policy) {
        this.rules = new ActionRules(policy);
    }

    /** For assigning one. */
    public ActionRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.ACTION_ITEM;
    }

    @Override
    public Class<ActionCommand.About> commands() {
        return ActionCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return ActionFact.class;
    }

    @Override
    public String words() {
        return "action";
    }

    /** It is between the owner and who assigned it. */
    @Override
    public boolean mayShowIn(ActionItem item, Chat chat) {
        return false;
    }

    /** Owner, who assigned it, the owner's department and the secretariat. */
    @Override
    public boolean maySee(ActionItem item, String person, Organisation organisation, Routing routing) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        String owners =
                organisation.departmentOf(item.owner()).map(Department::id).orElse("-");
        return item.parties().contains(person)
                || own.equals(owners)
                || routing.standingFor(person, item.owner(), Set.of()).isPresent()
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    @Override
    public Optional<String> inNameOf(ActionItem item, ActionCommand.About command, Occasion occasion) {
        return ActionRules.standing(item, occasion).flatMap(Routing.Standing::inNameOf);
    }

    @Override
    public Decision<ActionItem> decide(ActionItem item, ActionCommand.About command, Occasion occasion) {
        return rules.decide(item, command, occasion);
    }

    @Override
    public ActionItem watchedBy(ActionItem item, Set<String> watchers) {
        return item.watchedBy(watchers);
    }

    @Override
    public Decision<ActionItem> ring(ActionItem item, Occasion occasion) {
        Clocks rang =
                Clocks.ring(item.deadlines(), occasion.now(), clock -> rules.terms(item.due(), occasion.calendar()));
        return changed(item, rang);
    }

    @Override
    public Decision<ActionItem> recompute(ActionItem item, Occasion occasion) {
        return changed(item, Clocks.recompute(item.deadlines(), clock -> rules.terms(item.due(), occasion.calendar())));
    }

    private static Decision<ActionItem> changed(ActionItem item, Clocks clocks) {
        if (clocks.facts().isEmpty()) return ActionRules.notNow(item);
        return new Decision.Done<>(item.by(item.owner(), item.due(), clocks.deadlines()), clocks.facts());
    }

    @Override
    public List<Outgoing> news(ActionItem after, List<Fact> facts, Occasion occasion) {
        News news = new News(after, occasion);
        for (int last = facts.size() - 1; last >= 0; last--) tell(facts.get(last), after, news, occasion);
        return news.all();
    }

    private static void tell(Fact fact, ActionItem after, News news, Occasion occasion) {
        if (fact instanceof ActionFact.Assigned assigned) {
            news.person(after.owner(), say("assigned", news.actor(), assigned.due()), Urgency.NORMAL);
        } else if (fact instanceof ActionFact.Finished finished) {
            news.person(after.assignedBy(), say("finished", news.actor(), finished.evidence()), Urgency.NORMAL);
            news.watchers(say("finished", news.actor(), finished.evidence()));
        } else if (fact instanceof ActionFact.HandedOver handed) {
            news.person(after.owner(), say("handed", news.actor(), handed.reason(), after.due()), Urgency.NORMAL);
            news.person(handed.from(), say("handed-away", news.actor(), handed.reason()), Urgency.NORMAL);
        } else if (fact instanceof ActionFact.PutOff off) {
            news.person(after.owner(), say("put-off", news.actor(), off.to(), off.reason()), Urgency.NORMAL);
        } else if (fact instanceof ActionFact.ActionCancelled) {
            news.person(after.owner(), say("cancelled", news.actor()), Urgency.NORMAL);
        } else if (fact instanceof ActionFact.ActionSuspended suspended) {
            news.person(after.owner(), say("suspended", suspended.review()), Urgency.NORMAL);
        } else if (fact instanceof ActionFact.ActionResumed resumed) {
            news.person(after.owner(), say("resumed", resumed.due()), Urgency.NORMAL);
        } else if (fact instanceof SharedFact.Commented comment) {
            news.people(after.parties(), say("commented", news.actor(), comment.text()), Urgency.NORMAL);
            news.watchers(say("commented", news.actor(), comment.text()));
        } else if (fact instanceof SharedFact.RungReached rung) {
            rung(rung, after, news, occasion);
        }
    }

    private static void rung(SharedFact.RungReached rung, ActionItem after, News news, Occasion occasion) {
        if (rung.rung().startsWith("T-")) {
            news.remind(after.owner(), say("soon", rung.due()), rung.purpose());
            return;
        }
        news.remind(after.owner(), say("overdue", rung.due()), rung.purpose());
        String owner = occasion.organisation().nameOf(after.owner());
        occasion.organisation()
                .departmentOf(after.owner())
                .flatMap(department -> occasion.routing().actingHead(department.id(), Set.of()))
                .ifPresent(head ->
                        news.remindOverdue(head.person(), say("overdue-head", owner, rung.due()), rung.purpose()));
    }

    private static Message say(String key, Object... args) {
        return Message.of("action.news." + key, args);
    }

    @Override
    public Card card(ActionItem item, Optional<Message> headline, View view) {
        return ActionCards.card(item, headline, view);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof ActionFact.Assigned f) return told(f, organisation.nameOf(f.owner()), f.due(), f.what());
        if (fact instanceof ActionFact.Finished f) return told(f, f.evidence());
        if (fact instanceof ActionFact.HandedOver f) return told(f, organisation.nameOf(f.to()), f.reason());
        if (fact instanceof ActionFact.PutOff f) return told(f, f.from(), f.to(), f.reason());
        if (fact instanceof ActionFact.ActionCancelled f) return told(f);
        if (fact instanceof ActionFact.ActionSuspended f) return told(f, f.review());
        if (fact instanceof ActionFact.ActionResumed f) return told(f, f.due());
        return SharedWords.told(fact);
    }

    private static Message told(ActionFact fact, Object... args) {
        return Message.of("action.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(ActionItem item, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, rules.terms(item.due(), calendar));
    }

    @Override
    public List<Message> explain(ActionItem item, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = rules.terms(item.due(), calendar);
        return terms.allowance().explain(calendar, clock.armedAt(), clock.pauses());
    }
}
