package io.xietong.core.gate;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may do what about a gate; asked at the moment of the act. */
record Standing(Gate gate, Organisation organisation, Routing routing) {

    private static final Set<Role> OFFICE = EnumSet.of(Role.SECRETARY, Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);

    static Standing of(Gate gate, Occasion occasion) {
        return new Standing(gate, occasion.organisation(), occasion.routing());
    }

    /** An act for a department. @param asHead by its head or who acts as head, whose word stands at once */
    record Capacity(String department, Optional<String> inNameOf, boolean asHead) {}

    /**
     * For which of the named departments a person answers: contacts, deputies, head, who stands in for one of them. Of several the
     * one that has not answered yet, and the own one before others.
     */
    Optional<Capacity> answering(String person) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        return gate.at().departments().stream()
                .flatMap(department -> capacity(person, department).stream())
                .min(Comparator.<Capacity, Boolean>comparing(
                                may -> gate.answerOf(may.department()).isPresent())
                        .thenComparing(may -> !may.department().equals(own)));
    }

    private Optional<Capacity> capacity(String person, String department) {
        return routing.standing(person, department, Set.of())
                .map(standing -> new Capacity(department, standing.inNameOf(), heads(person, department)));
    }

    boolean heads(String person, String department) {
        boolean head = organisation
                .department(department)
                .flatMap(Department::head)
                .filter(person::equals)
                .isPresent();
        return head
                || routing.actingHead(department, Set.of())
                        .map(Assignment::person)
                        .filter(person::equals)
                        .isPresent();
    }

    /** Whether and in whose name somebody may call the gate. */
    Optional<Routing.Standing> directs(String person) {
        return directs(gate.at(), person, organisation, routing);
    }

    /** The lead or who stands in for them, the leading department's head, the secretary. */
    static Optional<Routing.Standing> directs(
            Checkpoint at, String person, Organisation organisation, Routing routing) {
        Optional<Routing.Standing> asLead = routing.standingFor(person, at.lead(), Set.of());
        if (asLead.isPresent()) return asLead;
        Optional<String> head = organisation.department(at.leading()).flatMap(Department::head);
        if (head.filter(person::equals).isPresent()
                || organisation.rolesOf(person).contains(Role.SECRETARY))
            return Optional.of(new Routing.Standing(Optional.empty()));
        return routing.actingHead(at.leading(), Set.of())
                .filter(acting -> acting.person().equals(person))
                .map(acting -> new Routing.Standing(acting.inNameOf()));
    }

    /** Who may open the stage all the same: the chair; the vice-chair when the chair's own department leads the project. */
    String presiding() {
        Committee committee = organisation.committee();
        return leads(committee.chair()) ? committee.viceChair() : committee.chair();
    }

    private boolean leads(String person) {
        return person.equals(gate.at().lead())
                || organisation
                        .departmentOf(person)
                        .filter(own -> own.id().equals(gate.at().leading()))
                        .isPresent();
    }

    Optional<Routing.Standing> presides(String person) {
        return routing.presiding(person, presiding(), Set.of());
    }

    /** The people of the departments, the lead, the committee, the secretariat and who acts for one of them; once released, all. */
    boolean maySee(String person) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        boolean office = organisation.rolesOf(person).stream().anyMatch(OFFICE::contains);
        return gate.state() == State.OVERRIDDEN
                || office
                || gate.at().departments().contains(own)
                || gate.at().leading().equals(own)
                || gate.parties().contains(person)
                || answering(person).isPresent()
                || directs(person).isPresent()
                || presides(person).isPresent();
    }
}
