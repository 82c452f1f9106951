package io.xietong.app.desk;

import io.xietong.core.people.Department;
import io.xietong.core.people.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where to look for the open projects that somebody may see: with most people, among those that name their department or in which
 * they have a part. Who holds an office, or stands in for somebody today, may see others too and looks among all.
 */
final class NearProjects {

    private static final Set<Role> OFFICE = EnumSet.of(Role.SECRETARY, Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);

    private NearProjects() {}

    static Newest.Serials of(Turn turn) {
        var projects = turn.books.projects();
        String person = turn.speaker.id();
        var duties = turn.duties();
        boolean office = turn.organisation().rolesOf(person).stream().anyMatch(OFFICE::contains);
        if (office || !duties.standsInFor().isEmpty()) return projects::openBefore;
        Set<String> departments = new TreeSet<>(duties.headed());
        turn.organisation().departmentOf(person).map(Department::id).ifPresent(departments::add);
        return (below, most) -> projects.openOf(person, departments, below, most);
    }
}
