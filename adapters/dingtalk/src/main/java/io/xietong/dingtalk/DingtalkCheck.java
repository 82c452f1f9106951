package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.text.Message;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Freshness;
import io.xietong.wire.HttpAnswer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether the application is set up as it must be, and says for each thing that is not what to do next. */
final class DingtalkCheck {

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final Clock clock;

    DingtalkCheck(DingtalkSettings settings, DingtalkApi api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    /** Empty when all is well. */
    List<Message> findings() {
        List<Message> findings = new ArrayList<>();
        try {
            HttpAnswer answer = api.ask();
            checkClock(answer, findings);
            Optional<JsonNode> json = BoundedJson.object(answer.body());
            if (!answer.ok()
                    || json.map(j -> j.path("accessToken").asText().isBlank()).orElse(true)) {
                String code = json.map(j -> j.path("code").asText()).orElse("HTTP " + answer.status());
                findings.add(Message.of("dingtalk.check.credentials", code));
                return findings;
            }
        } catch (DingtalkFault e) {
            findings.add(Message.of("dingtalk.check.unreachable", e.getMessage()));
            return findings;
        }
        checkAddressBook(findings);
        checkCards(findings);
        if (settings.groupTemplateId().isBlank()) findings.add(Message.of("dingtalk.check.no-groups"));
        return findings;
    }

    private void checkClock(HttpAnswer answer, List<Message> findings) {
        answer.header("Date").flatMap(DingtalkCheck::moment).ifPresent(theirs -> {
            Duration off = Duration.between(theirs.toInstant(), clock.instant());
            if (off.abs().compareTo(Freshness.TOLERANCE.dividedBy(5)) > 0) {
                findings.add(Message.of("dingtalk.check.clock", off.toSeconds()));
            }
        });
    }

    private static Optional<ZonedDateTime> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void checkAddressBook(List<Message> findings) {
        try {
            api.old("/topapi/v2/department/listsub", BoundedJson.object().put("dept_id", 1));
        } catch (DingtalkFault e) {
            findings.add(Message.of("dingtalk.check.contacts", e.getMessage()));
        }
    }

    /** Changing a card that never was tells whether cards may be changed at all. */
    private void checkCards(List<Message> findings) {
        try {
            api.call(
                    "PUT",
                    "/v1.0/card/instances",
                    BoundedJson.object().put("outTrackId", "xietong-self-check").set("cardData", BoundedJson.object()));
        } catch (DingtalkFault e) {
            if (e.code().contains("PermissionDenied")) {
                findings.add(Message.of("dingtalk.check.cards", e.getMessage()));
            }
        }
    }
}
