package io.xietong.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Language;
import io.xietong.core.vote.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A company of four departments and one dispute in it, for stories: who does what, and who hears of it. */
final class Courtroom {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ItemNumber NUMBER = new ItemNumber(ItemKind.DISPUTE, 1);

    final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(SHANGHAI));
    final DisputeFeature feature;
    final List<Delegation> delegations = new ArrayList<>();
    private final Organisation organisation;
    private Instant now;
    Dispute dispute;
    TreeSet<String> told = new TreeSet<>();

    Courtroom(String localTime, Rule rule, DisputePolicy.EarlyEscalation early) {
        now = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        Map<DisputeKind, Rule> rules = Map.of(DisputeKind.RESPONSIBILITY, rule);
        feature = new DisputeFeature(new DisputePolicy(2, 2, 1, 3, 5, 3, 50, Duration.ofHours(4), early, 5, rules));
        List<Person> people = new ArrayList<>();
        List<Department> departments = new ArrayList<>();
        for (String id : List.of("market", "production", "design", "finance")) {
            people.add(new Person(id + ".head", id + ".head", id, Map.of()));
            people.add(new Person(id + ".deputy", id + ".deputy", id, Map.of()));
            people.add(new Person(id + ".contact", id + ".contact", id, Map.of()));
            departments.add(new Department(
                    id, id, Optional.of(id + ".head"), List.of(id + ".deputy"), List.of(id + ".contact")));
        }
        people.add(new Person("chair", "chair", "office", Map.of()));
        people.add(new Person("vice", "vice", "office", Map.of()));
        people.add(new Person("secretary", "secretary", "office", Map.of()));
        departments.add(new Department("office", "office", Optional.of("chair"), List.of(), List.of("secretary")));
        organisation = new Organisation(new OrganisationData(
                "company",
                SHANGHAI,
                Language.CHINESE,
                people,
                departments,
                new Committee(
                        "chair", "vice", List.of("market.head", "production.head", "design.head", "finance.head")),
                List.of("secretary"),
                List.of("secretary")));
    }

    Occasion occasion(Actor actor) {
        Routing routing = new Routing(organisation, Availability.on(calendar.dateOf(now), delegations));
        return new Occasion(actor, now, organisation, routing, calendar);
    }

    void raise(String person, String department, String position) {
        Chat chat = new Chat("sandbox", person, Chat.Kind.SINGLE, "");
        DisputeCommand.Raise command = new DisputeCommand.Raise(Optional.empty(), Optional.of(department), position);
        done(feature.rules().raise(NUMBER, command, Optional.empty(), chat, occasion(Actor.person(person))), person);
    }

    void does(String person, AboutItem command) {
        Decision<Dispute> decision = tries(person, command);
        assertThat(decision).as(person + " " + command).isInstanceOf(Decision.Done.class);
        keep((Decision.Done<Dispute>) decision, speaking(person, command));
    }

    /** What would come of it; nothing is kept. */
    Decision<Dispute> tries(String person, AboutItem command) {
        return SharedRules.decide(feature, dispute, command, speaking(person, command));
    }

    private Occasion speaking(String person, AboutItem command) {
        Occasion own = occasion(Actor.person(person));
        return own.inNameOf(SharedRules.inNameOf(feature, dispute, command, own));
    }

    String refused(String person, AboutItem command) {
        Decision<Dispute> decision = tries(person, command);
        assertThat(decision).as(person + " " + command).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Dispute>) decision).why().key();
    }

    private void done(Decision<Dispute> decision, String person) {
        keep((Decision.Done<Dispute>) decision, occasion(Actor.person(person)));
    }

    private void keep(Decision.Done<Dispute> done, Occasion occasion) {
        long before = dispute == null ? 0 : dispute.version();
        dispute = done.after();
        assertThat(dispute.version()).isEqualTo(before + 1);
        for (Outgoing out : feature.news(dispute, done.facts(), occasion)) told.add(told(out));
    }

    private static String told(Outgoing out) {
        String reader = out.to() instanceof Outgoing.ToPerson person ? person.person() : "group";
        Outgoing.ItemCard card = (Outgoing.ItemCard) out.body();
        return reader
                + card.headline()
                        .map(h -> ":" + h.key().substring(h.key().lastIndexOf('.') + 1))
                        .orElse("");
    }

    /** Rings every rung until a time, one after the other. */
    void until(String localTime) {
        Instant end = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        while (true) {
            Optional<Instant> next = dispute.deadlines().stream()
                    .flatMap(clock -> clock.nextAt().stream())
                    .min(Instant::compareTo)
                    .filter(at -> !at.isAfter(end));
            if (next.isEmpty()) break;
            now = next.get();
            Occasion occasion = occasion(Actor.CLOCK);
            keep((Decision.Done<Dispute>) feature.ring(dispute, occasion), occasion);
        }
        now = end;
    }

    /** What people were told since the last time, and forgets it. */
    List<String> heard() {
        List<String> heard = List.copyOf(told);
        told.clear();
        return heard;
    }
}
