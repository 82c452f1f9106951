package io.xietong.core.request;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.people.Seat;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about requests: pure functions of state, command, occasion and policy. */
public final class RequestRules {

    private final RequestPolicy policy;

    public RequestRules(RequestPolicy policy) {
        this.policy = policy;
    }

    /**
     * A new request.
     *
     * @param number  the next free one
     * @param similar earlier requests that look alike, most alike first
     */
    public Decision<Request> file(
            ItemNumber number, RequestCommand.File command, List<ItemNumber> similar, Chat chat, Occasion occasion) {
        String requester = occasion.person();
        String from = occasion.organisation().person(requester).orElseThrow().department();
        Optional<Message> fault = faultOf(command, occasion);
        if (fault.isPresent()) return new Decision.Refused<>(fault.get());

        Optional<Assignment> found = assign(command.department(), command.person(), Set.of(requester), occasion);
        Optional<String> owner = found.map(Assignment::person);
        Ask ask = Ask.of(command, occasion.now(), chat);
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
        Request armed = new RequestClocks(policy, occasion.calendar())
                .arm(filed, Purpose.RESPONSE, command.department(), occasion.now());
        return Decision.done(armed, new RequestFact.Filed(command.department(), owner, vacant(found), similar));
    }

    /** Why a request cannot be filed; for asking before a number is spent on it. */
    public static Optional<Message> faultOf(RequestCommand.File command, Occasion occasion) {
        String from =
                occasion.organisation().person(occasion.person()).orElseThrow().department();
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
    Decision<Request> decide(Request request, RequestCommand.About command, Occasion occasion) {
        return standing(request, command, occasion).isEmpty()
                ? notYours(request, command, occasion)
                : nextVersion(byParty(request, command, occasion));
    }

    /** A rung has come; refused when none has. */
    Decision<Request> ring(Request request, Occasion occasion) {
        return nextVersion(new Ringing(request, occasion, policy).ring());
    }

    /** The running due time by a changed calendar or policy; refused when it did not move. */
    Decision<Request> recompute(Request request, Occasion occasion) {
        return nextVersion(new Ringing(request, occasion, policy).recomputed());
    }

    private static Decision<Request> nextVersion(Decision<Request> decision) {
        return decision instanceof Decision.Done<Request> done
                ? new Decision.Done<>(done.after().changed(), done.facts())
                : decision;
    }

    /** In whose name the person acts with this command; their own when it is nobody else's. */
    static Optional<String> inNameOf(Request request, RequestCommand.About command, Occasion occasion) {
        return standing(request, command, occasion).flatMap(Routing.Standing::inNameOf);
    }

    private Decision<Request> byParty(Request request, RequestCommand.About command, Occasion occasion) {
        Answering answering = new Answering(request, occasion, policy);
        if (command instanceof RequestCommand.Accept accept) return answering.accept(accept);
        if (command instanceof RequestCommand.AskForInfo ask) return answering.askForInfo(ask);
        if (command instanceof RequestCommand.Transfer transfer) return answering.transfer(transfer);
        if (command instanceof RequestCommand.Decline decline) return answering.decline(decline);
        if (command instanceof RequestCommand.Deliver deliver) return answering.deliver(deliver);

        Asking asking = new Asking(request, occasion, policy);
        if (command instanceof RequestCommand.Supply supply) return asking.supply(supply);
        if (command instanceof RequestCommand.Verify verify) return asking.verify(verify);
        if (command instanceof RequestCommand.Reopen reopen) return asking.reopen(reopen);
        if (command instanceof RequestCommand.Withdraw withdraw) return asking.withdraw(withdraw);
        if (command instanceof RequestCommand.Nudge) return asking.nudge();

        return new Escalating(request, occasion, policy).escalate((RequestCommand.Escalate) command);
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
        };
    }

    private static Decision<Request> notYours(Request request, RequestCommand.About command, Occasion occasion) {
        String requester = occasion.organisation().nameOf(request.requester());
        String department = occasion.organisation().departmentName(request.department());
        Object owner = request.owner().map(occasion.organisation()::nameOf).orElse(department);
        return switch (Side.of(command, request)) {
            case ANSWERING -> Decision.refused("request.refused.only-answering", request.number(), department, owner);
            case ASKING -> Decision.refused("request.refused.only-requester", request.number(), requester);
            case PARTIES -> Decision.refused("request.refused.only-parties", request.number(), requester, department);
        };
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

    static Decision<Request> notNow(Request request) {
        return Decision.refused(
                "request.refused.not-now",
                request.number(),
                Message.of("request.state." + request.state().name()));
    }
}
