package io.xietong.core.commotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Routing;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One item among people who do anything at any time. After each decision it is asserted what must hold whatever happens: the trail
 * is unbroken, no clock is armed on an item that is closed, and every message goes to somebody with the right to see it.
 *
 * @param <S> the item's state
 */
final class Commotion<S extends Item> {

    /** Takes down what was decided; a small model of the item. */
    interface Witness<S> {
        void sees(Optional<S> before, List<Fact> facts, S after, Occasion occasion);
    }

    static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final int MOST_RINGS = 500;

    private final Feature<S, ?> feature;
    private final List<Delegation> away;
    private final Witness<S> witness;
    private final List<TrailEntry> trail = new ArrayList<>();
    private Instant now;
    private S item;

    Commotion(Feature<S, ?> feature, Instant start, List<Delegation> away, Witness<S> witness) {
        this.feature = feature;
        this.now = start;
        this.away = List.copyOf(away);
        this.witness = witness;
    }

    Instant now() {
        return now;
    }

    S item() {
        return item;
    }

    List<TrailEntry> trail() {
        return trail;
    }

    Occasion occasion(Actor actor) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(CALENDAR.dateOf(now), away));
        return new Occasion(actor, now, Demo.COMPANY, routing, CALENDAR);
    }

    void begins(String person, Decision<S> made) {
        keep((Decision.Done<S>) made, occasion(Actor.person(person)));
    }

    /** Somebody tries something; what is refused changes nothing. */
    void does(String person, AboutItem command) {
        Occasion own = occasion(Actor.person(person));
        Occasion occasion = own.inNameOf(SharedRules.inNameOf(feature, item, command, own));
        if (SharedRules.decide(feature, item, command, occasion) instanceof Decision.Done<S> done) keep(done, occasion);
    }

    /** Another item's fate changes this one. */
    void suffers(Decision<S> decision, String person) {
        if (decision instanceof Decision.Done<S> done) keep(done, occasion(Actor.person(person)));
    }

    /** Time goes on to an instant; every clock that is due on the way rings at its time. */
    void until(Instant end) {
        for (int rings = 0; rings < MOST_RINGS; rings++) {
            Optional<Instant> next = item.nextRing().filter(at -> !at.isAfter(end));
            if (next.isEmpty()) {
                now = end;
                return;
            }
            now = next.get().isBefore(now) ? now : next.get();
            Occasion occasion = occasion(Actor.CLOCK);
            Decision<S> rang = feature.ring(item, occasion);
            assertThat(rang).as("a clock that is due has something to ring").isInstanceOf(Decision.Done.class);
            keep((Decision.Done<S>) rang, occasion);
        }
        throw new AssertionError("the clocks of " + item.number() + " never come to rest");
    }

    private void keep(Decision.Done<S> done, Occasion occasion) {
        Optional<S> before = Optional.ofNullable(item);
        item = done.after();
        assertThat(item.version()).isEqualTo(before.map(Item::version).orElse(0L) + 1);
        noted(before, done.facts(), occasion);
        no_clock_is_armed_on_a_closed_item();
        messages_go_to_those_who_may_see_it(feature.news(item, done.facts(), occasion), occasion);
        witness.sees(before, done.facts(), item, occasion);
    }

    /** As the ledger does it. */
    private void noted(Optional<S> before, List<Fact> facts, Occasion occasion) {
        for (Fact fact : facts) {
            String hash = trail.isEmpty()
                    ? TrailEntry.NO_HASH
                    : trail.get(trail.size() - 1).hash();
            trail.add(new TrailEntry(
                            item.number(),
                            trail.size() + 1,
                            now,
                            occasion.actor(),
                            TrailEntry.Source.CLOCK,
                            fact.getClass().getSimpleName(),
                            fact.toString(),
                            before.map(earlier -> earlier.state().name()),
                            item.state().name(),
                            "")
                    .sealed(hash));
        }
    }

    void the_trail_is_unbroken() {
        String hash = TrailEntry.NO_HASH;
        Optional<TrailEntry> last = Optional.empty();
        for (TrailEntry entry : trail) {
            assertThat(entry.follows(hash)).as(entry.toString()).isTrue();
            assertThat(entry.seq()).isEqualTo(last.map(TrailEntry::seq).orElse(0L) + 1);
            if (last.isPresent() && !entry.stateBefore().equals(last.get().stateBefore()))
                assertThat(entry.stateBefore()).contains(last.get().stateAfter());
            hash = entry.hash();
            last = Optional.of(entry);
        }
        assertThat(last.map(TrailEntry::stateAfter)).contains(item.state().name());
    }

    private void no_clock_is_armed_on_a_closed_item() {
        if (!item.isOpen()) assertThat(item.deadlines()).noneMatch(Deadline::isOpen);
    }

    private void messages_go_to_those_who_may_see_it(List<Outgoing> news, Occasion occasion) {
        Set<Outgoing.Address> readers = new HashSet<>();
        for (Outgoing out : news) {
            assertThat(readers.add(out.to()))
                    .as("two messages for one decision: " + out)
                    .isTrue();
            if (out.to() instanceof Outgoing.ToChat chat)
                assertThat(feature.mayShowIn(item, chat.chat()))
                        .as(out.toString())
                        .isTrue();
            if (out.to() instanceof Outgoing.ToPerson to)
                assertThat(feature.maySee(item, to.person(), Demo.COMPANY, occasion.routing()))
                        .as(item.state() + " " + out)
                        .isTrue();
        }
    }
}
