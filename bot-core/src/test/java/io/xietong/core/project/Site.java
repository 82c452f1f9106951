package io.xietong.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A company of four departments and one project in it, which market leads and production helps with. */
final class Site {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ItemNumber NUMBER = new ItemNumber(ItemKind.PROJECT, 1);
    static final Charter CHARTER = new Charter("launch", "launch in January", "", "", ProjectKind.MAJOR);
    static final List<Milestone> PLAN = List.of(
            Milestone.planned(1, "review", "market", List.of("production"), "", LocalDate.of(2026, 12, 15), true),
            Milestone.planned(2, "series", "production", List.of(), "", LocalDate.of(2027, 1, 20), false));

    final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(SHANGHAI));
    final List<Delegation> delegations = new ArrayList<>();
    final ProjectFeature feature = new ProjectFeature(new ProjectPolicy(
            3,
            2,
            5,
            3,
            List.of(5, 2, 0),
            Optional.of(DayOfWeek.FRIDAY),
            50,
            Map.of(ProjectKind.MAJOR, Rule.SIMPLE_MAJORITY),
            Rule.SIMPLE_MAJORITY,
            Rule.CHAIR_DECIDES));
    private final Organisation organisation;
    private Instant now = at("2026-11-24T09:00:00");
    Project project;

    Site() {
        List<Person> people = new ArrayList<>();
        List<Department> departments = new ArrayList<>();
        for (String id : List.of("market", "production", "design", "finance")) {
            for (String seat : List.of("head", "deputy", "contact", "staff"))
                people.add(new Person(id + "." + seat, id + "." + seat, id, Map.of()));
            departments.add(new Department(
                    id, id, Optional.of(id + ".head"), List.of(id + ".deputy"), List.of(id + ".contact")));
        }
        for (String id : List.of("chair", "vice", "secretary")) people.add(new Person(id, id, "office", Map.of()));
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

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
    }

    void it_becomes(String localTime) {
        now = at(localTime);
    }

    Occasion occasion(Actor actor) {
        Routing routing = new Routing(organisation, Availability.on(calendar.dateOf(now), delegations));
        return new Occasion(actor, now, organisation, routing, calendar);
    }

    /** Put forward for the year's plan by production's head, to be led by market. */
    Site proposed() {
        ProjectCommand.PlanLine line = new ProjectCommand.PlanLine("launch", "market", "launch in January");
        Chat chat = new Chat("sandbox", "production.head", Chat.Kind.SINGLE, "");
        keep(feature.rules().propose(NUMBER, 2027, line, chat, occasion(Actor.person("production.head"))));
        return this;
    }

    /** Drafted by somebody of market, to be led by market's contact. */
    Site drafted() {
        ProjectCommand.Draft draft = new ProjectCommand.Draft(CHARTER, "market.contact", PLAN);
        Chat chat = new Chat("sandbox", "market.staff", Chat.Kind.SINGLE, "");
        keep(feature.rules().draft(NUMBER, draft, chat, occasion(Actor.person("market.staff"))));
        return this;
    }

    Site signed() {
        does("market.head", new ProjectCommand.Sign(NUMBER));
        return does("production.head", new ProjectCommand.Sign(NUMBER));
    }

    Site accepted() {
        return does("market.contact", new ProjectCommand.AcceptDuty(NUMBER, Optional.of(50)));
    }

    Site approved() {
        for (String member : List.of("chair", "market.head", "design.head"))
            does(member, new ProjectCommand.Vote(NUMBER, ProjectCommand.Choice.FOR, ""));
        return this;
    }

    Site does(String person, AboutItem command) {
        keep(tries(person, command));
        return this;
    }

    private void keep(Decision<Project> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        long before = project == null ? 0 : project.version();
        project = ((Decision.Done<Project>) decision).after();
        assertThat(project.version()).isEqualTo(before + 1);
    }

    void opens(int ordinal) {
        keep(opening(ordinal));
    }

    Decision<Project> opening(int ordinal) {
        return feature.rules().open(project, ordinal, new ItemNumber(ItemKind.GATE, 4), occasion(Actor.CLOCK));
    }

    /** What would come of it; nothing is kept. */
    Decision<Project> tries(String person, AboutItem command) {
        Occasion own = occasion(Actor.person(person));
        Occasion speaking = own.inNameOf(SharedRules.inNameOf(feature, project, command, own));
        return SharedRules.decide(feature, project, command, speaking);
    }

    String refused(String person, AboutItem command) {
        Decision<Project> decision = tries(person, command);
        assertThat(decision).as(person + " " + command).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Project>) decision).why().key();
    }
}
