package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.util.Optional;
import java.util.function.Function;

/** Interactive cards: created and delivered, changed by their {@code outTrackId}. Thread-safe. */
final class CardApi {

    private static final String GROUP = "dtv1.card//IM_GROUP.";
    private static final String ROBOT = "dtv1.card//IM_ROBOT.";

    private final DingtalkApp app;
    private final EmulatedChats chats;
    private final Function<String, Optional<String>> single;

    /** @param single the chat of an account with the bot; empty for somebody unknown */
    CardApi(DingtalkApp app, EmulatedChats chats, Function<String, Optional<String>> single) {
        this.app = app;
        this.chats = chats;
        this.single = single;
    }

    Answer create(JsonNode body) {
        String track = body.path("outTrackId").asText();
        if (track.isBlank()) return Answer.fault(400, "param.outTrackIdEmpty");
        if (!app.cardTemplateId().equals(body.path("cardTemplateId").asText())) {
            return Answer.fault(400, "param.templateNotExist");
        }
        if (chats.message(track).isPresent()) return Answer.fault(400, "param.cardAlreadyExist");
        if (!allText(body.path("cardData").path("cardParamMap"))) return Answer.fault(400, "param.invalid");
        String space = body.path("openSpaceId").asText();
        boolean model = space.startsWith(GROUP)
                ? body.path("imGroupOpenDeliverModel")
                        .path("robotCode")
                        .asText()
                        .equals(app.robotCode())
                : body.path("imRobotOpenDeliverModel")
                        .path("spaceType")
                        .asText()
                        .equals("IM_ROBOT");
        if (!space.startsWith(GROUP) && !space.startsWith(ROBOT)) return Answer.fault(400, "param.openSpaceIdInvalid");
        if (!model) return Answer.fault(400, "param.openDeliverModelError");
        return delivered(track, space, body.path("cardData").path("cardParamMap"));
    }

    private static boolean allText(JsonNode parameters) {
        for (JsonNode value : parameters) if (!value.isTextual()) return false;
        return parameters.isObject();
    }

    private Answer delivered(String track, String space, JsonNode parameters) {
        boolean group = space.startsWith(GROUP);
        String target = space.substring(GROUP.length());
        Optional<String> chat = group
                ? chats.find(target).filter(EmulatedChats.Chat::group).map(EmulatedChats.Chat::id)
                : single.apply(target);
        ObjectNode json = Answer.object().put("success", true);
        ObjectNode place = json.putObject("result")
                .put("outTrackId", track)
                .putArray("deliverResults")
                .addObject()
                .put("spaceType", group ? "IM_GROUP" : "IM_ROBOT")
                .put("spaceId", target)
                .put("success", chat.isPresent())
                .put("carrierId", "pqk-" + track)
                .put("errorMsg", chat.isPresent() ? "" : group ? "invalid.openConversationId" : "param.userIdNotExist");
        chat.ifPresent(id -> chats.post(track, id, EmulatedChats.BOT, "card", parameters));
        return place.isEmpty() ? Answer.fault(500, "system.busy") : Answer.ok(json);
    }

    /** A change replaces everything unless it says that it goes by key. */
    Answer update(JsonNode body) {
        Optional<EmulatedChats.Message> card = chats.message(
                        body.path("outTrackId").asText())
                .filter(message -> message.kind().equals("card"));
        if (card.isEmpty()) return Answer.fault(400, "param.cardNotExist");
        boolean byKey =
                body.path("cardUpdateOptions").path("updateCardDataByKey").asBoolean();
        change(card.get(), body.path("cardData").path("cardParamMap"), byKey);
        return Answer.ok(Answer.object().put("success", true).put("result", true));
    }

    void change(EmulatedChats.Message card, JsonNode parameters, boolean byKey) {
        if (!parameters.isObject()) return;
        ObjectNode next = Answer.object();
        if (byKey) next.setAll((ObjectNode) card.payload());
        next.setAll((ObjectNode) parameters);
        chats.update(card.id(), next);
    }
}
