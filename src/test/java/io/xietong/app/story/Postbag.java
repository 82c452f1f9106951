package io.xietong.app.story;

import io.xietong.app.store.Database;
import io.xietong.app.store.Json;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Outgoing.ItemCard;
import io.xietong.core.text.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What people got in a long time, counted by kind. A kind is the key of the words on top of a card, of a note's words, or a
 * fixed card's title; {@code XQ} alone is an item's card that speaks for itself. Looked into from time to time, before the outbox
 * forgets.
 */
final class Postbag {

    private static final LocalTime NIGHT = LocalTime.of(3, 17);

    private final Map<Long, Letter> letters = new TreeMap<>();

    /** @param digest under which number it left together with others; 0 for one that left alone */
    private record Letter(String reader, String kind, String state, long digest) {}

    /** Takes note of all that the outbox holds at the moment. */
    void look(Database database) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT * FROM outbox WHERE kind NOT IN ('REFRESH','GROUP','CALENDAR') ORDER BY id")) {
            while (row.next()) letters.put(row.getLong("id"), letter(row));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String person = row.getString("person");
        return new Letter(
                person == null ? row.getString("chat_id") : person,
                kind(row) + (isAnew(row) ? " (sent anew)" : ""),
                row.getString("state"),
                row.getLong("digest"));
    }

    /** Cards whose life ends are sent again in the night. */
    private static boolean isAnew(ResultSet row) throws SQLException {
        return row.getObject("created_at", LocalDateTime.class)
                .atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(Office.SHANGHAI)
                .toLocalTime()
                .equals(NIGHT);
    }

    private static String kind(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return switch (row.getString("kind")) {
            case "NOTE" -> key(Json.read(body, Message.class));
            case "CARD" ->
                Json.read(body, ItemCard.class)
                        .headline()
                        .map(Postbag::key)
                        .orElse(row.getString("item").replaceAll("-.*", ""));
            case "FIXED" -> "「" + Json.read(body, Card.class).title().replaceAll("\\d+", "N") + "」";
            default -> row.getString("kind");
        };
    }

    private static String key(Message message) {
        boolean wraps = !message.args().isEmpty() && message.args().get(0) instanceof Message;
        return message.key() + (wraps ? "(" + key((Message) message.args().get(0)) + ")" : "");
    }

    /** How many messages each person got on the platform: those of one digest came as one. */
    Map<String, Long> delivered() {
        Map<String, Long> delivered = new HashMap<>();
        letters.forEach((id, letter) -> {
            boolean first = letter.digest() == 0 || letter.digest() == id;
            if (letter.state().equals("SENT") && first) delivered.merge(letter.reader(), 1L, Long::sum);
        });
        return delivered;
    }

    /** Those that are not sent, and were not dropped because the matter was settled before anybody read them. */
    List<String> undelivered() {
        return letters.values().stream()
                .filter(letter ->
                        !letter.state().equals("SENT") && !letter.state().equals("DROPPED"))
                .map(Letter::toString)
                .toList();
    }

    /** A line for each kind: how many came in all, and how many to whom. */
    List<String> table() {
        Map<String, Map<String, Long>> kinds = letters.values().stream()
                .filter(letter -> letter.state().equals("SENT"))
                .collect(Collectors.groupingBy(
                        Letter::kind,
                        TreeMap::new,
                        Collectors.groupingBy(Letter::reader, TreeMap::new, Collectors.counting())));
        return kinds.entrySet().stream()
                .map(kind -> line(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static String line(String kind, Map<String, Long> readers) {
        long all = readers.values().stream().mapToLong(Long::longValue).sum();
        String each = readers.entrySet().stream()
                .map(reader -> reader.getKey() + " " + reader.getValue())
                .collect(Collectors.joining(", "));
        return kind + ": " + all + " = " + each;
    }
}
