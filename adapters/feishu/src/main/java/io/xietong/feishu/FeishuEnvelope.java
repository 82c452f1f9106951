package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What surrounds an event, in version 2.0 and in the old one.
 *
 * @param id   unique for everything but messages, which have their own
 * @param time as written: seconds, milliseconds or microseconds; may be empty
 */
record FeishuEnvelope(String id, String type, String token, String appId, String time, JsonNode event) {

    /** The longest that Feishu brings a failed event again, and a little. */
    private static final Duration OLDEST = Duration.ofHours(8);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Empty when it is no event. */
    static Optional<FeishuEnvelope> read(JsonNode body) {
        JsonNode header = body.path("header");
        JsonNode event = body.path("event");
        FeishuEnvelope read = header.isObject()
                ? new FeishuEnvelope(
                        header.path("event_id").asText(),
                        header.path("event_type").asText(),
                        header.path("token").asText(),
                        header.path("app_id").asText(),
                        header.path("create_time").asText(),
                        event)
                : new FeishuEnvelope(
                        body.path("uuid").asText(),
                        event.path("type").asText(),
                        body.path("token").asText(),
                        event.path("app_id").asText(),
                        body.path("ts").asText(),
                        event);
        return read.type().isBlank() || !event.isObject() ? Optional.empty() : Optional.of(read);
    }

    /** When it happened, where the written time is believable; else now. */
    static Instant moment(String written, Instant now) {
        if (!written.matches("\\d{10,17}")) return now;
        long number = Long.parseLong(written);
        Instant at = written.length() <= 11
                ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(written.length() <= 14 ? number : number / 1000);
        return at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(AHEAD)) ? now : at;
    }
}
