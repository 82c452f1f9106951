package io.xietong.core.request;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * 跨部门协作需求单: one department's ask to another (plan duties 29-31; spec.md 4.1).
 *
 * <p>Its life: filed, it waits for an answer and the department's 24-hour clock runs (待响应). An answer is an acceptance with
 * a promised day (办理中, the promise is the second clock), a question back (需补充, the first clock pauses and the
 * requester's starts), a transfer (the time so far stays with whom it was spent, the new department gets a full clock) or a
 * reasoned decline (婉拒). Delivered, it waits for the requester (待验收) and ends accepted and rated (完成). It can be
 * withdrawn (撤回), lapses when a question is never answered (已关闭), and can be reopened (重开), which starts a new round.
 *
 * <p>Immutable; every change is a new value with the next version.
 *
 * @param version    1 when filed; guards every write
 * @param department id of the department that answers for it now
 * @param owner      the person asked to answer; empty when nobody could be found
 * @param promised   the promised day, once accepted
 * @param legs       which department answered when; the last one is the present one
 * @param deadlines  all clocks of all rounds
 */
public record Request(
        ItemNumber number,
        long version,
        String requester,
        String fromDepartment,
        String department,
        Optional<String> owner,
        Ask ask,
        State state,
        Optional<LocalDate> promised,
        Optional<Integer> rating,
        Tally tally,
        Set<String> watchers,
        List<Leg> legs,
        List<Deadline> deadlines)
        implements Item {

    public Request {
        watchers = Set.copyOf(watchers);
        legs = List.copyOf(legs);
        deadlines = List.copyOf(deadlines);
    }

    /** The open clock for a purpose, if there is one; at most one is open at a time. */
    public Optional<Deadline> open(Purpose purpose) {
        return deadlines.stream()
                .filter(deadline -> deadline.purpose() == purpose && deadline.isOpen())
                .findFirst();
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return ask.summary();
    }

    @Override
    public String text() {
        return ask.need() + "\n" + ask.supportNeeded();
    }

    @Override
    public Set<String> parties() {
        Set<String> parties = new HashSet<>(Set.of(requester));
        owner.ifPresent(parties::add);
        return parties;
    }

    @Override
    public List<Waiting> waitingFor() {
        return switch (state) {
            case AWAITING_RESPONSE, IN_PROGRESS ->
                Stream.concat(
                                owner.<Waiting>map(Waiting.OnPerson::new).stream(),
                                Stream.of(new Waiting.OnDepartment(department)))
                        .toList();
            case NEEDS_INFO, DELIVERED -> List.of(new Waiting.OnPerson(requester));
            case COMPLETED, DECLINED, WITHDRAWN, LAPSED -> List.of();
        };
    }

    Request in(State next) {
        return copy(draft -> draft.state = next);
    }

    Request with(Deadline armed) {
        return copy(draft -> draft.deadlines.add(armed));
    }

    Request with(List<Deadline> clocks) {
        return copy(draft -> {
            draft.deadlines.clear();
            draft.deadlines.addAll(clocks);
        });
    }

    /** With the open clock of a purpose changed; the same request when none is open. */
    Request change(Purpose purpose, UnaryOperator<Deadline> how) {
        return copy(draft -> draft.deadlines.replaceAll(d -> d.purpose() == purpose && d.isOpen() ? how.apply(d) : d));
    }

    Request promise(LocalDate day) {
        return copy(draft -> draft.promised = Optional.of(day));
    }

    Request rated(int stars) {
        return copy(draft -> draft.rating = Optional.of(stars));
    }

    /** A new round: what was promised and rated in the last one stays in the trail. */
    Request startedAnew() {
        return copy(draft -> {
            draft.promised = Optional.empty();
            draft.rating = Optional.empty();
        });
    }

    Request counted(Tally next) {
        return copy(draft -> draft.tally = next);
    }

    /** Handed over: the present leg is closed, the next one opened. */
    Request handedTo(String nextDepartment, Optional<String> nextOwner, Instant at) {
        return copy(draft -> {
            int last = draft.legs.size() - 1;
            if (last >= 0) draft.legs.set(last, draft.legs.get(last).closed(at));
            draft.legs.add(new Leg(nextDepartment, nextOwner, at, Optional.empty()));
            draft.department = nextDepartment;
            draft.owner = nextOwner;
            draft.promised = Optional.empty();
        });
    }

    /** Answered for by another person of the same department. */
    Request ownedBy(String person) {
        return copy(draft -> draft.owner = Optional.of(person));
    }

    Request watchedBy(Set<String> people) {
        return copy(draft -> {
            draft.watchers.clear();
            draft.watchers.addAll(people);
        });
    }

    /** The same with the next version; done once per decision. */
    Request changed() {
        return copy(draft -> draft.version++);
    }

    private Request copy(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.version = version;
        draft.department = department;
        draft.owner = owner;
        draft.state = state;
        draft.promised = promised;
        draft.rating = rating;
        draft.tally = tally;
        draft.watchers.addAll(watchers);
        draft.legs.addAll(legs);
        draft.deadlines.addAll(deadlines);
        change.accept(draft);
        return new Request(
                number,
                draft.version,
                requester,
                fromDepartment,
                draft.department,
                draft.owner,
                ask,
                draft.state,
                draft.promised,
                draft.rating,
                draft.tally,
                draft.watchers,
                draft.legs,
                draft.deadlines);
    }

    /** What can change of a request, while one change is made; never leaves this class. */
    private static final class Draft {
        private long version;
        private String department;
        private Optional<String> owner;
        private State state;
        private Optional<LocalDate> promised;
        private Optional<Integer> rating;
        private Tally tally;
        private final Set<String> watchers = new HashSet<>();
        private final List<Leg> legs = new ArrayList<>();
        private final List<Deadline> deadlines = new ArrayList<>();
    }
}
