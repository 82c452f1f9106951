package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.text.Message;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.PlatformClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks whether the application is set up as it must be, and says for each thing that is not what to do next. */
final class DingtalkCheck {

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final boolean stream;
    private final boolean calendar;
    private final PlatformClock clock;

    DingtalkCheck(DingtalkSettings settings, DingtalkApi api, boolean stream, boolean calendar, PlatformClock clock) {
        this.settings = settings;
        this.api = api;
        this.stream = stream;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Empty when all is well. */
    List<Message> findings() {
        List<Message> findings = new ArrayList<>();
        try {
            HttpAnswer answer = api.ask();
            clock.noted().ifPresent(off -> findings.add(Message.of("dingtalk.check.clock", off.toSeconds())));
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
        checkStream(findings);
        checkRobot(findings);
        checkAddressBook(findings);
        checkCards(findings);
        if (calendar) checkCalendar(findings);
        checkEvents(findings);
        if (settings.groupTemplateId().isBlank()) findings.add(Message.of("dingtalk.check.no-groups"));
        return findings;
    }

    private void checkStream(List<Message> findings) {
        if (!stream) return;
        try {
            DingtalkEndpoint.ask(settings, api);
        } catch (DingtalkFault e) {
            findings.add(Message.of("dingtalk.check.stream", e.getMessage()));
        }
    }

    /** A message to nobody is refused for having no readers, unless something else is wrong; refused calls are not counted. */
    private void checkRobot(List<Message> findings) {
        ObjectNode nobody = BoundedJson.object()
                .put("robotCode", settings.robotCode())
                .put("msgKey", "sampleText")
                .put("msgParam", "{\"content\":\"\"}");
        nobody.putArray("userIds");
        try {
            api.call("POST", "/v1.0/robot/oToMessages/batchSend", nobody);
        } catch (DingtalkFault e) {
            boolean robot = e.code().contains("PermissionDenied")
                    || e.code().toLowerCase(Locale.ROOT).contains("robot");
            if (e.code().contains("ApiCountLimit")) findings.add(Message.of("dingtalk.check.quota", e.getMessage()));
            else if (robot) findings.add(Message.of("dingtalk.check.robot", e.getMessage()));
        }
    }

    private void checkAddressBook(List<Message> findings) {
        try {
            api.old("/topapi/v2/department/listsub", BoundedJson.object().put("dept_id", 1));
        } catch (DingtalkFault e) {
            findings.add(Message.of("dingtalk.check.contacts", e.getMessage()));
        }
    }

    /** Taking out an event that never was tells whether events may be written at all. */
    private void checkCalendar(List<Message> findings) {
        String nowhere = DingtalkCalendar.path("xietong-self-check") + "/xietong-self-check";
        try {
            api.call("DELETE", nowhere, Optional.empty(), Optional.empty());
        } catch (DingtalkFault e) {
            if (e.code().contains("PermissionDenied"))
                findings.add(Message.of("dingtalk.check.calendar", e.getMessage()));
        }
    }

    /** Over Stream they come by themselves. */
    private void checkEvents(List<Message> findings) {
        boolean wanted = settings.events().wanted();
        if (wanted && !settings.events().usable()) findings.add(Message.of("dingtalk.check.event-key"));
        else if (!wanted && !stream) findings.add(Message.of("dingtalk.check.no-events"));
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
