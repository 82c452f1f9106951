package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What waits for somebody, whatever its kind; requests, which keep that in rows of their own, not among it. Reads as much as it returns,
 * however much waits.
 */
public final class JdbiWaiting {

    private final Handle handle;

    JdbiWaiting(Handle handle) {
        this.handle = handle;
    }

    /** An item that waits, and until when. */
    public record Waits(ItemNumber number, Due due) {}

    private record Lane(String waits, String who) {}

    /** Earliest due first. */
    public List<Waits> of(Duties duties, int most) {
        List<Lane> lanes = lanes(duties);
        String lane =
                "(SELECT item, serial, due_at FROM item_waiting WHERE waits = ? AND who = ? ORDER BY due_at LIMIT ?)";
        Query query = handle.createQuery(String.join(" UNION ", Collections.nCopies(lanes.size(), lane)));
        int at = 0;
        for (Lane one : lanes)
            query.bind(at++, one.waits()).bind(at++, one.who()).bind(at++, most);
        return query
                .map((row, context) ->
                        new Waits(ItemNumber.read(row.getString("item")).orElseThrow(), Due.row(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Waits::due, Due.EARLIEST))
                .limit(most)
                .toList();
    }

    private static List<Lane> lanes(Duties duties) {
        Set<String> people = new TreeSet<>(duties.standsInFor());
        people.add(duties.person());
        List<Lane> lanes = new ArrayList<>();
        add(lanes, "PERSON", people);
        add(lanes, "DEPARTMENT", duties.departments());
        add(lanes, "HEAD", duties.headed());
        if (duties.secretary()) add(lanes, "SECRETARIAT", List.of(""));
        return lanes;
    }

    private static void add(List<Lane> lanes, String waits, Collection<String> who) {
        who.forEach(one -> lanes.add(new Lane(waits, one)));
    }
}
