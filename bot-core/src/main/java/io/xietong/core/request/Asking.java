package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the requester can say: supply what was asked, accept the delivery, reopen, withdraw, nudge (spec.md 4.1). */
final class Asking {

    private final Request request;
    private final Occasion occasion;
    private final RequestPolicy policy;
    private final RequestClocks clocks;

    Asking(Request request, Occasion occasion, RequestPolicy policy) {
        this.request = request;
        this.occasion = occasion;
        this.policy = policy;
        this.clocks = new RequestClocks(policy, occasion.calendar());
    }

    Decision<Request> supply(RequestCommand.Supply command) {
        if (request.state() != State.NEEDS_INFO) return RequestRules.notNow(request);
        if (command.answer().isBlank()) return Decision.refused("request.refused.no-answer", request.number());
        Request supplied = request.in(State.AWAITING_RESPONSE)
                .change(Purpose.CLARIFICATION, d -> d.met(occasion.now()))
                .change(Purpose.RESPONSE, d -> d.resume(occasion.now(), clocks.terms(request, Purpose.RESPONSE)));
        return Decision.done(supplied, new RequestFact.InfoSupplied(command.answer()));
    }

    Decision<Request> verify(RequestCommand.Verify command) {
        if (request.state() != State.DELIVERED) return RequestRules.notNow(request);
        Optional<Integer> rating = command.rating();
        if (rating.filter(stars -> stars >= 1 && stars <= 5).isEmpty()) {
            return Decision.refused("request.refused.rating", request.number());
        }
        return Decision.done(
                clocks.met(request, Purpose.ACCEPTANCE, occasion.now())
                        .rated(rating.get())
                        .in(State.COMPLETED),
                new RequestFact.Verified(rating.get(), command.comment()));
    }

    Decision<Request> reopen(RequestCommand.Reopen command) {
        if (!List.of(State.DELIVERED, State.COMPLETED, State.DECLINED, State.LAPSED)
                .contains(request.state())) {
            return RequestRules.notNow(request);
        }
        if (command.reason().isBlank()) return Decision.refused("request.refused.no-reason", request.number());
        LocalDate last = occasion.calendar().workingDay(closedOn(), policy.reopenDays());
        if (request.state() != State.DELIVERED && occasion.today().isAfter(last)) {
            return Decision.refused("request.refused.too-late-to-reopen", request.number(), last);
        }
        Request reopened = clocks.cancelled(request, occasion.now())
                .startedAnew()
                .counted(request.tally().reopened())
                .in(State.AWAITING_RESPONSE);
        return Decision.done(
                clocks.arm(reopened, Purpose.RESPONSE, request.department(), occasion.now()),
                new RequestFact.Reopened(command.reason(), reopened.tally().reopens() >= policy.reopensBeforeHeads()));
    }

    private LocalDate closedOn() {
        Instant closed = request.deadlines().stream()
                .map(Deadline::endedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(request.ask().filedAt());
        return occasion.calendar().dateOf(closed);
    }

    Decision<Request> withdraw(RequestCommand.Withdraw command) {
        if (!List.of(State.AWAITING_RESPONSE, State.NEEDS_INFO, State.IN_PROGRESS)
                .contains(request.state())) {
            return RequestRules.notNow(request);
        }
        if (!command.confirmed()) return unconfirmed();
        return Decision.done(
                clocks.cancelled(request, occasion.now()).in(State.WITHDRAWN), new RequestFact.Withdrawn());
    }

    private Decision<Request> unconfirmed() {
        String department = occasion.organisation().departmentName(request.department());
        return new Decision.Refused<>(
                Message.of("request.refused.confirm-withdraw", request.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("request.confirm.withdraw", department),
                        Message.of("request.button.withdraw"),
                        "撤回 " + request.number() + " 确认")));
    }

    Decision<Request> nudge() {
        if (request.state() != State.AWAITING_RESPONSE && request.state() != State.IN_PROGRESS) {
            return RequestRules.notNow(request);
        }
        Tally tally = request.tally();
        Optional<Instant> allowed = tally.lastNudged().map(last -> last.plus(policy.nudgeEvery()));
        if (allowed.filter(occasion.now()::isBefore).isPresent()) {
            return Decision.refused("request.refused.nudge-too-soon", request.number(), allowed.get());
        }
        boolean sameDay = tally.lastNudged()
                .map(occasion.calendar()::dateOf)
                .filter(occasion.today()::equals)
                .isPresent();
        int onThisDay = sameDay ? tally.nudges() + 1 : 1;
        if (onThisDay > policy.nudgesPerDay()) {
            return Decision.refused("request.refused.nudged-enough", request.number(), policy.nudgesPerDay());
        }
        return Decision.done(
                request.counted(tally.nudged(occasion.now(), onThisDay)), new RequestFact.Nudged(onThisDay));
    }
}
