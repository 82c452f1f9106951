package io.xietong.core.request;

import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import java.util.Optional;
import java.util.Set;

/** Who may see a request and who may speak for which side of it; asked at the moment of the act (spec.md section 2). */
public final class Rights {

    private Rights() {}

    /** Whether somebody may see the request, its trail and its texts. */
    public static boolean maySee(Request request, String person, Organisation organisation) {
        if (request.parties().contains(person) || request.ask().named().contains(person)) return true;
        if (request.ask().visibility() == Visibility.COMPANY) return true;
        Set<Role> roles = organisation.rolesOf(person);
        if (roles.contains(Role.SECRETARY) || heads(request, person, organisation)) return true;
        return request.ask().visibility() == Visibility.DEPARTMENTS && belongs(request, person, organisation);
    }

    /** The same for today, when somebody may stand in for a party and must see what they decide about. */
    public static boolean maySee(Request request, String person, Organisation organisation, Routing routing) {
        return maySee(request, person, organisation)
                || answering(request, person, routing).isPresent()
                || asking(request, person, routing).isPresent();
    }

    /** How a person may speak for the department that answers; empty when they may not. Nobody answers their own request. */
    public static Optional<Routing.Standing> answering(Request request, String person, Routing routing) {
        Optional<Routing.Standing> standing =
                routing.standing(person, request.department(), Set.of(request.requester()));
        boolean owner = request.owner().filter(person::equals).isPresent();
        return owner ? standing.or(() -> Optional.of(new Routing.Standing(Optional.empty()))) : standing;
    }

    /**
     * How a person may speak for the requester: the requester, or who stands in for them. Nobody of the department that answers
     * can (spec.md 4.11: no delegate who is a party).
     */
    static Optional<Routing.Standing> asking(Request request, String person, Routing routing) {
        if (request.requester().equals(person)) return Optional.of(new Routing.Standing(Optional.empty()));
        return answering(request, person, routing).isPresent()
                ? Optional.empty()
                : routing.standingFor(
                        person,
                        request.requester(),
                        request.owner().map(Set::of).orElse(Set.of()));
    }

    private static boolean heads(Request request, String person, Organisation organisation) {
        return request.legs().stream()
                        .flatMap(leg -> organisation.department(leg.department()).stream())
                        .anyMatch(department -> department.seats(person))
                || organisation
                        .department(request.fromDepartment())
                        .flatMap(Department::head)
                        .filter(person::equals)
                        .isPresent();
    }

    private static boolean belongs(Request request, String person, Organisation organisation) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        return own.equals(request.fromDepartment())
                || request.legs().stream().anyMatch(leg -> leg.department().equals(own));
    }
}
