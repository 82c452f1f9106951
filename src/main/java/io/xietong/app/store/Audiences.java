package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Audience;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** For whom items are; an item without rows is for the whole company. */
final class Audiences {

    private static final String DEPARTMENT = "DEPARTMENT";

    private final Handle handle;

    Audiences(Handle handle) {
        this.handle = handle;
    }

    private record Named(String item, String part, String who) {}

    /** Those that are not for the whole company. */
    Map<String, Audience> of(Collection<String> items) {
        Map<String, List<Named>> named = new TreeMap<>();
        handle.createQuery("SELECT * FROM item_audience WHERE item IN (<items>) ORDER BY item, position")
                .bindList("items", Sql.rounded(items))
                .map((row, context) -> new Named(row.getString("item"), row.getString("part"), row.getString("who")))
                .forEach(one -> named.merge(one.item(), List.of(one), Audiences::joined));
        Map<String, Audience> audiences = new HashMap<>();
        named.forEach((item, all) -> audiences.put(item, new Audience(false, who(all, true), who(all, false))));
        return audiences;
    }

    private static List<Named> joined(List<Named> some, List<Named> more) {
        return Stream.of(some, more).flatMap(List::stream).toList();
    }

    private static List<String> who(List<Named> named, boolean departments) {
        return named.stream()
                .filter(one -> one.part().equals(DEPARTMENT) == departments)
                .map(Named::who)
                .toList();
    }

    /** Writes the audience of a new item. */
    void keep(ItemNumber number, Audience audience) {
        if (audience.company()) return;
        Batch batch = new Batch(handle, "INSERT INTO item_audience (item, position, part, who) VALUES (?,?,?,?)");
        audience.departments().forEach(id -> batch.add(number.toString(), batch.size(), DEPARTMENT, id));
        audience.people().forEach(id -> batch.add(number.toString(), batch.size(), "PERSON", id));
        batch.execute();
    }
}
