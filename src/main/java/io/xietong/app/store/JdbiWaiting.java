package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What waits for somebody, whatever its kind; requests, which keep that in rows of their own, not among it. Reads as much as it returns,
 * however much waits, and that from the index alone.
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
        String lane = "(SELECT item, due_at FROM item_waiting WHERE waits = ? AND who = ?"
                + " ORDER BY waits, who, due_at, item LIMIT ?)";
        return new Select(
                        handle,
                        String.join(" UNION ALL ", Collections.nCopies(lanes.size(), lane)),
                        lanes.stream()
                                .flatMap(one -> Stream.of(one.waits(), one.who(), most))
                                .toArray())
                .list(JdbiWaiting::waits).stream()
                        .distinct()
                        .sorted(Comparator.comparing(Waits::due, Due.EARLIEST))
                        .limit(most)
                        .toList();
    }

    private static Waits waits(ResultSet row) throws SQLException {
        ItemNumber number = ItemNumber.read(row.getString("item")).orElseThrow();
        return new Waits(number, new Due(number.serial(), Sql.optionalInstant(row, "due_at")));
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
