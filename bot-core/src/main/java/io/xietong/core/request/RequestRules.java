package io.xietong.core.request;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.people.Seat;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about requests: pure functions of state, command and occasion. */
public final class RequestRules {

    private RequestRules() {}

    /**
     * A new request.
     *
     * @param number  the next free one
     * @param similar earlier requests that look alike, most alike first
     */
    public static Decision<Request, RequestFact> file(
            ItemNumber number, RequestCommand.File command, List<ItemNumber> similar, Chat chat, Occasion occasion) {
        String requester = occasion.person();
        String from = occasion.organisation().person(requester).orElseThrow().department();
        Optional<Message> fault = faultOf(command, from, occasion);
        if (fault.isPresent()) return new Decision.Refused<>(fault.get());

        Optional<Assignment> found = assign(command.department(), command.person(), Set.of(requester), occasion);
        Optional<String> owner = found.map(Assignment::person);
        Ask ask = new Ask(
                command.need(),
                command.wantedBy(),
                command.supportNeeded(),
                command.urgent(),
                command.visibility(),
                command.named(),
                occasion.now(),
                chat);
        Request filed = new Request(
                        number,
                        1,
                        requester,
                        from,
                        command.department(),
                        Optional.empty(),
                        ask,
                        State.AWAITING_RESPONSE,
                        Optional.empty(),
                        Optional.empty(),
                        Tally.NONE,
                        Set.of(),
                        List.of(),
                        List.of())
                .handedTo(command.department(), owner, occasion.now());
        Request armed = new RequestClocks(occasion.policy(), occasion.calendar())
                .arm(filed, Purpose.RESPONSE, command.department(), occasion.now());
        return Decision.done(armed, new RequestFact.Filed(command.department(), owner, vacant(found), similar));
    }

    private static Optional<Message> faultOf(RequestCommand.File command, String from, Occasion occasion) {
        if (occasion.organisation().department(command.department()).isEmpty()) {
            return Optional.of(
                    Message.of("request.refused.unknown-department", command.department(), departmentNames(occasion)));
        }
        if (command.department().equals(from)) {
            return Optional.of(Message.of(
                    "request.refused.own-department", occasion.organisation().departmentName(from)));
        }
        if (command.need().isBlank()) return Optional.of(Message.of("request.refused.no-need"));
        if (command.wantedBy().filter(day -> day.isBefore(occasion.today())).isPresent()) {
            return Optional.of(Message.of(
                    "request.refused.wanted-in-the-past", command.wantedBy().get()));
        }
        return Optional.empty();
    }

    static List<Object> departmentNames(Occasion occasion) {
        return occasion.organisation().departments().stream()
                .<Object>map(department -> department.name())
                .toList();
    }

    /** A verb about a request that exists. The result carries the next version. */
    public static Decision<Request, RequestFact> decide(
            Request request, RequestCommand.About command, Occasion occasion) {
        Decision<Request, RequestFact> decision =
                command instanceof RequestCommand.Ring ? ring(request, occasion) : byPerson(request, command, occasion);
        if (decision instanceof Decision.Done<Request, RequestFact> done) {
            return new Decision.Done<>(done.after().changed(), done.facts());
        }
        return decision;
    }

    /** In whose name the person acts with this command; their own when it is nobody else's. */
    public static Optional<String> inNameOf(Request request, RequestCommand.About command, Occasion occasion) {
        return standing(request, command, occasion).flatMap(Routing.Standing::inNameOf);
    }

    private static Decision<Request, RequestFact> byPerson(
            Request request, RequestCommand.About command, Occasion occasion) {
        if (standing(request, command, occasion).isEmpty()) return notYours(request, command, occasion);

        Answering answering = new Answering(request, occasion);
        if (command instanceof RequestCommand.Accept accept) return answering.accept(accept);
        if (command instanceof RequestCommand.AskForInfo ask) return answering.askForInfo(ask);
        if (command instanceof RequestCommand.Transfer transfer) return answering.transfer(transfer);
        if (command instanceof RequestCommand.Decline decline) return answering.decline(decline);
        if (command instanceof RequestCommand.Deliver deliver) return answering.deliver(deliver);

        Asking asking = new Asking(request, occasion);
        if (command instanceof RequestCommand.Supply supply) return asking.supply(supply);
        if (command instanceof RequestCommand.Verify verify) return asking.verify(verify);
        if (command instanceof RequestCommand.Reopen reopen) return asking.reopen(reopen);
        if (command instanceof RequestCommand.Withdraw withdraw) return asking.withdraw(withdraw);
        if (command instanceof RequestCommand.Nudge) return asking.nudge();

        Following following = new Following(request, occasion);
        if (command instanceof RequestCommand.Comment comment) return following.comment(comment);
        if (command instanceof RequestCommand.Watch) return following.watch();
        if (command instanceof RequestCommand.Unwatch) return following.unwatch();
        return following.escalate((RequestCommand.Escalate) command);
    }

    /** Whose verb it is, and how this person may use it; empty when they may not. */
    private static Optional<Routing.Standing> standing(
            Request request, RequestCommand.About command, Occasion occasion) {
        Optional<Routing.Standing> answering = Rights.answering(request, occasion.person(), occasion.routing());
        Optional<Routing.Standing> asking = Rights.asking(request, occasion.person(), occasion.routing());
        return switch (Side.of(command, request)) {
            case ANSWERING -> answering;
            case ASKING -> asking;
            case PARTIES -> asking.or(() -> answering);
            case ANYBODY ->
                maySee(request, occasion) ? Optional.of(new Routing.Standing(Optional.empty())) : Optional.empty();
        };
    }

    private static boolean maySee(Request request, Occasion occasion) {
        return Rights.maySee(request, occasion.person(), occasion.organisation(), occasion.routing());
    }

    private static Decision<Request, RequestFact> notYours(
            Request request, RequestCommand.About command, Occasion occasion) {
        if (!maySee(request, occasion)) {
            return Decision.refused("request.refused.not-yours-to-see", request.number());
        }
        String requester = occasion.organisation().nameOf(request.requester());
        String department = occasion.organisation().departmentName(request.department());
        Object owner = request.owner().map(occasion.organisation()::nameOf).orElse(department);
        return switch (Side.of(command, request)) {
            case ANSWERING -> Decision.refused("request.refused.only-answering", request.number(), department, owner);
            case ASKING -> Decision.refused("request.refused.only-requester", request.number(), requester);
            default -> Decision.refused("request.refused.only-parties", request.number(), requester, department);
        };
    }

    private static Decision<Request, RequestFact> ring(Request request, Occasion occasion) {
        Optional<Deadline> running = request.running();
        if (running.isEmpty()) return notNow(request);
        Purpose purpose = running.get().purpose();
        RequestClocks clocks = new RequestClocks(occasion.policy(), occasion.calendar());
        Terms terms = clocks.terms(request, purpose);
        List<Rung> reached = running.get().ringing(occasion.now(), terms);
        if (reached.isEmpty()) return recomputed(request, occasion);

        List<RequestFact> facts = new ArrayList<>();
        for (Rung rung : reached) {
            facts.add(new RequestFact.RungReached(
                    purpose,
                    rung.name(),
                    running.get().dueAt().orElseThrow(),
                    rung.at(running.get(), terms.calendar())));
        }
        Request rung = request.change(purpose, deadline -> deadline.rung(occasion.now(), terms));
        boolean due = reached.stream().anyMatch(r -> r.position() == Rung.Position.DUE);
        if (due && purpose == Purpose.CLARIFICATION) {
            facts.add(new RequestFact.Lapsed());
            rung = clocks.cancelled(rung, occasion.now()).in(State.LAPSED);
        }
        if (due && purpose == Purpose.ACCEPTANCE) {
            facts.add(new RequestFact.AcceptedBySilence());
            rung = clocks.met(rung, Purpose.ACCEPTANCE, occasion.now()).in(State.COMPLETED);
        }
        return new Decision.Done<>(rung, facts);
    }

    /** The running due time by a changed calendar or policy, with the next version; refused when it did not move. */
    public static Decision<Request, RequestFact> recompute(Request request, Occasion occasion) {
        Decision<Request, RequestFact> decision = recomputed(request, occasion);
        return decision instanceof Decision.Done<Request, RequestFact> done
                ? new Decision.Done<>(done.after().changed(), done.facts())
                : decision;
    }

    private static Decision<Request, RequestFact> recomputed(Request request, Occasion occasion) {
        Optional<Deadline> running = request.running();
        if (running.isEmpty()) return notNow(request);
        Terms terms = new RequestClocks(occasion.policy(), occasion.calendar())
                .terms(request, running.get().purpose());
        Deadline before = running.get();
        Deadline moved = before.recomputed(terms);
        if (moved.equals(before)) return notNow(request);
        return Decision.done(request.change(moved.purpose(), deadline -> moved), whatMoved(before, moved));
    }

    private static RequestFact whatMoved(Deadline before, Deadline moved) {
        Instant due = moved.dueAt().orElseThrow();
        if (!before.dueAt().equals(moved.dueAt()))
            return new RequestFact.DueMoved(moved.purpose(), before.dueAt().orElseThrow(), due);
        return before.tentative() && !moved.tentative()
                ? new RequestFact.DueConfirmed(moved.purpose(), due)
                : new RequestFact.RemindersMoved(moved.purpose());
    }

    /** What the next rung of the running clock is; empty when none will come. */
    public static Optional<Message> nextRing(Request request, RequestPolicy policy, WorkCalendar calendar) {
        return request.running()
                .filter(deadline -> deadline.nextAt().isPresent())
                .map(deadline -> {
                    Terms terms = new RequestClocks(policy, calendar).terms(request, deadline.purpose());
                    Rung rung = terms.ladder().get(deadline.fired());
                    return Told.rung(
                            deadline.purpose(), rung.name(), deadline.dueAt().orElseThrow());
                });
    }

    /** The time that was spent with departments before; it stays with them, the present one has its own. */
    private static List<Message> earlierLegs(Request request, Organisation organisation) {
        return request.legs().stream()
                .filter(leg -> leg.until().isPresent())
                .map(leg -> Message.of(
                        "request.explain.leg",
                        organisation.departmentName(leg.department()),
                        leg.from(),
                        leg.until().get()))
                .toList();
    }

    /** The steps by which the running due time came about. */
    public static List<Message> explain(
            Request request, RequestPolicy policy, WorkCalendar calendar, Organisation organisation) {
        List<Message> steps = new ArrayList<>();
        request.running().ifPresent(deadline -> {
            if (deadline.purpose() == Purpose.RESPONSE) steps.addAll(earlierLegs(request, organisation));
            Terms terms = new RequestClocks(policy, calendar).terms(request, deadline.purpose());
            steps.addAll(terms.allowance().explain(terms.calendar(), deadline.armedAt(), deadline.pauses()));
        });
        return steps;
    }

    /** The named person, or who stands in for them, if they belong to the department; else whoever its routing finds. */
    static Optional<Assignment> assign(
            String department, Optional<String> person, Set<String> excluded, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        Optional<Assignment> named = person.filter(p -> organisation
                        .departmentOf(p)
                        .map(Department::id)
                        .filter(department::equals)
                        .isPresent())
                .flatMap(p -> occasion.routing()
                        .actingFor(p, excluded)
                        .map(acting -> new Assignment(
                                acting, Optional.of(p).filter(other -> !other.equals(acting)), Seat.CONTACT)));
        return named.or(() -> occasion.routing().assign(department, excluded));
    }

    /** Nobody in a contact's seat is there. */
    static boolean vacant(Optional<Assignment> found) {
        return found.filter(assignment -> assignment.seat() == Seat.CONTACT || assignment.seat() == Seat.SECOND_CONTACT)
                .isEmpty();
    }

    static Decision<Request, RequestFact> notNow(Request request) {
        return Decision.refused(
                "request.refused.not-now",
                request.number(),
                Message.of("request.state." + request.state().name()));
    }
}
