package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedCalendar;
import io.xietong.emulator.EmulatedCalendar.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calendars of the application's own and the events in them. Nothing makes an event only once. Thread-safe. */
final class ScheduleApi {

    private static final int FORBIDDEN = 48002;
    private static final int WRONG = 40058;
    private static final int NOBODY = 60111;
    private static final Set<Integer> BEFORE = Set.of(0, 300, 900, 3600, 86_400);

    private final EmulatedCalendar calendar;
    private final Predicate<String> member;
    private final Map<String, String> calendars = new HashMap<>();
    private int made;
    private boolean allowed = true;

    ScheduleApi(EmulatedCalendar calendar, Predicate<String> member) {
        this.calendar = calendar;
        this.member = member;
    }

    /** Whether the application may call this at all. */
    synchronized void allow(boolean wanted) {
        allowed = wanted;
    }

    /** How many calendars were made. */
    synchronized int calendars() {
        return calendars.size();
    }

    /** A handler that answers only while it is allowed. */
    Function<JsonNode, ObjectNode> allowed(Function<JsonNode, ObjectNode> handler) {
        return body -> {
            synchronized (this) {
                return allowed ? handler.apply(body) : Answer.fault(FORBIDDEN);
            }
        };
    }

    ObjectNode addCalendar(JsonNode body) {
        String summary = body.path("calendar").path("summary").asText();
        String color = body.path("calendar").path("color").asText();
        if (summary.isEmpty() || summary.length() > 128 || !color.matches("#[0-9A-F]{6}")) return Answer.fault(WRONG);
        String id = "wc" + (calendars.size() + 1);
        calendars.put(id, summary);
        return Answer.ok().put("cal_id", id);
    }

    ObjectNode add(JsonNode body) {
        JsonNode schedule = body.path("schedule");
        if (!calendars.containsKey(schedule.path("cal_id").asText())) return Answer.fault(WRONG);
        int fault = fault(schedule);
        if (fault != 0) return Answer.fault(fault);
        String id = schedule.path("cal_id").asText() + "-schedule" + ++made;
        calendar.make(Optional.empty(), event(id, schedule));
        return Answer.ok().put("schedule_id", id);
    }

    ObjectNode update(JsonNode body) {
        JsonNode schedule = body.path("schedule");
        String id = schedule.path("schedule_id").asText();
        if (calendar.find(id).isEmpty()) return Answer.fault(WRONG);
        int fault = fault(schedule);
        if (fault != 0) return Answer.fault(fault);
        calendar.change(event(id, schedule));
        return Answer.ok();
    }

    ObjectNode delete(JsonNode body) {
        String id = body.path("schedule_id").asText();
        if (calendar.find(id).isEmpty()) return Answer.fault(WRONG);
        calendar.delete(id);
        return Answer.ok();
    }

    ObjectNode read(JsonNode body) {
        ObjectNode answer = Answer.ok();
        ArrayNode list = answer.putArray("schedule_list");
        for (JsonNode id : body.path("schedule_id_list")) {
            calendar.find(id.asText()).ifPresent(event -> describe(list.addObject(), event));
            if (calendar.wasThere(id.asText()))
                list.addObject().put("schedule_id", id.asText()).put("status", 1);
        }
        return answer;
    }

    ObjectNode inCalendar(JsonNode body) {
        ObjectNode answer = Answer.ok();
        ArrayNode list = answer.putArray("schedule_list");
        List<Event> all = calendar.all().stream()
                .filter(event -> event.id().startsWith(body.path("cal_id").asText() + "-"))
                .toList();
        all.stream()
                .skip(body.path("offset").asInt())
                .limit(body.path("limit").asInt(500))
                .forEach(event -> describe(list.addObject(), event));
        return answer;
    }

    private static void describe(ObjectNode json, Event event) {
        json.put("schedule_id", event.id())
                .put("summary", event.title())
                .put("description", event.text())
                .put("status", 0);
    }

    private int fault(JsonNode schedule) {
        boolean tooLong = schedule.path("summary").asText().length() > 128
                || schedule.path("description").asText().length() > 1000
                || schedule.path("location").asText().length() > 128
                || schedule.path("attendees").size() > 1000;
        boolean unknownReminder = !BEFORE.contains(
                schedule.path("reminders").path("remind_before_event_secs").asInt());
        if (tooLong
                || unknownReminder
                || schedule.path("end_time").asLong()
                        < schedule.path("start_time").asLong()) return WRONG;
        for (JsonNode one : schedule.path("attendees"))
            if (!member.test(one.path("userid").asText())) return NOBODY;
        return 0;
    }

    private static Event event(String id, JsonNode schedule) {
        Set<String> people = new TreeSet<>();
        schedule.path("attendees").forEach(one -> people.add(one.path("userid").asText()));
        JsonNode reminders = schedule.path("reminders");
        return new Event(
                id,
                schedule.path("summary").asText("新建事件"),
                schedule.path("description").asText(),
                Instant.ofEpochSecond(schedule.path("start_time").asLong()),
                Instant.ofEpochSecond(schedule.path("end_time").asLong()),
                schedule.path("location").asText(),
                people,
                reminders.path("is_remind").asInt() == 1
                        ? reminders.path("remind_before_event_secs").asInt() / 60
                        : -1);
    }
}
