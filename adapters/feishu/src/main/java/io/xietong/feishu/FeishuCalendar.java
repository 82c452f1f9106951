package io.xietong.feishu;

import com.lark.oapi.service.calendar.v4.model.BatchDeleteCalendarEventAttendeeReq;
import com.lark.oapi.service.calendar.v4.model.BatchDeleteCalendarEventAttendeeReqBody;
import com.lark.oapi.service.calendar.v4.model.CalendarEvent;
import com.lark.oapi.service.calendar.v4.model.CalendarEventAttendee;
import com.lark.oapi.service.calendar.v4.model.CreateCalendarEventAttendeeReq;
import com.lark.oapi.service.calendar.v4.model.CreateCalendarEventAttendeeReqBody;
import com.lark.oapi.service.calendar.v4.model.CreateCalendarEventReq;
import com.lark.oapi.service.calendar.v4.model.DeleteCalendarEventReq;
import com.lark.oapi.service.calendar.v4.model.EventLocation;
import com.lark.oapi.service.calendar.v4.model.ListCalendarEventAttendeeReq;
import com.lark.oapi.service.calendar.v4.model.ListCalendarEventAttendeeRespBody;
import com.lark.oapi.service.calendar.v4.model.PatchCalendarEventReq;
import com.lark.oapi.service.calendar.v4.model.PrimaryCalendarReq;
import com.lark.oapi.service.calendar.v4.model.PrimaryCalendarRespBody;
import com.lark.oapi.service.calendar.v4.model.TimeInfo;
import com.lark.oapi.service.calendar.v4.model.Vchat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in the bot's own calendar, to which people are asked (calendar/v4). Feishu notifies nobody: what is new comes as a card.
 * Reminders would be the bot's alone, so everybody is reminded as they have set it themselves. Somebody who cannot be asked is
 * left out and logged. Thread-safe.
 */
final class FeishuCalendar implements ChatCalendar {

    private static final Logger log = LoggerFactory.getLogger(FeishuCalendar.class);
    private static final String ID_TYPE = "open_id";
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_TEXT = 40_960;
    private static final int LONGEST_PLACE = 512;
    private static final int ASKED_AT_ONCE = 1000;
    private static final int TAKEN_OUT_AT_ONCE = 500;
    private static final int PAGE = 100;
    /** Feishu takes no more people to one event. */
    private static final int MOST = 3000;

    private final FeishuApi api;
    private volatile String own = "";

    FeishuCalendar(FeishuApi api) {
        this.api = api;
    }

    /** The key makes the event the same for every attempt; it may be as it was before the last change. */
    @Override
    public Receipt create(String key, boolean again, Event event) {
        return receipt(() -> {
            CreateCalendarEventReq request = CreateCalendarEventReq.newBuilder()
                    .calendarId(own())
                    .userIdType(ID_TYPE)
                    .idempotencyKey(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .calendarEvent(drawn(event))
                    .build();
            String id = api.call((client, options) ->
                            client.calendar().calendarEvent().create(request, options))
                    .getData()
                    .getEvent()
                    .getEventId();
            if (again) bringUpToDate(id, event);
            else ask(id, people(event));
            return id;
        });
    }

    @Override
    public Receipt change(String id, Event event) {
        return receipt(() -> {
            bringUpToDate(id, event);
            return id;
        });
    }

    private void bringUpToDate(String id, Event event) {
        PatchCalendarEventReq request = PatchCalendarEventReq.newBuilder()
                .calendarId(own())
                .eventId(id)
                .userIdType(ID_TYPE)
                .calendarEvent(drawn(event))
                .build();
        api.call((client, options) -> client.calendar().calendarEvent().patch(request, options));
        Map<String, String> asked = asked(id);
        Set<String> wanted = new HashSet<>(people(event));
        ask(id, people(event).stream().filter(one -> !asked.containsKey(one)).toList());
        takeOut(
                id,
                asked.entrySet().stream()
                        .filter(one -> !wanted.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    public Receipt cancel(String id) {
        Receipt receipt = receipt(() -> {
            DeleteCalendarEventReq request = DeleteCalendarEventReq.newBuilder()
                    .calendarId(own())
                    .eventId(id)
                    .needNotification("false")
                    .build();
            api.call((client, options) -> client.calendar().calendarEvent().delete(request, options));
            return id;
        });
        boolean gone = receipt instanceof NotSent fault && fault.kind() == NotSent.Kind.CARD_EXPIRED;
        return gone ? new Sent(id) : receipt;
    }

    private static List<String> people(Event event) {
        if (event.attendees().size() > MOST) log.warn("{} has more people than an event of Feishu", event.reference());
        return event.attendees().stream().limit(MOST).toList();
    }

    /** What may stand in an event besides its people. Its text is HTML. */
    private static CalendarEvent drawn(Event event) {
        CalendarEvent.Builder drawn = CalendarEvent.newBuilder()
                .summary(FeishuForm.start(event.title(), LONGEST_TITLE))
                .description(FeishuForm.start(escaped(event.text()), LONGEST_TEXT))
                .needNotification(false)
                .startTime(time(event.startsAt(), event.zone()))
                .endTime(time(event.endsAt(), event.zone()))
                .vchat(Vchat.newBuilder().vcType("no_meeting").build())
                .attendeeAbility("can_see_others");
        if (!event.place().isEmpty())
            drawn.location(EventLocation.newBuilder()
                    .name(FeishuForm.start(event.place(), LONGEST_PLACE))
                    .build());
        return drawn.build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }

    private static TimeInfo time(Instant at, ZoneId zone) {
        return TimeInfo.newBuilder()
                .timestamp(Long.toString(at.getEpochSecond()))
                .timezone(zone.getId())
                .build();
    }

    /** The people who are asked, each with the id they have in this event. */
    private Map<String, String> asked(String id) {
        Map<String, String> asked = new LinkedHashMap<>();
        String page = null;
        do {
            ListCalendarEventAttendeeReq request = ListCalendarEventAttendeeReq.newBuilder()
                    .calendarId(own())
                    .eventId(id)
                    .userIdType(ID_TYPE)
                    .pageSize(PAGE)
                    .pageToken(page)
                    .build();
            ListCalendarEventAttendeeRespBody answer = api.call((client, options) ->
                            client.calendar().calendarEventAttendee().list(request, options))
                    .getData();
            if (answer.getItems() != null)
                for (CalendarEventAttendee one : answer.getItems())
                    if ("user".equals(one.getType()) && !"removed".equals(one.getRsvpStatus()))
                        asked.put(one.getUserId(), one.getAttendeeId());
            page = Boolean.TRUE.equals(answer.getHasMore()) ? answer.getPageToken() : null;
        } while (page != null);
        return asked;
    }

    /** One who has left the company would keep all others out: such a list is halved until that one is found. */
    private void ask(String id, List<String> people) {
        for (List<String> part : parts(people, ASKED_AT_ONCE)) {
            try {
                askAll(id, part);
            } catch (FeishuFault e) {
                if (e.code() != FeishuCodes.NOBODY) throw e;
                if (part.size() == 1) {
                    log.warn("not asked to event {}: {}", id, part.get(0));
                } else {
                    ask(id, part.subList(0, part.size() / 2));
                    ask(id, part.subList(part.size() / 2, part.size()));
                }
            }
        }
    }

    private void askAll(String id, List<String> people) {
        CreateCalendarEventAttendeeReq request = CreateCalendarEventAttendeeReq.newBuilder()
                .calendarId(own())
                .eventId(id)
                .userIdType(ID_TYPE)
                .createCalendarEventAttendeeReqBody(CreateCalendarEventAttendeeReqBody.newBuilder()
                        .attendees(people.stream()
                                .map(one -> CalendarEventAttendee.newBuilder()
                                        .type("user")
                                        .userId(one)
                                        .build())
                                .toArray(CalendarEventAttendee[]::new))
                        .needNotification(false)
                        .build())
                .build();
        api.call((client, options) -> client.calendar().calendarEventAttendee().create(request, options));
    }

    private void takeOut(String id, List<String> attendees) {
        for (List<String> part : parts(attendees, TAKEN_OUT_AT_ONCE)) {
            BatchDeleteCalendarEventAttendeeReq request = BatchDeleteCalendarEventAttendeeReq.newBuilder()
                    .calendarId(own())
                    .eventId(id)
                    .userIdType(ID_TYPE)
                    .batchDeleteCalendarEventAttendeeReqBody(BatchDeleteCalendarEventAttendeeReqBody.newBuilder()
                            .attendeeIds(part.toArray(String[]::new))
                            .needNotification(false)
                            .build())
                    .build();
            api.call((client, options) ->
                    client.calendar().calendarEventAttendee().batchDelete(request, options));
        }
    }

    private static List<List<String>> parts(List<String> all, int most) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most)
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        return parts;
    }

    /** The bot's own calendar. */
    private String own() {
        if (own.isEmpty()) {
            PrimaryCalendarReq request =
                    PrimaryCalendarReq.newBuilder().userIdType(ID_TYPE).build();
            PrimaryCalendarRespBody answer = api.call(
                            (client, options) -> client.calendar().calendar().primary(request, options))
                    .getData();
            own = answer.getCalendars()[0].getCalendar().getCalendarId();
        }
        return own;
    }

    private static Receipt receipt(Supplier<String> act) {
        try {
            return new Sent(act.get());
        } catch (FeishuFault e) {
            return e.receipt();
        }
    }
}
