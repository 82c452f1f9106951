package io.xietong.app.store;

import io.xietong.core.request.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds requests by whom they concern. Each question reads the index in the order of its answer and stops at
 * its limit, so that it costs the same with a hundred requests and a hundred thousand. H2 sees that it can do so only when all
 * columns of the index are in the order.
 */
final class RequestQueries {

    private final Handle handle;

    RequestQueries(Handle handle) {
        this.handle = handle;
    }

    List<Due> waitingFor(String person, Set<String> departments, int most) {
        List<Due> waiting = new ArrayList<>();
        for (State state : List.of(State.AWAITING_RESPONSE, State.IN_PROGRESS)) {
            waiting.addAll(due("owner", person, state, most));
            for (String department : departments) waiting.addAll(due("department", department, state, most));
        }
        for (State state : List.of(State.NEEDS_INFO, State.DELIVERED))
            waiting.addAll(due("requester", person, state, most));
        return waiting.stream().distinct().sorted(Due.EARLIEST).limit(most).toList();
    }

    private List<Due> due(String column, String value, State state, int most) {
        return new Select(
                        handle,
                        "SELECT serial, due_at FROM request WHERE " + column + " = ? AND state = ? ORDER BY " + column
                                + ", state, due_at LIMIT ?",
                        value,
                        state,
                        most)
                .list(Due::row);
    }

    List<Long> of(String person, int most) {
        List<Long> serials = new ArrayList<>();
        for (State state : State.values()) {
            serials.addAll(inState("requester", person, state, most));
            serials.addAll(inState("owner", person, state, most));
        }
        return serials.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .toList();
    }

    private List<Long> inState(String column, String value, State state, int most) {
        return new Select(
                        handle,
                        "SELECT serial FROM request WHERE " + column + " = ? AND state = ? ORDER BY " + column
                                + " DESC, state DESC, serial DESC LIMIT ?",
                        value,
                        state,
                        most)
                .list(row -> row.getLong(1));
    }

    Map<String, Integer> load(Collection<String> people, int most) {
        Map<String, Integer> load = new HashMap<>();
        for (String person : people) {
            int open = 0;
            for (State state : List.of(State.AWAITING_RESPONSE, State.IN_PROGRESS))
                open += inState("owner", person, state, most).size();
            if (open > 0) load.put(person, Math.min(open, most));
        }
        return load;
    }
}
