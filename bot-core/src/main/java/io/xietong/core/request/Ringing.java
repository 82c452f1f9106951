package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.item.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What time does to a request: rungs are reached, silence closes it, a changed calendar moves the due time (spec.md section 3). */
final class Ringing {

    private final Request request;
    private final Occasion occasion;
    private final RequestClocks clocks;

    Ringing(Request request, Occasion occasion) {
        this.request = request;
        this.occasion = occasion;
        this.clocks = new RequestClocks(occasion.policy(), occasion.calendar());
    }

    /** Every rung that has come by now, once; refused when there is none. */
    Decision<Request, RequestFact> ring() {
        Optional<Deadline> running = request.running();
        if (running.isEmpty()) return RequestRules.notNow(request);
        Terms terms = clocks.terms(request, running.get().purpose());
        List<Rung> reached = running.get().ringing(occasion.now(), terms);
        return reached.isEmpty() ? recomputed() : rung(running.get(), reached, terms);
    }

    private Decision<Request, RequestFact> rung(Deadline running, List<Rung> reached, Terms terms) {
        Purpose purpose = running.purpose();
        Instant due = running.dueAt().orElseThrow();
        List<RequestFact> facts = new ArrayList<>();
        for (Rung rung : reached) {
            facts.add(new RequestFact.RungReached(purpose, rung.name(), due, rung.at(running, terms.calendar())));
        }
        Request after = request.change(purpose, deadline -> deadline.rung(occasion.now(), terms));
        boolean isOver = reached.stream().anyMatch(rung -> rung.position() == Rung.Position.DUE);
        if (isOver && purpose == Purpose.CLARIFICATION) {
            facts.add(new RequestFact.Lapsed());
            after = clocks.cancelled(after, occasion.now()).in(State.LAPSED);
        }
        if (isOver && purpose == Purpose.ACCEPTANCE) {
            facts.add(new RequestFact.AcceptedBySilence());
            after = clocks.met(after, Purpose.ACCEPTANCE, occasion.now()).in(State.COMPLETED);
        }
        return new Decision.Done<>(after, facts);
    }

    /** The running due time by a changed calendar or policy; refused when nothing moved. */
    Decision<Request, RequestFact> recomputed() {
        Optional<Deadline> running = request.running();
        if (running.isEmpty()) return RequestRules.notNow(request);
        Deadline before = running.get();
        Deadline moved = before.recomputed(clocks.terms(request, before.purpose()));
        if (moved.equals(before)) return RequestRules.notNow(request);
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
}
