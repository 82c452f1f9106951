package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xietong.emulator.EmulatedCalendar;
import io.xietong.emulator.EmulatedCalendar.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The bot's own calendar (calendar/v4). Thread-safe. */
final class FeishuCalendarApi {

    private static final String OWN = "feishu.cn_bot@group.calendar.feishu.cn";
    private static final String CALENDARS = "/open-apis/calendar/v4/calendars";
    private static final String EVENT = CALENDARS + "/{calendar}/events/{id}";
    private static final int MOST = 3000;

    private final EmulatedCalendar calendar;
    private final Set<String> scopes;
    private final Predicate<String> member;
    private final AtomicInteger events = new AtomicInteger();

    /** Answers a call with this body. */
    interface Handler {
        Answer of(Context call, JsonNode body);
    }

    /** Opens one address behind the app's token. */
    interface Doors {
        void open(HandlerType method, String path, Handler handler);
    }

    /** @param scopes what was granted; may change */
    FeishuCalendarApi(EmulatedCalendar calendar, Set<String> scopes, Predicate<String> member) {
        this.calendar = calendar;
        this.scopes = scopes;
        this.member = member;
    }

    void open(Doors doors) {
        doors.open(HandlerType.POST, CALENDARS + "/primary", allowed("calendar:calendar:read", (call, body) -> own()));
        doors.open(HandlerType.POST, CALENDARS + "/{calendar}/events", writing(this::create));
        doors.open(HandlerType.PATCH, EVENT, about(this::patch));
        doors.open(HandlerType.DELETE, EVENT, about((event, body) -> {
            calendar.delete(event.id());
            return Answer.ok();
        }));
        doors.open(
                HandlerType.GET,
                EVENT + "/attendees",
                writing((call, body) -> there(call, event -> attendees(event, call))));
        doors.open(HandlerType.POST, EVENT + "/attendees", about(this::ask));
        doors.open(HandlerType.POST, EVENT + "/attendees/batch_delete", about(this::takeOut));
    }

    private Handler about(BiFunction<Event, JsonNode, Answer> handler) {
        return writing((call, body) -> there(call, event -> handler.apply(event, body)));
    }

    private Handler writing(Handler handler) {
        return allowed("calendar:calendar", handler);
    }

    private Handler allowed(String scope, Handler handler) {
        return (call, body) -> scopes.contains(scope)
                ? handler.of(call, body)
                : Answer.fault(99991672, "Access denied. One of the following scopes is required: [" + scope + "]");
    }

    private static Answer own() {
        ObjectNode data = Answer.object();
        data.putArray("calendars")
                .addObject()
                .putObject("calendar")
                .put("calendar_id", OWN)
                .put("type", "primary")
                .put("role", "owner");
        return Answer.ok(data);
    }

    private Answer there(Context ctx, Function<Event, Answer> handler) {
        if (!ctx.pathParam("calendar").equals(OWN)) return Answer.fault(404, 191000, "calendar not found");
        String id = ctx.pathParam("id");
        if (calendar.wasThere(id)) return Answer.fault(403, 193003, "event is deleted");
        return calendar.find(id).map(handler).orElseGet(() -> Answer.fault(404, 193001, "event not found"));
    }

    private Answer create(Context ctx, JsonNode body) {
        if (!ctx.pathParam("calendar").equals(OWN)) return Answer.fault(404, 191000, "calendar not found");
        String key = ctx.queryParam("idempotency_key");
        if (key != null && (key.length() < 32 || key.length() > 128))
            return Answer.fault(99992402, "field validation failed");
        if (isWrong(body) || !body.path("start_time").hasNonNull("timestamp")) return invalid();
        Event empty = new Event(
                "event_" + events.incrementAndGet() + "_0", "", "", Instant.EPOCH, Instant.EPOCH, "", Set.of(), -1);
        String id = calendar.make(Optional.ofNullable(key), changed(empty, body));
        return described(id);
    }

    private Answer patch(Event event, JsonNode body) {
        if (isWrong(body)) return invalid();
        calendar.change(changed(event, body));
        return described(event.id());
    }

    private static boolean isWrong(JsonNode body) {
        return body.path("summary").asText().length() > 1000
                || body.path("description").asText().length() > 40_960
                || body.has("location")
                        && (body.path("location").path("name").asText().isEmpty()
                                || body.path("location").path("name").asText().length() > 512);
    }

    private static Answer invalid() {
        return Answer.fault(190002, "invalid parameters in request");
    }

    private static Event changed(Event event, JsonNode body) {
        return new Event(
                event.id(),
                body.path("summary").asText(event.title()),
                body.path("description").asText(event.text()),
                time(body.path("start_time"), event.startsAt()),
                time(body.path("end_time"), event.endsAt()),
                body.path("location").path("name").asText(event.place()),
                event.attendees(),
                -1);
    }

    private static Instant time(JsonNode time, Instant before) {
        return time.hasNonNull("timestamp")
                ? Instant.ofEpochSecond(Long.parseLong(time.path("timestamp").asText()))
                : before;
    }

    private static Answer described(String id) {
        ObjectNode data = Answer.object();
        data.putObject("event").put("event_id", id).put("organizer_calendar_id", OWN);
        return Answer.ok(data);
    }

    private static Answer attendees(Event event, Context ctx) {
        List<String> all = List.copyOf(event.attendees());
        int from = Integer.parseInt(
                Optional.ofNullable(ctx.queryParam("page_token")).orElse("0"));
        int size = Integer.parseInt(
                Optional.ofNullable(ctx.queryParam("page_size")).orElse("20"));
        int to = Math.min(all.size(), from + Math.min(100, size));
        ObjectNode data = Answer.object();
        ArrayNode items = data.putArray("items");
        for (String account : all.subList(from, to))
            items.addObject()
                    .put("type", "user")
                    .put("attendee_id", "user_" + account)
                    .put("user_id", account)
                    .put("rsvp_status", "needs_action");
        data.put("has_more", to < all.size());
        if (to < all.size()) data.put("page_token", Integer.toString(to));
        return Answer.ok(data);
    }

    private Answer ask(Event event, JsonNode body) {
        Set<String> people = new TreeSet<>(event.attendees());
        for (JsonNode one : body.path("attendees")) {
            String account = one.path("user_id").asText();
            if (!member.test(account)) return Answer.fault(404, 195100, "user is dismiss or not exist in the tenant");
            people.add(account);
        }
        if (body.path("attendees").size() > 1000 || people.size() > MOST) return invalid();
        calendar.change(event.with(people));
        return Answer.ok();
    }

    private Answer takeOut(Event event, JsonNode body) {
        if (body.path("attendee_ids").size() > 500) return invalid();
        Set<String> people = new TreeSet<>(event.attendees());
        for (JsonNode one : body.path("attendee_ids"))
            if (!people.remove(one.asText().replaceFirst("^user_", "")))
                return Answer.fault(404, 194000, "attendee not found");
        calendar.change(event.with(people));
        return Answer.ok();
    }
}
