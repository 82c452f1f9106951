package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import java.util.ArrayList;
import java.util.List;

/** What time does to a request: rungs are reached, silence closes it, a changed calendar moves the due time (spec.md section 3). */
final class Ringing {

    private final Request request;
    private final Occasion occasion;
    private final RequestClocks clocks;

    Ringing(Request request, Occasion occasion, RequestPolicy policy) {
        this.request = request;
        this.occasion = occasion;
        this.clocks = new RequestClocks(policy, occasion.calendar());
    }

    /** Every rung that has come by now, once; refused when there is none. */
    Decision<Request> ring() {
        Clocks rang = Clocks.ring(request.deadlines(), occasion.now(), this::terms);
        if (rang.facts().isEmpty()) return RequestRules.notNow(request);
        List<Fact> facts = new ArrayList<>(rang.facts());
        Request after = request.with(rang.deadlines());
        if (isOver(rang, Purpose.CLARIFICATION)) {
            facts.add(new RequestFact.Lapsed());
            after = clocks.cancelled(after, occasion.now()).in(State.LAPSED);
        }
        if (isOver(rang, Purpose.ACCEPTANCE)) {
            facts.add(new RequestFact.AcceptedBySilence());
            after = clocks.met(after, Purpose.ACCEPTANCE, occasion.now()).in(State.COMPLETED);
        }
        return new Decision.Done<>(after, facts);
    }

    private static boolean isOver(Clocks rang, Purpose purpose) {
        return rang.facts().stream()
                .anyMatch(fact ->
                        fact instanceof SharedFact.RungReached rung && rung.purpose() == purpose && rung.timeIsUp());
    }

    /** The running due time by a changed calendar or policy; refused when nothing moved. */
    Decision<Request> recomputed() {
        Clocks moved = Clocks.recompute(request.deadlines(), this::terms);
        return moved.facts().isEmpty()
                ? RequestRules.notNow(request)
                : new Decision.Done<>(request.with(moved.deadlines()), moved.facts());
    }

    private Terms terms(Deadline clock) {
        return clocks.terms(request, clock.purpose());
    }
}
