package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import java.time.Instant;

/** How a party hands a request to both heads, once it is overdue or has bounced too often (spec.md 4.1). */
final class Escalating {

    private final Request request;
    private final Occasion occasion;
    private final RequestPolicy policy;

    Escalating(Request request, Occasion occasion, RequestPolicy policy) {
        this.request = request;
        this.occasion = occasion;
        this.policy = policy;
    }

    Decision<Request> escalate(RequestCommand.Escalate command) {
        if (!request.state().isOpen() && request.state() != State.DECLINED) return RequestRules.notNow(request);
        if (request.tally().escalated()) return Decision.refused("request.refused.escalated-already", request.number());
        boolean bounced = request.tally().bounces() >= policy.bounces();
        if (!bounced && !overdue()) {
            return request.firstDue()
                    .flatMap(Deadline::dueAt)
                    .<Decision<Request>>map(due -> tooEarly(due))
                    .orElseGet(() -> Decision.refused("request.refused.escalate-later", request.number()));
        }
        return Decision.done(
                request.counted(request.tally().handedToHeads()), new RequestFact.Escalated(command.reason()));
    }

    private Decision<Request> tooEarly(Instant due) {
        return Decision.refused("request.refused.escalate-early", request.number(), due, policy.bounces());
    }

    private boolean overdue() {
        return request.firstDue()
                .filter(d -> d.purpose() == Purpose.RESPONSE || d.purpose() == Purpose.PROMISE)
                .filter(d -> d.isOverdue(occasion.now()))
                .isPresent();
    }
}
