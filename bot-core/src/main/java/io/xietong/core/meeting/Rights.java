package io.xietong.core.meeting;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do what around a meeting. */
final class Rights {

    private static final Set<Role> CALLING = EnumSet.of(Role.HEAD, Role.SECRETARY, Role.CHAIR, Role.VICE_CHAIR);

    private Rights() {}

    /** Secretaries, the chair, heads, and who acts as a head today. */
    static boolean mayCall(String person, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        if (organisation.rolesOf(person).stream().anyMatch(CALLING::contains)) return true;
        return organisation.departments().stream()
                .map(Department::id)
                .flatMap(department -> occasion.routing().actingHead(department, Set.of()).stream())
                .map(Assignment::person)
                .anyMatch(person::equals);
    }

    /** Organiser, host, who stands in for one of them, secretaries. */
    static boolean mayDirect(Meeting meeting, String person, Organisation organisation, Routing routing) {
        return organisation.rolesOf(person).contains(Role.SECRETARY)
                || directed(meeting, person, routing).isPresent();
    }

    /** For whom somebody directs a meeting: organiser or host, themself or another; empty for a secretary. */
    static Optional<String> directed(Meeting meeting, String person, Routing routing) {
        return List.of(meeting.organiser(), meeting.host()).stream()
                .filter(one -> routing.standingFor(person, one, Set.of()).isPresent())
                .findFirst();
    }

    /** The seat for which somebody speaks: their own, one that was handed to them, or of somebody for whom they stand in today. */
    static Optional<Invitee> seat(Meeting meeting, String person, Routing routing) {
        return own(meeting, person)
                .or(() -> meeting.invitees().stream()
                        .filter(one -> routing.standingFor(person, one.person(), Set.of())
                                .isPresent())
                        .findFirst());
    }

    private static Optional<Invitee> own(Meeting meeting, String person) {
        Optional<Invitee> named = meeting.invitees().stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
        return named.or(() -> meeting.invitees().stream()
                .filter(one -> one.standIn().filter(person::equals).isPresent())
                .findFirst());
    }

    static boolean maySee(Meeting meeting, String person, Organisation organisation, Routing routing) {
        return mayDirect(meeting, person, organisation, routing)
                || seat(meeting, person, routing).isPresent();
    }
}
