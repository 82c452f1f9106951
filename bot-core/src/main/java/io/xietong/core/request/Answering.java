package io.xietong.core.request;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the receiving department can say: accept, ask back, transfer, decline, deliver (spec.md 4.1). */
final class Answering {

    private final Request request;
    private final Occasion occasion;
    private final RequestPolicy policy;
    private final RequestClocks clocks;

    Answering(Request request, Occasion occasion, RequestPolicy policy) {
        this.request = request;
        this.occasion = occasion;
        this.policy = policy;
        this.clocks = new RequestClocks(policy, occasion.calendar());
    }

    Decision<Request> accept(RequestCommand.Accept command) {
        if (!isIn(State.AWAITING_RESPONSE, State.NEEDS_INFO, State.IN_PROGRESS)) return notNow();
        Optional<String> holder = holder();
        if (holder.isPresent()) return inOtherHands(holder.get());
        Optional<LocalDate> wanted = command.promised().or(() -> request.ask().wantedBy());
        if (wanted.isEmpty()) return Decision.refused("request.refused.no-date", request.number());
        WorkCalendar calendar = occasion.calendar().forDepartment(request.department());
        LocalDate promised = calendar.nextWorkingDay(wanted.get());
        if (!calendar.closing(promised).isAfter(occasion.now())) {
            return Decision.refused("request.refused.past-date", wanted.get(), request.number());
        }
        Optional<LocalDate> before = request.state() == State.IN_PROGRESS ? request.promised() : Optional.empty();
        if (before.filter(promised::equals).isPresent()) {
            return Decision.refused("request.refused.same-promise", request.number(), promised);
        }
        String owner = occasion.person();
        Request accepted =
                ended(Purpose.RESPONSE).ownedBy(owner).promise(promised).in(State.IN_PROGRESS);
        return Decision.done(
                clocks.arm(accepted, Purpose.PROMISE, request.department(), occasion.now()),
                new RequestFact.Accepted(owner, promised, before));
    }

    Decision<Request> askForInfo(RequestCommand.AskForInfo command) {
        if (!isIn(State.AWAITING_RESPONSE)) return notNow();
        if (command.question().isBlank()) return Decision.refused("request.refused.no-question", request.number());
        if (request.tally().questions() >= policy.longestPauses() && !isHead()) {
            return Decision.refused(
                    "request.refused.too-many-questions", request.number(), policy.longestPauses(), headName());
        }
        Request asked = request.in(State.NEEDS_INFO)
                .counted(request.tally().questioned())
                .change(Purpose.RESPONSE, d -> d.pause(occasion.now(), command.question(), occasion.person()));
        return Decision.done(
                clocks.arm(asked, Purpose.CLARIFICATION, request.requester(), occasion.now()),
                new RequestFact.InfoAsked(command.question()));
    }

    Decision<Request> transfer(RequestCommand.Transfer command) {
        if (command.department().equals(request.department())) return handOver(command);
        if (!isIn(State.AWAITING_RESPONSE, State.NEEDS_INFO, State.DECLINED)) return notNow();
        if (command.department().equals(request.fromDepartment())) {
            return Decision.refused("request.refused.transfer-back", request.number());
        }
        Organisation organisation = occasion.organisation();
        if (organisation.department(command.department()).isEmpty()) {
            return Decision.refused(
                    "request.refused.unknown-department", command.department(), RequestRules.departmentNames(occasion));
        }
        Optional<Assignment> found =
                RequestRules.assign(command.department(), command.person(), Set.of(request.requester()), occasion);
        Optional<String> owner = found.map(Assignment::person);
        boolean declinedBefore = request.state() == State.DECLINED;
        Request handed = clocks.cancelled(request, occasion.now())
                .handedTo(command.department(), owner, occasion.now())
                .counted(declinedBefore ? request.tally() : request.tally().bounced())
                .in(State.AWAITING_RESPONSE);
        return Decision.done(
                clocks.arm(handed, Purpose.RESPONSE, command.department(), occasion.now()),
                new RequestFact.Transferred(
                        request.department(),
                        command.department(),
                        owner,
                        command.reason(),
                        true,
                        RequestRules.vacant(found)));
    }

    /** To a colleague of the same department, or who stands in for them: the clock runs on. */
    private Decision<Request> handOver(RequestCommand.Transfer command) {
        if (!isIn(State.AWAITING_RESPONSE, State.NEEDS_INFO, State.IN_PROGRESS)) return notNow();
        Optional<String> next =
                command.person().flatMap(person -> occasion.routing().actingFor(person, Set.of(request.requester())));
        if (next.isEmpty() || next.equals(request.owner())) {
            return Decision.refused(
                    "request.refused.transfer-nowhere",
                    request.number(),
                    occasion.organisation().departmentName(request.department()));
        }
        return Decision.done(
                request.ownedBy(next.get()),
                new RequestFact.Transferred(
                        request.department(), request.department(), next, command.reason(), false, false));
    }

    Decision<Request> decline(RequestCommand.Decline command) {
        if (!isIn(State.AWAITING_RESPONSE, State.NEEDS_INFO)) return notNow();
        if (command.reason().isBlank()) return Decision.refused("request.refused.no-reason", request.number());
        Request declined =
                ended(Purpose.RESPONSE).counted(request.tally().bounced()).in(State.DECLINED);
        return Decision.done(declined, new RequestFact.Declined(command.reason(), command.suggestedDepartment()));
    }

    Decision<Request> deliver(RequestCommand.Deliver command) {
        if (!isIn(State.AWAITING_RESPONSE, State.IN_PROGRESS)) return notNow();
        Request delivered = clocks.met(
                        clocks.met(request, Purpose.RESPONSE, occasion.now()), Purpose.PROMISE, occasion.now())
                .ownedBy(occasion.person())
                .in(State.DELIVERED);
        return Decision.done(
                clocks.arm(delivered, Purpose.ACCEPTANCE, request.requester(), occasion.now()),
                new RequestFact.Delivered(command.note()));
    }

    /** A colleague who is there and works on it already. */
    private Optional<String> holder() {
        return request.owner()
                .filter(owner -> request.state() == State.IN_PROGRESS && !owner.equals(occasion.person()))
                .filter(owner -> occasion.organisation().person(owner).isPresent())
                .filter(owner -> occasion.routing().actingFor(owner, Set.of()).equals(Optional.of(owner)));
    }

    private Decision<Request> inOtherHands(String holder) {
        Organisation organisation = occasion.organisation();
        return Decision.refused(
                "request.refused.in-other-hands",
                request.number(),
                organisation.nameOf(holder),
                organisation.nameOf(occasion.person()));
    }

    /** With the clock for this purpose met and every other one stopped. */
    private Request ended(Purpose purpose) {
        return clocks.cancelled(clocks.met(request, purpose, occasion.now()), occasion.now());
    }

    private boolean isHead() {
        return occasion.routing()
                .actingHead(request.department(), Set.of())
                .filter(head -> head.person().equals(occasion.person()))
                .isPresent();
    }

    private String headName() {
        return occasion.routing()
                .actingHead(request.department(), Set.of())
                .map(head -> occasion.organisation().nameOf(head.person()))
                .orElse(occasion.organisation().departmentName(request.department()));
    }

    private boolean isIn(State... states) {
        return List.of(states).contains(request.state());
    }

    private Decision<Request> notNow() {
        return RequestRules.notNow(request);
    }
}
