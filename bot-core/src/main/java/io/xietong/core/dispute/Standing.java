package io.xietong.core.dispute;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import io.xietong.core.vote.Panel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what about a dispute; asked at the moment of the act. */
record Standing(Dispute dispute, Organisation organisation, Routing routing) {

    static Standing of(Dispute dispute, Occasion occasion) {
        return new Standing(dispute, occasion.organisation(), occasion.routing());
    }

    /** Which side a person may speak for: its speaker on the front line, anybody with a seat of the department. */
    Optional<Side> sideFor(String person) {
        return dispute.sides().stream().filter(side -> speaksFor(person, side)).findFirst();
    }

    private boolean speaksFor(String person, Side side) {
        return routing.standingFor(person, side.speaker(), opponents(side)).isPresent()
                || routing.standing(person, side.department(), opponents(side)).isPresent()
                        && !organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** Which side a person may bind once the heads talk: its acting head, its head and deputies. */
    Optional<Side> sideHeadedBy(String person) {
        return dispute.sides().stream().filter(side -> heads(person, side)).findFirst();
    }

    private boolean heads(String person, Side side) {
        if (opponents(side).contains(person)) return false;
        boolean seat = organisation
                .department(side.department())
                .filter(department -> department.head().filter(person::equals).isPresent()
                        || department.deputies().contains(person))
                .isPresent();
        return seat || headOf(side).filter(person::equals).isPresent();
    }

    /** The side a person may bind at the present level. */
    Optional<Side> sideBoundBy(String person) {
        return dispute.state() == State.FRONT_LINE ? sideFor(person) : sideHeadedBy(person);
    }

    /** Who speaks for the other side, and so never for this one. */
    private Set<String> opponents(Side side) {
        return dispute.sides().stream()
                .filter(other -> !other.equals(side))
                .map(Side::speaker)
                .collect(Collectors.toSet());
    }

    /** In whose name a person speaks for a side. */
    Optional<String> inNameOf(String person, Side side) {
        return routing.standing(person, side.department(), opponents(side))
                .or(() -> routing.standingFor(person, side.speaker(), opponents(side)))
                .flatMap(Routing.Standing::inNameOf);
    }

    /** The acting head of a side, never somebody who speaks for the other one. */
    Optional<String> headOf(Side side) {
        return routing.actingHead(side.department(), Set.of()).map(Assignment::person);
    }

    /** The committee over this dispute: who speaks for a side or heads it is a party. */
    Panel panel() {
        Set<String> parties = new HashSet<>();
        for (Side side : dispute.sides()) {
            parties.add(side.speaker());
            organisation.department(side.department()).flatMap(Department::head).ifPresent(parties::add);
        }
        return new Panel(organisation, routing, parties);
    }

    /** For which of the committee's seats a person votes: their own, else one they stand in for; never as a party. */
    Optional<Panel.Capacity> voting(String person) {
        return panel().voting(dispute.docket().orElseThrow().ballot(), person);
    }

    /** Whether a person presides, or stands in for who does. */
    Optional<Panel.Capacity> presides(String person) {
        return panel().presides(dispute.docket().orElseThrow().ballot(), person);
    }

    boolean isSecretary(String person) {
        return organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** Parties, both departments, the committee, who votes for one of its members, and the secretariat. */
    boolean maySee(String person) {
        Set<Role> roles = organisation.rolesOf(person);
        boolean office = roles.contains(Role.SECRETARY)
                || roles.contains(Role.MEMBER)
                || roles.contains(Role.CHAIR)
                || roles.contains(Role.VICE_CHAIR);
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        boolean forMember = dispute.docket().isPresent()
                && (voting(person).isPresent() || presides(person).isPresent());
        return office
                || forMember
                || dispute.parties().contains(person)
                || dispute.sideOf(own).isPresent();
    }
}
