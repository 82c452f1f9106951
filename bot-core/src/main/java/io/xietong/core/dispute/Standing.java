package io.xietong.core.dispute;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what about a dispute; asked at the moment of the act. */
record Standing(Dispute dispute, Organisation organisation, Routing routing) {

    static Standing of(Dispute dispute, Occasion occasion) {
        return new Standing(dispute, occasion.organisation(), occasion.routing());
    }

    /** An act for somebody: who it counts for, and in whose name when that is another. */
    record Capacity(String seat, Optional<String> inNameOf) {}

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

    /** Committee members who may not vote, because they head a party or belong to it as its speaker. */
    Set<String> partyMembers() {
        Set<String> recused = new HashSet<>();
        for (Side side : dispute.sides()) {
            recused.add(side.speaker());
            organisation.department(side.department()).flatMap(Department::head).ifPresent(recused::add);
        }
        recused.retainAll(voters());
        return recused;
    }

    /** The committee's seats in their order, the chair first. */
    List<String> voters() {
        Committee committee = organisation.committee();
        List<String> voters = new ArrayList<>(List.of(committee.chair()));
        committee.members().stream().filter(member -> !voters.contains(member)).forEach(voters::add);
        return voters;
    }

    /** The chair; the vice-chair when the chair is party or has declared a recusal; else the first member who is left. */
    String presiding(Set<String> recused) {
        Committee committee = organisation.committee();
        boolean chairIsParty = recused.contains(committee.chair()) || belongs(committee.chair());
        if (!chairIsParty) return committee.chair();
        boolean viceIsParty = recused.contains(committee.viceChair()) || belongs(committee.viceChair());
        if (!viceIsParty) return committee.viceChair();
        return voters().stream()
                .filter(member -> !recused.contains(member) && !belongs(member))
                .findFirst()
                .orElse(committee.chair());
    }

    /** Whether somebody is a party: speaks for a side or heads it. */
    private boolean belongs(String person) {
        return dispute.sides().stream()
                .anyMatch(side -> side.speaker().equals(person)
                        || organisation
                                .department(side.department())
                                .flatMap(Department::head)
                                .filter(person::equals)
                                .isPresent());
    }

    /** For which of the committee's seats a person votes: their own, else one they stand in for; never as a party. */
    Optional<Capacity> voting(String person) {
        List<String> eligible = dispute.docket().orElseThrow().ballot().eligible();
        if (eligible.contains(person)) return Optional.of(new Capacity(person, Optional.empty()));
        if (belongs(person)) return Optional.empty();
        return eligible.stream()
                .filter(seat ->
                        routing.standingFor(person, seat, partyMembers()).isPresent())
                .findFirst()
                .map(seat -> new Capacity(seat, Optional.of(seat)));
    }

    /** Whether a person presides, or stands in for who does. */
    Optional<Capacity> presides(String person) {
        String presiding = dispute.docket().orElseThrow().presiding();
        return routing.standingFor(person, presiding, partyMembers())
                .map(standing -> new Capacity(presiding, standing.inNameOf()));
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
