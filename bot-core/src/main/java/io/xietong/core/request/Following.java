package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import java.time.Instant;

/** What everybody who sees a request can do: comment, follow it; and, for the parties, hand it to the heads (spec.md 4.1). */
final class Following {

    private final Request request;
    private final Occasion occasion;

    Following(Request request, Occasion occasion) {
        this.request = request;
        this.occasion = occasion;
    }

    Decision<Request, RequestFact> comment(RequestCommand.Comment command) {
        if (command.text().isBlank()) return Decision.refused("request.refused.no-comment", request.number());
        return Decision.done(request, new RequestFact.Commented(command.text()));
    }

    Decision<Request, RequestFact> watch() {
        if (request.isParty(occasion.person())) {
            return Decision.refused("request.refused.party-watches-anyway", request.number());
        }
        if (request.watchers().contains(occasion.person())) {
            return Decision.refused("request.refused.watched-already", request.number());
        }
        return Decision.done(request.watchedBy(occasion.person(), true), new RequestFact.Watched());
    }

    Decision<Request, RequestFact> unwatch() {
        if (!request.watchers().contains(occasion.person())) {
            return Decision.refused("request.refused.not-watched", request.number());
        }
        return Decision.done(request.watchedBy(occasion.person(), false), new RequestFact.Unwatched());
    }

    Decision<Request, RequestFact> escalate(RequestCommand.Escalate command) {
        if (!request.state().isOpen() && request.state() != State.DECLINED) return RequestRules.notNow(request);
        if (request.tally().escalated()) return Decision.refused("request.refused.escalated-already", request.number());
        boolean bounced = request.tally().bounces() >= occasion.policy().bounces();
        if (!bounced && !overdue()) {
            return request.running()
                    .flatMap(Deadline::dueAt)
                    .<Decision<Request, RequestFact>>map(due -> tooEarly(due))
                    .orElseGet(() -> Decision.refused("request.refused.escalate-later", request.number()));
        }
        return Decision.done(
                request.counted(request.tally().handedToHeads()), new RequestFact.Escalated(command.reason()));
    }

    private Decision<Request, RequestFact> tooEarly(Instant due) {
        return Decision.refused(
                "request.refused.escalate-early",
                request.number(),
                due,
                occasion.policy().bounces());
    }

    private boolean overdue() {
        return request.running()
                .filter(d -> d.purpose() == Purpose.RESPONSE || d.purpose() == Purpose.PROMISE)
                .filter(d -> d.isOverdue(occasion.now()))
                .isPresent();
    }
}
