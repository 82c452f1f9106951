package io.xietong.core.action;

import io.xietong.core.calendar.UntilDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about action items: pure functions of state, command, occasion and policy. */
public final class ActionRules {

    private static final Set<Role> ASSIGNING =
            EnumSet.of(Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.MEMBER, Role.VICE_CHAIR, Role.CHAIR);

    private final ActionPolicy policy;

    public ActionRules(ActionPolicy policy) {
        this.policy = policy;
    }

    /** A new one. @param number the next free one */
    public Decision<ActionItem> assign(ItemNumber number, ActionCommand.Assign command, Occasion occasion) {
        Optional<String> owner = command.owner().filter(person -> isKnown(person, occasion));
        if (owner.isPresent() && !command.what().isBlank() && !mayAssign(owner.get(), occasion))
            return Decision.refused(
                    "action.refused.not-to-assign", occasion.organisation().nameOf(owner.get()));
        return ordered(number, command, occasion);
    }

    private static boolean isKnown(String person, Occasion occasion) {
        return occasion.organisation().person(person).isPresent();
    }

    /** A new one that a ruling or minutes order: who may order something is their rule. */
    public Decision<ActionItem> ordered(ItemNumber number, ActionCommand.Assign command, Occasion occasion) {
        if (command.what().isBlank()) return Decision.refused("action.refused.nothing-to-do");
        if (command.owner().filter(person -> isKnown(person, occasion)).isEmpty())
            return Decision.refused("action.refused.for-whom");
        if (command.due().isEmpty()) return Decision.refused("action.refused.by-when");
        LocalDate due = occasion.calendar().nextWorkingDay(command.due().get());
        if (over(due, occasion)) return Decision.refused("action.refused.past-date", due);
        String owner = command.owner().get();
        ActionItem item = new ActionItem(
                number,
                1,
                State.OPEN,
                command.what(),
                owner,
                occasion.person(),
                command.source(),
                due,
                occasion.now(),
                "",
                Set.of(),
                armed(List.of(), owner, due, occasion));
        return Decision.done(item, new ActionFact.Assigned(owner, command.what(), due, command.source()));
    }

    /** To oneself and one's own department's people; as head, deputy, secretary or for the committee to anybody. */
    private static boolean mayAssign(String owner, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        String person = occasion.person();
        boolean colleague = organisation
                .departmentOf(owner)
                .filter(department -> department.seats(person))
                .isPresent();
        Set<Role> roles = EnumSet.copyOf(organisation.rolesOf(person));
        occasion.actor().inNameOf().ifPresent(other -> roles.addAll(organisation.rolesOf(other)));
        roles.retainAll(ASSIGNING);
        return person.equals(owner) || colleague || !roles.isEmpty();
    }

    private static boolean over(LocalDate due, Occasion occasion) {
        return !occasion.calendar().closing(due).isAfter(occasion.now());
    }

    private List<Deadline> armed(List<Deadline> before, String owner, LocalDate due, Occasion occasion) {
        List<Deadline> clocks = new ArrayList<>(Clocks.cancelled(before, occasion.now()));
        int round = Clocks.nextRound(before, Purpose.ACTION);
        clocks.add(Deadline.arm(Purpose.ACTION, round, owner, occasion.now(), terms(due, occasion.calendar())));
        return clocks;
    }

    Terms terms(LocalDate due, WorkCalendar calendar) {
        List<Rung> ladder = new ArrayList<>();
        if (policy.remindDays() > 0) ladder.add(Rung.daysBefore(policy.remindDays()));
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return new Terms(new UntilDay(due), ladder, calendar);
    }

    /** A verb about one that exists. */
    public Decision<ActionItem> decide(ActionItem item, ActionCommand.About command, Occasion occasion) {
        if (!item.isOpen()) return notNow(item);
        if (command instanceof ActionCommand.Cancel cancel) return cancel(item, cancel, occasion);
        if (item.state() == State.SUSPENDED) return notNow(item);
        if (command instanceof ActionCommand.Finish finish) return finish(item, finish, occasion);
        if (command instanceof ActionCommand.HandOver hand) return handOver(item, hand, occasion);
        return putOff(item, (ActionCommand.PutOff) command, occasion);
    }

    private static Decision<ActionItem> finish(ActionItem item, ActionCommand.Finish command, Occasion occasion) {
        if (standing(item, occasion).isEmpty()) {
            return Decision.refused(
                    "action.refused.only-owner",
                    item.number(),
                    occasion.organisation().nameOf(item.owner()));
        }
        if (command.evidence().isBlank()) return Decision.refused("action.refused.no-evidence", item.number());
        Instant now = occasion.now();
        List<Deadline> met =
                item.deadlines().stream().map(d -> d.isOpen() ? d.met(now) : d).toList();
        return Decision.done(item.in(State.DONE, command.evidence(), met), new ActionFact.Finished(command.evidence()));
    }

    private Decision<ActionItem> handOver(ActionItem item, ActionCommand.HandOver command, Occasion occasion) {
        if (!mayDirect(item, occasion) && standing(item, occasion).isEmpty()) return notYours(item, occasion);
        if (occasion.organisation().person(command.person()).isEmpty()
                || command.person().equals(item.owner())) {
            return Decision.refused("action.refused.to-whom", item.number());
        }
        return Decision.done(
                item.by(command.person(), item.due(), armed(item.deadlines(), command.person(), item.due(), occasion)),
                new ActionFact.HandedOver(item.owner(), command.person(), command.reason()));
    }

    private Decision<ActionItem> putOff(ActionItem item, ActionCommand.PutOff command, Occasion occasion) {
        if (!mayDirect(item, occasion)) return notYours(item, occasion);
        if (command.reason().isBlank()) return Decision.refused("action.refused.no-reason", item.number());
        LocalDate due = occasion.calendar().nextWorkingDay(command.due());
        if (over(due, occasion)) return Decision.refused("action.refused.past-date", due);
        return Decision.done(
                item.by(item.owner(), due, armed(item.deadlines(), item.owner(), due, occasion)),
                new ActionFact.PutOff(item.due(), due, command.reason()));
    }

    private static Decision<ActionItem> cancel(ActionItem item, ActionCommand.Cancel command, Occasion occasion) {
        if (!mayDirect(item, occasion)) return notYours(item, occasion);
        return command.confirmed() ? revoke(item, occasion) : unconfirmed(item);
    }

    /** What it came from no longer holds, such as a ruling that a review has replaced. Refused when it is not open. */
    public static Decision<ActionItem> revoke(ActionItem item, Occasion occasion) {
        if (!item.isOpen()) return notNow(item);
        return Decision.done(
                item.in(State.CANCELLED, "", Clocks.cancelled(item.deadlines(), occasion.now())),
                new ActionFact.ActionCancelled());
    }

    /** The ruling that ordered it is under review: until that ends nobody has to do it. Refused when it is not open. */
    public static Decision<ActionItem> suspend(ActionItem item, ItemNumber review, Occasion occasion) {
        if (item.state() != State.OPEN) return notNow(item);
        List<Deadline> paused = item.deadlines().stream()
                .map(d -> d.isOpen() ? d.pause(occasion.now(), review.toString(), review.toString()) : d)
                .toList();
        return Decision.done(item.in(State.SUSPENDED, "", paused), new ActionFact.ActionSuspended(review));
    }

    /** The review came to nothing; the time it took is given back. Refused when it is not suspended. */
    public Decision<ActionItem> resume(ActionItem item, Occasion occasion) {
        if (item.state() != State.SUSPENDED) return notNow(item);
        Terms terms = terms(item.due(), occasion.calendar());
        List<Deadline> running = item.deadlines().stream()
                .map(d -> d.isOpen() ? d.resume(occasion.now(), terms) : d)
                .toList();
        ActionItem resumed = item.in(State.OPEN, "", running);
        LocalDate due = resumed.firstDue()
                .flatMap(Deadline::dueAt)
                .map(occasion.calendar()::dateOf)
                .orElse(item.due());
        return Decision.done(resumed, new ActionFact.ActionResumed(due));
    }

    private static Decision<ActionItem> unconfirmed(ActionItem item) {
        return new Decision.Refused<>(
                Message.of("action.refused.confirm-cancel", item.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("action.confirm.cancel"),
                        Message.of("action.button.cancel"),
                        "撤回 " + item.number() + " 确认")));
    }

    /** Whether somebody may say what becomes of it: who assigned it, the secretary, the owner's head. */
    private static boolean mayDirect(ActionItem item, Occasion occasion) {
        return mayDirect(item, occasion.person(), occasion.organisation());
    }

    static boolean mayDirect(ActionItem item, String person, Organisation organisation) {
        boolean head = organisation
                .departmentOf(item.owner())
                .flatMap(Department::head)
                .filter(person::equals)
                .isPresent();
        return head
                || person.equals(item.assignedBy())
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** How somebody may act as the owner. */
    static Optional<Routing.Standing> standing(ActionItem item, Occasion occasion) {
        return occasion.routing().standingFor(occasion.person(), item.owner(), Set.of());
    }

    private static Decision<ActionItem> notYours(ActionItem item, Occasion occasion) {
        return Decision.refused(
                "action.refused.only-assigner",
                item.number(),
                occasion.organisation().nameOf(item.assignedBy()));
    }

    static Decision<ActionItem> notNow(ActionItem item) {
        return Decision.refused(
                "action.refused.not-now",
                item.number(),
                Message.of("action.state." + item.state().name()));
    }
}
