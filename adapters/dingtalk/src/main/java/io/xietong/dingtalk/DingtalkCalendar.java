package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.wire.BoundedJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in the calendar of the person who leads them, since an application has none (dingtalk.md 3.8). People are named there by
 * their unionId, which DingTalk is asked for once; who has none is left out and logged. An event's id is its owner's unionId and
 * its own. Thread-safe.
 */
final class DingtalkCalendar implements ChatCalendar {

    private static final Logger log = LoggerFactory.getLogger(DingtalkCalendar.class);
    private static final int LONGEST_TITLE = 2048;
    private static final int LONGEST_TEXT = 5000;
    private static final int AT_ONCE = 500;
    private static final int MOST = 5000;

    private final DingtalkApi api;
    private final Map<String, String> unionIds = new ConcurrentHashMap<>();

    DingtalkCalendar(DingtalkApi api) {
        this.api = api;
    }

    /** The address of the events in somebody's calendar. */
    static String path(String unionId) {
        return "/v1.0/calendar/users/" + encoded(unionId) + "/calendars/primary/events";
    }

    private static String path(Place place) {
        return path(place.owner()) + "/" + encoded(place.event());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Where an event is. */
    private record Place(String owner, String event) {

        static Place of(String id) {
            int slash = id.indexOf('/');
            return new Place(id.substring(0, slash), id.substring(slash + 1));
        }

        String id() {
            return owner + "/" + event;
        }
    }

    /** The key makes the event the same for every attempt of a day; it may be as it was before the last change. */
    @Override
    public Receipt create(String key, boolean again, Event event) {
        return receipt(() -> {
            String owner = owner(event);
            List<String> others = others(owner, event);
            ObjectNode body = drawn(event);
            body.set("attendees", listed(others.subList(0, Math.min(others.size(), AT_ONCE))));
            JsonNode made =
                    api.call("POST", path(owner), Optional.of(body), Optional.of(Map.entry("x-client-token", key)));
            Place place = new Place(owner, made.path("id").asText());
            if (again) bringUpToDate(place, event);
            else if (others.size() > AT_ONCE) ask(place, others.subList(AT_ONCE, others.size()));
            return place.id();
        });
    }

    @Override
    public Receipt change(String id, Event event) {
        return receipt(() -> {
            bringUpToDate(Place.of(id), event);
            return id;
        });
    }

    private void bringUpToDate(Place place, Event event) {
        api.call("PUT", path(place), Optional.of(drawn(event).put("id", place.event())), Optional.empty());
        Set<String> asked = asked(place);
        List<String> wanted = others(place.owner(), event);
        ask(place, wanted.stream().filter(one -> !asked.contains(one)).toList());
        Set<String> staying = new HashSet<>(wanted);
        staying.add(place.owner());
        List<String> leaving =
                asked.stream().filter(one -> !staying.contains(one)).toList();
        for (List<String> part : parts(leaving)) {
            ObjectNode body = BoundedJson.object();
            body.set("attendeesToRemove", listed(part));
            api.call("POST", path(place) + "/attendees/batchRemove", Optional.of(body), Optional.empty());
        }
    }

    @Override
    public Receipt cancel(String id) {
        Receipt receipt = receipt(() -> {
            api.call("DELETE", path(Place.of(id)) + "?pushNotification=false", Optional.empty(), Optional.empty());
            return id;
        });
        boolean gone = receipt instanceof NotSent fault && fault.kind() == NotSent.Kind.CARD_EXPIRED;
        return gone ? new Sent(id) : receipt;
    }

    private void ask(Place place, List<String> people) {
        for (List<String> part : parts(people)) {
            ObjectNode body =
                    BoundedJson.object().put("pushNotification", false).put("chatNotification", false);
            body.set("attendeesToAdd", listed(part));
            api.call("POST", path(place) + "/attendees", Optional.of(body), Optional.empty());
        }
    }

    /** UnionIds of those who are asked, the owner perhaps among them. */
    private Set<String> asked(Place place) {
        Set<String> asked = new LinkedHashSet<>();
        String page = "";
        do {
            String query = "/attendees?maxResults=" + AT_ONCE + (page.isEmpty() ? "" : "&nextToken=" + encoded(page));
            JsonNode answer = api.call("GET", path(place) + query, Optional.empty(), Optional.empty());
            answer.path("attendees").forEach(one -> asked.add(one.path("id").asText()));
            page = answer.path("nextToken").asText("");
        } while (!page.isEmpty() && !page.equals("null"));
        return asked;
    }

    private static ArrayNode listed(List<String> unionIds) {
        ArrayNode list = BoundedJson.object().putArray("list");
        unionIds.forEach(one -> list.addObject().put("id", one));
        return list;
    }

    private static List<List<String>> parts(List<String> all) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE)
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        return parts;
    }

    /** What an event says besides who is asked. DingTalk tells nobody: a card does. */
    private static ObjectNode drawn(Event event) {
        ObjectNode body = BoundedJson.object()
                .put("summary", fitting(event.title(), LONGEST_TITLE))
                .put("description", fitting(event.text(), LONGEST_TEXT))
                .put("isAllDay", false);
        time(body.putObject("start"), event.startsAt(), event.zone());
        time(body.putObject("end"), event.endsAt(), event.zone());
        body.putObject("location").put("displayName", event.place());
        ArrayNode reminders = body.putArray("reminders");
        event.reminder()
                .ifPresent(before ->
                        reminders.addObject().put("method", "dingtalk").put("minutes", before.toMinutes()));
        body.putObject("extra").put("noPushNotification", "true").put("noChatNotification", "true");
        return body;
    }

    private static void time(ObjectNode to, Instant at, ZoneId zone) {
        to.put("dateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)))
                .put("timeZone", zone.getId());
    }

    private static String fitting(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Who leads it; when DingTalk does not know them, the first of the others whom it knows. */
    private String owner(Event event) {
        return Stream.concat(Stream.of(event.owner()), event.attendees().stream())
                .flatMap(account -> unionId(account).stream())
                .findFirst()
                .orElseThrow(() -> DingtalkFault.inside("nobody who is asked is known"));
    }

    private List<String> others(String owner, Event event) {
        if (event.attendees().size() > MOST)
            log.warn("{} has more people than an event of DingTalk", event.reference());
        return event.attendees().stream()
                .limit(MOST)
                .flatMap(account -> unionId(account).stream())
                .filter(one -> !one.equals(owner))
                .toList();
    }

    /** Empty when DingTalk does not know the account. */
    private Optional<String> unionId(String account) {
        String known = unionIds.get(account);
        if (known != null) return Optional.of(known);
        try {
            String asked = api.old("/topapi/v2/user/get", BoundedJson.object().put("userid", account))
                    .path("result")
                    .path("unionid")
                    .asText();
            if (asked.isEmpty()) return Optional.empty();
            unionIds.put(account, asked);
            return Optional.of(asked);
        } catch (DingtalkFault e) {
            if (e.kind() != NotSent.Kind.NEVER) throw e;
            log.warn("not asked to events: {} ({})", account, e.getMessage());
            return Optional.empty();
        }
    }

    private static Receipt receipt(Supplier<String> act) {
        try {
            return new Sent(act.get());
        } catch (DingtalkFault e) {
            return e.receipt();
        }
    }
}
