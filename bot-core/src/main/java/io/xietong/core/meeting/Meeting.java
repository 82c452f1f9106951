package io.xietong.core.meeting;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 会议: one meeting, of a series or on its own (plan duties 16-17, 21-23).
 *
 * <p>Its life: it is called by somebody or made ahead of time from its series; those invited answer and propose what to talk
 * about; when it begins attendance is taken; its organiser writes the minutes and distributes them, which makes action items of
 * what was agreed; whoever was invited confirms them or objects within a time, an objection has them revised, and without one
 * they are locked by the clock. Immutable.
 *
 * @param origin    the series; empty for a meeting on its own
 * @param host      person id of who chairs it
 * @param organiser person id of who called it and writes the minutes
 */
public record Meeting(
        ItemNumber number,
        long version,
        State state,
        String subject,
        Slot slot,
        Optional<Origin> origin,
        String host,
        String organiser,
        List<Invitee> invitees,
        List<AgendaItem> agenda,
        Optional<Minutes> minutes,
        Instant calledAt,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public Meeting {
        invitees = List.copyOf(invitees);
        agenda = List.copyOf(agenda);
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return Item.shortened(subject);
    }

    /** The subject, the agenda, and what the minutes decide and order. */
    @Override
    public String text() {
        List<String> texts = new ArrayList<>(List.of(subject));
        agenda.forEach(item -> texts.add(item.text()));
        minutes.ifPresent(written -> {
            texts.add(written.decisions());
            written.orders().forEach(order -> texts.add(order.what()));
        });
        return String.join("\n", texts);
    }

    @Override
    public Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>(List.of(organiser));
        parties.add(host);
        parties.addAll(invited());
        return parties;
    }

    /** Those invited and those who come in their place. */
    Set<String> invited() {
        Set<String> people = new LinkedHashSet<>();
        invitees.forEach(invitee -> people.add(invitee.person()));
        invitees.forEach(invitee -> people.add(invitee.comer()));
        return people;
    }

    /** Whether it has not begun and is not called off. */
    public boolean isToCome() {
        return state == State.CALLED;
    }

    /** Person ids of those who come, as far as is known. */
    public Set<String> expected() {
        Set<String> people = new LinkedHashSet<>();
        invitees.stream().filter(Invitee::isExpected).forEach(invitee -> people.add(invitee.comer()));
        return people;
    }

    /** Before people are asked, a meeting of a series is only the organiser's; the first notice asks them, for another time too. */
    public boolean isAnnounced() {
        return origin.isEmpty()
                || state != State.CALLED
                || deadlines.stream().anyMatch(clock -> clock.purpose() == Purpose.MEETING && clock.fired() > 0);
    }

    /** A daily one asks nobody for an answer, and owes no minutes that nobody has begun. */
    public boolean isDaily() {
        return origin.filter(Origin::isDaily).isPresent();
    }

    @Override
    public List<Waiting> waitingFor() {
        return switch (state) {
            case CALLED ->
                isAnnounced() && !isDaily()
                        ? waiting(invitees.stream().filter(one -> one.reply() == Reply.NONE))
                        : List.of();
            case HELD, DRAFTED, OBJECTED -> owing();
            case DISTRIBUTED -> waiting(invitees.stream().filter(one -> one.confirmed() < revision()));
            case LOCKED, CANCELLED -> List.of();
        };
    }

    private static List<Waiting> waiting(Stream<Invitee> invitees) {
        return invitees.<Waiting>map(one -> new Waiting.OnPerson(one.comer())).toList();
    }

    @Override
    public List<Waiting> owing() {
        boolean minutes = state == State.HELD && !isDaily() || state == State.DRAFTED || state == State.OBJECTED;
        return minutes ? List.of(new Waiting.OnPerson(organiser)) : List.of();
    }

    /** Of the minutes; 0 before there are any. */
    int revision() {
        return minutes.map(Minutes::revision).orElse(0);
    }

    Meeting in(State next, List<Deadline> clocks) {
        return changed(next, slot, invitees, agenda, minutes, watchers, clocks);
    }

    Meeting at(Slot other, List<Invitee> asked, List<Deadline> clocks) {
        return changed(state, other, asked, agenda, minutes, watchers, clocks);
    }

    Meeting with(List<Invitee> people) {
        return changed(state, slot, people, agenda, minutes, watchers, deadlines);
    }

    Meeting about(List<AgendaItem> items) {
        return changed(state, slot, invitees, items, minutes, watchers, deadlines);
    }

    Meeting minuted(State next, Minutes written, List<Deadline> clocks) {
        return changed(next, slot, invitees, agenda, Optional.of(written), watchers, clocks);
    }

    Meeting watchedBy(Set<String> people) {
        return changed(state, slot, invitees, agenda, minutes, people, deadlines);
    }

    private Meeting changed(
            State next,
            Slot when,
            List<Invitee> people,
            List<AgendaItem> items,
            Optional<Minutes> written,
            Set<String> followers,
            List<Deadline> clocks) {
        return new Meeting(
                number,
                version + 1,
                next,
                subject,
                when,
                origin,
                host,
                organiser,
                people,
                items,
                written,
                calledAt,
                followers,
                clocks);
    }
}
