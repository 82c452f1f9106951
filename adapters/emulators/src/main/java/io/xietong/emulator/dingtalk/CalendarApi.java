package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xietong.emulator.EmulatedCalendar;
import io.xietong.emulator.EmulatedCalendar.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** People's primary calendars, with their unionIds in place of their accounts. Thread-safe. */
final class CalendarApi {

    private static final String EVENTS = "/v1.0/calendar/users/{owner}/calendars/primary/events";
    private static final String EVENT = EVENTS + "/{id}";
    private static final String UNION = "union-";
    private static final int AT_ONCE = 500;

    private final EmulatedCalendar calendar;
    private final Predicate<String> member;
    private final AtomicInteger events = new AtomicInteger();
    private volatile boolean allowed = true;

    /** Answers a call with this body. */
    interface Handler {
        Answer of(Context call, JsonNode body);
    }

    /** Opens one address behind the application's token. */
    interface Doors {
        void open(HandlerType method, String path, Handler handler);
    }

    CalendarApi(EmulatedCalendar calendar, Predicate<String> member) {
        this.calendar = calendar;
        this.member = member;
    }

    static String unionId(String account) {
        return UNION + account;
    }

    private static String account(String unionId) {
        return unionId.replaceFirst("^" + UNION, "");
    }

    /** Whether the application may call this at all. */
    void allow(boolean wanted) {
        allowed = wanted;
    }

    void open(Doors doors) {
        doors.open(HandlerType.POST, EVENTS, allowed(this::create));
        doors.open(HandlerType.PUT, EVENT, about((event, body) -> {
            if (isWrong(body)) return wrong();
            calendar.change(changed(event, body));
            return Answer.ok(Answer.object().put("id", event.id()));
        }));
        doors.open(HandlerType.DELETE, EVENT, about((event, body) -> {
            calendar.delete(event.id());
            return Answer.ok(Answer.object());
        }));
        doors.open(
                HandlerType.GET,
                EVENT + "/attendees",
                allowed((call, body) ->
                        there(call).map(event -> attendees(event, call)).orElseGet(CalendarApi::gone)));
        doors.open(HandlerType.POST, EVENT + "/attendees", about((event, body) -> ask(event, body)));
        doors.open(HandlerType.POST, EVENT + "/attendees/batchRemove", about(this::takeOut));
    }

    private Handler allowed(Handler handler) {
        return (call, body) -> allowed
                ? handler.of(call, body)
                : Answer.fault(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied");
    }

    private Handler about(BiFunction<Event, JsonNode, Answer> handler) {
        return allowed((call, body) ->
                there(call).map(event -> handler.apply(event, body)).orElseGet(CalendarApi::gone));
    }

    /** The event, for its organiser alone. */
    private Optional<Event> there(Context call) {
        String id = call.pathParam("id");
        return calendar.find(id).filter(event -> id.startsWith(call.pathParam("owner") + "."));
    }

    private static Answer gone() {
        return Answer.fault(404, "instanceNotExist");
    }

    private static Answer wrong() {
        return Answer.fault(400, "invalidParameter");
    }

    private Answer create(Context call, JsonNode body) {
        String owner = call.pathParam("owner");
        Set<String> people = accounts(body.path("attendees"));
        people.add(account(owner));
        if (isWrong(body)
                || body.path("attendees").size() > AT_ONCE
                || !people.stream().allMatch(member)) return wrong();
        String id = owner + ".event" + events.incrementAndGet() + "==";
        Event event = changed(new Event(id, "", "", Instant.EPOCH, Instant.EPOCH, "", people, -1), body);
        String made = calendar.make(Optional.ofNullable(call.header("x-client-token")), event);
        return Answer.ok(Answer.object().put("id", made));
    }

    private static boolean isWrong(JsonNode body) {
        return body.path("summary").asText().length() > 2048
                || body.path("description").asText().length() > 5000
                || !body.path("start").hasNonNull("dateTime");
    }

    private static Event changed(Event event, JsonNode body) {
        JsonNode reminders = body.path("reminders");
        return new Event(
                event.id(),
                body.path("summary").asText(),
                body.path("description").asText(),
                OffsetDateTime.parse(body.path("start").path("dateTime").asText())
                        .toInstant(),
                OffsetDateTime.parse(body.path("end").path("dateTime").asText()).toInstant(),
                body.path("location").path("displayName").asText(),
                event.attendees(),
                reminders.isEmpty() ? -1 : reminders.get(0).path("minutes").asInt());
    }

    private static Set<String> accounts(JsonNode list) {
        Set<String> accounts = new TreeSet<>();
        list.forEach(one -> accounts.add(account(one.path("id").asText())));
        return accounts;
    }

    private static Answer attendees(Event event, Context call) {
        List<String> all = List.copyOf(event.attendees());
        int from = Integer.parseInt(
                Optional.ofNullable(call.queryParam("nextToken")).orElse("0"));
        int most = Integer.parseInt(
                Optional.ofNullable(call.queryParam("maxResults")).orElse("100"));
        int to = Math.min(all.size(), from + Math.min(AT_ONCE, most));
        ObjectNode json = Answer.object();
        ArrayNode list = json.putArray("attendees");
        all.subList(from, to).forEach(account -> list.addObject().put("id", unionId(account)));
        if (to < all.size()) json.put("nextToken", Integer.toString(to));
        return Answer.ok(json);
    }

    private Answer ask(Event event, JsonNode body) {
        Set<String> people = accounts(body.path("attendeesToAdd"));
        if (body.path("attendeesToAdd").size() > AT_ONCE || !people.stream().allMatch(member)) return wrong();
        people.addAll(event.attendees());
        calendar.change(event.with(people));
        return Answer.ok(Answer.object());
    }

    private Answer takeOut(Event event, JsonNode body) {
        if (body.path("attendeesToRemove").size() > AT_ONCE) return wrong();
        Set<String> people = new TreeSet<>(event.attendees());
        people.removeAll(accounts(body.path("attendeesToRemove")));
        calendar.change(event.with(people));
        return Answer.ok(Answer.object());
    }
}
