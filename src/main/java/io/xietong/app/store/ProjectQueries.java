package io.xietong.app.store;

import io.xietong.core.project.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds projects by whom they concern; reads as much as it returns, however many there are. */
final class ProjectQueries {

    private final Handle handle;
    private final String open;

    /** @param open the states in which a project is open */
    ProjectQueries(Handle handle, Collection<State> open) {
        this.handle = handle;
        this.open = open.stream().map(state -> "'" + state + "'").collect(Collectors.joining(","));
    }

    /**
     * Serials of the open ones below this one that name one of the departments, or in which somebody has a part or is waited for, newest
     * first.
     */
    List<Long> openOf(String person, Set<String> departments, long below, int most) {
        List<String> each = new ArrayList<>(List.of(
                rows(
                        "item_person n USE INDEX (item_person_by_person)",
                        "n.person = ? AND n.part = 'PARTY' AND n.item LIKE 'XM-%'",
                        "n.person DESC, n.part DESC"),
                rows(
                        "item_waiting n USE INDEX (item_waiting_by_who)",
                        "n.who = ? AND n.waits = 'PERSON' AND n.item LIKE 'XM-%'",
                        "n.waits DESC, n.who DESC")));
        long from = Math.min(below, newest() + 1); // other kinds have higher numbers, which would be read first
        List<Object> values = new ArrayList<>(List.of(person, from, most, person, from, most));
        for (String department : departments)
            for (String table : List.of("project", "project_milestone", "project_support")) {
                each.add(rows(table + " n", "n.department = ?", "n.department DESC"));
                values.addAll(List.of(department, from, most));
            }
        return new Select(handle, String.join(" UNION ", each), values.toArray())
                .list(row -> row.getLong(1)).stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .toList();
    }

    private long newest() {
        return new Select(handle, "SELECT COALESCE(MAX(serial), 0) FROM project")
                .first(row -> row.getLong(1))
                .orElseThrow();
    }

    /**
     * From a table's rows that name somebody, the newest back until there are enough: in the order of an index that is named where
     * another would seem to fit better, but has to be read to its end. The state is asked for by the key alone: with it
     * among the conditions H2 goes through all that are open, for each row.
     *
     * @param table called n
     * @param order of the index
     */
    private String rows(String table, String named, String order) {
        return "(SELECT n.serial FROM " + table + " WHERE " + named + " AND n.serial < ?"
                + " AND (SELECT p.state FROM project p WHERE p.serial = n.serial) IN (" + open + ")"
                + " ORDER BY " + order + ", n.serial DESC LIMIT ?)";
    }
}
