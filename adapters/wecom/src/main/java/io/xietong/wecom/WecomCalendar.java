package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in a calendar of the application's own (wecom.md 4, oa/schedule). WeCom has no key that would make an event only once:
 * where an earlier attempt may have made it, it is looked for in that calendar first, by the reference in front of its text. The
 * calendar is made once for all nodes. Thread-safe.
 */
final class WecomCalendar implements ChatCalendar {

    private static final Logger log = LoggerFactory.getLogger(WecomCalendar.class);
    private static final int LONGEST_TITLE = 128;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_PLACE = 128;
    private static final int MOST = 1000;
    private static final int PAGE = 1000;
    private static final int CALLED_OFF = 1;

    private final WecomSettings settings;
    private final WecomApi api;
    private final Words words;

    WecomCalendar(WecomSettings settings, WecomApi api, Words words) {
        this.settings = settings;
        this.api = api;
        this.words = words;
    }

    @Override
    public Receipt create(String key, boolean again, Event event) {
        return receipt(() -> {
            String calendar = own();
            Optional<String> before = again ? found(calendar, event) : Optional.empty();
            if (before.isPresent()) {
                update(before.get(), event);
                return before.get();
            }
            ObjectNode schedule = drawn(event).put("cal_id", calendar);
            return api.post("/cgi-bin/oa/schedule/add", enclosed(schedule))
                    .path("schedule_id")
                    .asText();
        });
    }

    /** WeCom has codes of its own for what is gone, which are not known; so it is asked. */
    @Override
    public Receipt change(String id, Event event) {
        Receipt receipt = receipt(() -> {
            update(id, event);
            return id;
        });
        return isRefused(receipt) && isGone(id)
                ? new NotSent(NotSent.Kind.CARD_EXPIRED, "the event is gone", Optional.empty())
                : receipt;
    }

    private void update(String id, Event event) {
        api.post("/cgi-bin/oa/schedule/update", enclosed(drawn(event).put("schedule_id", id)));
    }

    @Override
    public Receipt cancel(String id) {
        Receipt receipt = receipt(() -> {
            api.post("/cgi-bin/oa/schedule/del", BoundedJson.object().put("schedule_id", id));
            return id;
        });
        return isRefused(receipt) && isGone(id) ? new Sent(id) : receipt;
    }

    private static boolean isRefused(Receipt receipt) {
        return receipt instanceof NotSent fault && fault.kind() == NotSent.Kind.NEVER;
    }

    private boolean isGone(String id) {
        ObjectNode asked = BoundedJson.object();
        asked.putArray("schedule_id_list").add(id);
        try {
            JsonNode list = api.post("/cgi-bin/oa/schedule/get", asked).path("schedule_list");
            return list.isEmpty() || list.get(0).path("status").asInt() == CALLED_OFF;
        } catch (WecomFault e) {
            log.warn("it is not known whether event {} is still there: {}", id, e.getMessage());
            return false;
        }
    }

    /** The event that an earlier attempt made. */
    private Optional<String> found(String calendar, Event event) {
        String start = event.reference() + "\n";
        for (int from = 0; ; from += PAGE) {
            ObjectNode asked = BoundedJson.object()
                    .put("cal_id", calendar)
                    .put("offset", from)
                    .put("limit", PAGE);
            JsonNode list =
                    api.post("/cgi-bin/oa/schedule/get_by_calendar", asked).path("schedule_list");
            for (JsonNode one : list)
                if (one.path("description").asText().startsWith(start)
                        && one.path("status").asInt() != CALLED_OFF)
                    return Optional.of(one.path("schedule_id").asText());
            if (list.size() < PAGE) return Optional.empty();
        }
    }

    private String own() {
        ObjectNode body = BoundedJson.object().put("agentid", settings.app().agentId());
        body.putObject("calendar")
                .put("summary", words.say("wecom.calendar.name"))
                .put("color", "#3370FF");
        return api.made("calendar", "/cgi-bin/oa/calendar/add", body, "cal_id");
    }

    private ObjectNode enclosed(ObjectNode schedule) {
        ObjectNode body = BoundedJson.object().put("agentid", settings.app().agentId());
        body.set("schedule", schedule);
        return body;
    }

    private static ObjectNode drawn(Event event) {
        if (event.attendees().size() > MOST) log.warn("{} has more people than an event of WeCom", event.reference());
        ObjectNode schedule = BoundedJson.object()
                .put("start_time", event.startsAt().getEpochSecond())
                .put("end_time", event.endsAt().getEpochSecond())
                .put("summary", WecomLengths.fitting(event.title(), LONGEST_TITLE))
                .put("description", WecomLengths.fitting(event.text(), LONGEST_TEXT))
                .put("location", WecomLengths.fitting(event.place(), LONGEST_PLACE));
        ArrayNode attendees = schedule.putArray("attendees");
        event.attendees().stream()
                .limit(MOST)
                .forEach(one -> attendees.addObject().put("userid", one));
        int offset = event.zone().getRules().getOffset(event.startsAt()).getTotalSeconds();
        schedule.putObject("reminders")
                .put("is_remind", event.reminder().isPresent() ? 1 : 0)
                .put(
                        "remind_before_event_secs",
                        event.reminder().map(Duration::toSeconds).orElse(0L))
                .put("is_repeat", 0)
                .put("timezone", offset / 3600);
        return schedule;
    }

    private static Receipt receipt(Supplier<String> act) {
        try {
            return new Sent(act.get());
        } catch (WecomFault e) {
            return e.receipt();
        }
    }
}
