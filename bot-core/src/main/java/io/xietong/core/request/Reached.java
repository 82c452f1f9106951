package io.xietong.core.request;

import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Who is told today on behalf of whom, so that nothing lies with one who is away or with an empty seat (spec.md 4.11). */
record Reached(Request request, Occasion occasion) {

    /** The requester, or who stands in for them but is not the other party. */
    String requester() {
        return occasion.routing()
                .standIn(request.requester(), request.owner().map(Set::of).orElse(Set.of()))
                .orElse(request.requester());
    }

    /** Whoever was asked to answer, or who does so today in their place. */
    Optional<String> owner() {
        Set<String> party = Set.of(request.requester());
        return request.owner()
                .flatMap(owner -> occasion.routing().actingFor(owner, party))
                .or(() -> occasion.routing().assign(request.department(), party).map(Assignment::person))
                .or(request::owner);
    }

    /** The first deputy who is there. */
    Optional<String> deputy() {
        return occasion.routing().actingDeputy(request.department(), Set.of());
    }

    /** The acting head of the department that answers; the secretaries when there is none. */
    Set<String> head() {
        return head(request.department());
    }

    /** The acting heads of both departments, the secretaries in the place of one that is missing. */
    Set<String> heads() {
        Set<String> heads = new LinkedHashSet<>(head(request.fromDepartment()));
        heads.addAll(head(request.department()));
        return heads;
    }

    private Set<String> head(String department) {
        return occasion.routing()
                .actingHead(department, Set.of())
                .map(acting -> Set.of(acting.person()))
                .orElseGet(() -> new LinkedHashSet<>(occasion.organisation().secretaries()));
    }
}
