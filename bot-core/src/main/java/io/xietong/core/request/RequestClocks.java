package io.xietong.core.request;

import io.xietong.core.calendar.Allowance;
import io.xietong.core.calendar.ResponseTime;
import io.xietong.core.calendar.UntilDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** By what terms each clock of a request runs, from policy and calendar (spec.md section 3, "Deadline"). */
final class RequestClocks {

    private final RequestPolicy policy;
    private final WorkCalendar calendar;

    RequestClocks(RequestPolicy policy, WorkCalendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** The request with a new clock for this purpose. */
    Request arm(Request request, Purpose purpose, String owner, Instant at) {
        Terms terms = terms(request, purpose);
        return request.with(Deadline.arm(purpose, Clocks.nextRound(request.deadlines(), purpose), owner, at, terms));
    }

    /** What the open clock of a purpose waited for has happened. */
    Request met(Request request, Purpose purpose, Instant at) {
        return request.change(
                purpose, deadline -> settled(request, deadline, at).met(at));
    }

    /** Every clock that is still open stops. */
    Request cancelled(Request request, Instant at) {
        Request stopped = request;
        for (Purpose purpose : Purpose.values()) {
            stopped = stopped.change(
                    purpose, deadline -> settled(request, deadline, at).cancelled(at));
        }
        return stopped;
    }

    /** A clock that ends while it is paused ends with a due time, so that a question back hides no delay before it. */
    private Deadline settled(Request request, Deadline deadline, Instant at) {
        return deadline.state() == Deadline.State.PAUSED
                ? deadline.resume(at, terms(request, deadline.purpose()))
                : deadline;
    }

    Terms terms(Request request, Purpose purpose) {
        WorkCalendar ofDepartment = calendar.forDepartment(request.department());
        return switch (purpose) {
            case RESPONSE -> new Terms(responseTime(), responseLadder(), ofDepartment);
            case CLARIFICATION -> new Terms(new WorkingDays(policy.clarificationDays()), reminded(), calendar);
            case PROMISE -> new Terms(promise(request), promiseLadder(), ofDepartment);
            case ACCEPTANCE -> new Terms(new WorkingDays(policy.acceptanceDays()), reminded(), calendar);
            default -> throw new IllegalArgumentException("a request has no clock for " + purpose);
        };
    }

    /** The steps by which a running clock's due time came about. */
    List<Message> explain(Request request, Deadline clock, Organisation organisation) {
        List<Message> steps = new ArrayList<>();
        if (clock.purpose() == Purpose.RESPONSE) steps.addAll(earlierLegs(request, organisation));
        Terms terms = terms(request, clock.purpose());
        steps.addAll(terms.allowance().explain(terms.calendar(), clock.armedAt(), clock.pauses()));
        return steps;
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

    ResponseTime responseTime() {
        return new ResponseTime(
                ResponseTime.Mode.of(policy.responseMode()), policy.responseTime(), policy.leastWorkingTime());
    }

    private static Allowance promise(Request request) {
        return new UntilDay(request.promised().orElseThrow());
    }

    private List<Rung> responseLadder() {
        List<Rung> ladder =
                new ArrayList<>(policy.rungs().stream().map(Rung::percent).toList());
        return overdue(ladder);
    }

    private List<Rung> promiseLadder() {
        return overdue(new ArrayList<>(List.of(Rung.daysBefore(1), Rung.daysBefore(0))));
    }

    private List<Rung> overdue(List<Rung> ladder) {
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return ladder;
    }

    private static List<Rung> reminded() {
        return List.of(Rung.percent(50), Rung.due());
    }
}
