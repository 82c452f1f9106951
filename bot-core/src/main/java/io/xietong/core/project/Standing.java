package io.xietong.core.project;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import io.xietong.core.vote.Panel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do what about a project; asked at the moment of the act. */
record Standing(Project project, Organisation organisation, Routing routing) {

    private static final Set<Role> OFFICE = EnumSet.of(Role.SECRETARY, Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);
    private static final Set<Role> PLANNING =
            EnumSet.of(Role.HEAD, Role.SECRETARY, Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);
    private static final Set<Role> PRESIDING = EnumSet.of(Role.CHAIR, Role.VICE_CHAIR);

    static Standing of(Project project, Occasion occasion) {
        return new Standing(project, occasion.organisation(), occasion.routing());
    }

    /** A department somebody may sign for. @param inNameOf its head, when that is somebody else */
    record Signing(String department, Optional<String> inNameOf) {}

    /** The named departments for which a person may sign: as their head, or as who acts for the head today. */
    List<Signing> signingFor(String person) {
        List<Signing> signing = new ArrayList<>();
        for (String department : project.departments())
            headed(person, department).ifPresent(inNameOf -> signing.add(new Signing(department, inNameOf)));
        return signing;
    }

    /** In whose name a person is a department's head today; empty when they are not. */
    private Optional<Optional<String>> headed(String person, String department) {
        boolean head = organisation
                .department(department)
                .flatMap(Department::head)
                .filter(person::equals)
                .isPresent();
        if (head) return Optional.of(Optional.empty());
        return routing.actingHead(department, Set.of())
                .filter(acting -> acting.person().equals(person))
                .map(Assignment::inNameOf);
    }

    /** How a person speaks as the lead. */
    Optional<Routing.Standing> leading(String person) {
        return routing.standingFor(person, project.lead().person(), Set.of());
    }

    boolean leads(String person) {
        return leading(person).isPresent();
    }

    boolean headsTheLead(String person) {
        return headed(person, project.department()).isPresent();
    }

    /** Who may call a gate: the lead, the leading department's head, the secretary. */
    boolean callsGates(String person) {
        return leads(person)
                || headsTheLead(person)
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** Who names the lead: the leading department's head and who presides over the committee (plan duty 12). */
    boolean namesTheLead(String person) {
        return headsTheLead(person) || organisation.rolesOf(person).stream().anyMatch(PRESIDING::contains);
    }

    /** Whether a person may put something forward for the year's plan. */
    static boolean plans(String person, Organisation organisation) {
        return organisation.rolesOf(person).stream().anyMatch(PLANNING::contains);
    }

    /** Whether a person may end it or change the charter as a whole. */
    boolean directs(String person) {
        boolean drafter = project.state() != State.ACTIVE && person.equals(project.draftedBy());
        return drafter || leads(person) || namesTheLead(person);
    }

    /** How a person answers for a milestone: as the lead, for its department, or as somebody of it in the working group. */
    Optional<Routing.Standing> answersFor(String person, Milestone milestone) {
        boolean colleague = project.members().contains(person)
                && organisation
                        .departmentOf(person)
                        .filter(own -> own.id().equals(milestone.department()))
                        .isPresent();
        if (colleague) return Optional.of(new Routing.Standing(Optional.empty()));
        boolean secretary = organisation.rolesOf(person).contains(Role.SECRETARY)
                && organisation
                        .department(milestone.department())
                        .filter(department -> department.seats(person))
                        .isEmpty();
        return leading(person)
                .or(() -> secretary ? Optional.empty() : routing.standing(person, milestone.department(), Set.of()));
    }

    /** Whether a person may say who works on it: lead, leading head, secretary; a head for the own people. */
    boolean picks(String person, String member) {
        boolean own = organisation
                .departmentOf(member)
                .flatMap(department -> headed(person, department.id()))
                .isPresent();
        return own
                || leads(person)
                || headsTheLead(person)
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** Whether the archive that a person makes of it is the one to compare with. */
    boolean files(String person) {
        return leads(person) || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** The committee over this project; its lead is a party, but not while the year's plan is made. */
    Panel panel(Approval.Question question) {
        Set<String> parties = question == Approval.Question.PLAN
                ? Set.of()
                : Set.of(project.lead().person());
        return new Panel(organisation, routing, parties);
    }

    Optional<Panel.Capacity> voting(String person) {
        return project.approval().flatMap(asked -> {
            Panel panel = panel(asked.question());
            return panel.voting(asked.ballot(), person).or(() -> panel.presides(asked.ballot(), person));
        });
    }

    /** Named departments, lead, members, the committee and who stands in for them, and the secretariat. */
    boolean maySee(String person) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        boolean forMember = project.isBeforeCommittee() && voting(person).isPresent();
        return project.parties().contains(person)
                || project.departments().contains(own)
                || organisation.rolesOf(person).stream().anyMatch(OFFICE::contains)
                || leads(person)
                || forMember
                || !signingFor(person).isEmpty();
    }
}
