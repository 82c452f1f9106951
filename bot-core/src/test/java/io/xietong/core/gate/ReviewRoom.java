package io.xietong.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The demo company and one gate in it, for stories: the sample stage of XM-1, which Li Lei leads for the market department, with
 * design and production.
 */
final class ReviewRoom {

    static final ItemNumber NUMBER = new ItemNumber(ItemKind.GATE, 1);
    static final ItemNumber CONDITION = new ItemNumber(ItemKind.ACTION_ITEM, 3);
    static final Lock LOCK = new Lock(CONDITION, "补齐样机");
    static final Checkpoint SAMPLES = new Checkpoint(
            new ItemNumber(ItemKind.PROJECT, 1),
            1,
            "样机",
            "li.lei",
            "market",
            List.of("market", "design", "production"));

    final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    final GateFeature feature = new GateFeature(new GatePolicy(3, List.of(50, 75), 3, Duration.ofHours(4), 10));
    final List<Delegation> delegations = new ArrayList<>();
    Organisation organisation = Demo.COMPANY;
    Gate gate;
    private Instant now;
    private final TreeSet<String> told = new TreeSet<>();
    private final List<String> facts = new ArrayList<>();

    private ReviewRoom(String localTime) {
        now = Demo.at(localTime);
    }

    static ReviewRoom at(String localTime) {
        return new ReviewRoom(localTime);
    }

    /** Called by its lead on a Monday morning. */
    static ReviewRoom called(Lock... locks) {
        ReviewRoom room = at("2026-11-23T09:00");
        room.calls("li.lei", SAMPLES, locks);
        room.heard();
        return room;
    }

    Occasion occasion(Actor actor) {
        Routing routing = new Routing(organisation, Availability.on(calendar.dateOf(now), delegations));
        return new Occasion(actor, now, organisation, routing, calendar);
    }

    Decision<Gate> triesToCall(String person, Checkpoint at, Lock... locks) {
        Chat chat = new Chat("sandbox", person, Chat.Kind.SINGLE, "");
        return feature.rules().call(NUMBER, at, List.of(locks), chat, occasion(Actor.person(person)));
    }

    void calls(String person, Checkpoint at, Lock... locks) {
        keep((Decision.Done<Gate>) triesToCall(person, at, locks), occasion(Actor.person(person)));
    }

    static GateCommand.Judge says(Verdict verdict, String reason, Condition... conditions) {
        return new GateCommand.Judge(NUMBER, verdict, reason, List.of(conditions));
    }

    static GateCommand.Judge pass() {
        return says(Verdict.PASS, "");
    }

    void passes(String... people) {
        for (String person : people) does(person, pass());
    }

    void does(String person, AboutItem command) {
        Decision<Gate> decision = tries(person, command);
        assertThat(decision).as(person + " " + command).isInstanceOf(Decision.Done.class);
        keep((Decision.Done<Gate>) decision, speaking(person, command));
    }

    /** What would come of it; nothing is kept. */
    Decision<Gate> tries(String person, AboutItem command) {
        return SharedRules.decide(feature, gate, command, speaking(person, command));
    }

    private Occasion speaking(String person, AboutItem command) {
        Occasion own = occasion(Actor.person(person));
        return own.inNameOf(SharedRules.inNameOf(feature, gate, command, own));
    }

    String refused(String person, AboutItem command) {
        Decision<Gate> decision = tries(person, command);
        assertThat(decision).as(person + " " + command).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Gate>) decision).why().key().substring("gate.refused.".length());
    }

    /** The condition of the earlier gate is met. */
    void lifts(String person) {
        suffers(GateRules.lift(gate, CONDITION, occasion(Actor.person(person))), person);
    }

    /** What became of the gate because somebody did something to another item. */
    void suffers(Decision<Gate> fate, String person) {
        keep((Decision.Done<Gate>) fate, occasion(Actor.person(person)));
    }

    private void keep(Decision.Done<Gate> done, Occasion occasion) {
        long before = gate == null ? 0 : gate.version();
        gate = done.after();
        assertThat(gate.version()).isEqualTo(before + 1);
        for (Fact fact : done.facts()) facts.add(fact.getClass().getSimpleName());
        for (Outgoing out : feature.news(gate, done.facts(), occasion)) told.add(told(out));
    }

    private static String told(Outgoing out) {
        String reader = out.to() instanceof Outgoing.ToPerson person ? person.person() : "group";
        Outgoing.ItemCard card = (Outgoing.ItemCard) out.body();
        return reader
                + card.headline()
                        .map(h -> ":" + h.key().substring("gate.news.".length()))
                        .orElse("");
    }

    /** Rings every rung until a time, one after the other. */
    void until(String localTime) {
        Instant end = Demo.at(localTime);
        while (true) {
            Optional<Instant> next = gate.nextRing().filter(at -> !at.isAfter(end));
            if (next.isEmpty()) break;
            now = next.get();
            Occasion occasion = occasion(Actor.CLOCK);
            keep((Decision.Done<Gate>) feature.ring(gate, occasion), occasion);
        }
        now = end;
    }

    /** What people were told since the last time, and forgets it. */
    List<String> heard() {
        List<String> heard = List.copyOf(told);
        told.clear();
        return heard;
    }

    /** What has happened since the last time, in order, and forgets it. */
    List<String> happened() {
        List<String> happened = List.copyOf(facts);
        facts.clear();
        return happened;
    }
}
