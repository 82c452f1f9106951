package io.xietong.app.bench;

import io.xietong.core.item.ItemKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items in the states that commands need. Of each state one is made at the desk; before a round there are as many copies of it as
 * there are calls, and none of those of the round before, so that the company stays as large as it was.
 */
final class Scene {

    /** Messages that nobody could be sent, instead of an item. */
    private static final String UNDELIVERED = "undelivered";

    private static final long MESSAGES = 1_000_000_000_000L;

    private final int copies;
    private final Map<String, Map<ItemKind, Long>> models = new HashMap<>();
    private final Map<ItemKind, Long> last = new EnumMap<>(ItemKind.class);

    private Scene(int copies) {
        this.copies = copies;
    }

    /** Makes one of each; the office that works with it is opened afterwards, so that it gives out no serials of the copies. */
    static Scene make(BenchOffice office, CompanyCommands commands, int copies) throws SQLException {
        Scene scene = new Scene(copies);
        for (var state : commands.states().entrySet()) scene.model(office, state.getKey(), state.getValue());
        scene.reserve(office);
        return scene;
    }

    private void model(BenchOffice office, String state, List<CompanyCommands.Step> steps) throws SQLException {
        Map<ItemKind, Long> before = newest(office);
        for (CompanyCommands.Step step : steps) {
            office.itBecomes(step.at());
            office.sweep.untilIdle();
            office.does(step.who(), step.said().with(state).about(newest(office)::get, 0));
        }
        office.itBecomes(BenchOffice.MORNING);
        Map<ItemKind, Long> made = newest(office);
        made.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        models.put(state, made);
    }

    private static Map<ItemKind, Long> newest(BenchOffice office) throws SQLException {
        Map<ItemKind, Long> newest = new EnumMap<>(ItemKind.class);
        try (Connection connection = office.database.connection()) {
            for (ItemKind kind : ItemKind.values()) newest.put(kind, ItemRows.greatest(connection, kind));
        }
        return newest;
    }

    private void reserve(BenchOffice office) throws SQLException {
        last.putAll(newest(office));
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement()) {
            for (ItemKind kind : ItemKind.values()) new ItemRows(statement, kind).reserve(last.get(kind) + copies);
        }
    }

    /** What is said about the item of a call, from 0. */
    Sentence about(Sentence said, int call) {
        return said.about(kind -> last.get(kind) + 1 + call, MESSAGES + call);
    }

    /** Takes away what commands have made and what they have left to be sent, and puts copies of a state's item in its place. */
    void set(BenchOffice office, Optional<String> state) throws SQLException {
        Map<ItemKind, Long> newest = newest(office);
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (ItemKind kind : ItemKind.values())
                if (newest.get(kind) > last.get(kind))
                    new ItemRows(statement, kind).delete(last.get(kind) + 1, newest.get(kind));
            statement.execute("DELETE FROM outbox");
            statement.execute("DELETE FROM inbox_event");
            if (state.isPresent()) put(state.get(), statement);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void put(String state, Statement statement) throws SQLException {
        if (state.equals(UNDELIVERED)) {
            statement.execute(
                    "INSERT INTO outbox (id, lane, kind, body, urgency, state, created_at, not_before, due_at, attempts)"
                            + " SELECT x, 'sandbox', 'NOTE', '', 'NORMAL', 'DEAD', LOCALTIMESTAMP, LOCALTIMESTAMP, LOCALTIMESTAMP, 20"
                            + " FROM SYSTEM_RANGE(" + MESSAGES + ", " + (MESSAGES + copies - 1) + ")");
            return;
        }
        Map<ItemKind, Long> model = models.get(state);
        for (Map.Entry<ItemKind, Long> item : model.entrySet()) {
            long serial = item.getValue();
            long first = last.get(item.getKey()) + 1 - serial;
            long projects = model.containsKey(ItemKind.PROJECT)
                    ? last.get(ItemKind.PROJECT) + 1 - model.get(ItemKind.PROJECT) - first
                    : 0;
            new ItemRows(statement, item.getKey()).copy(serial, serial, 1, first, first + copies - 1, projects);
        }
    }
}
