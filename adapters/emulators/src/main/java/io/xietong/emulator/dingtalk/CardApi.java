package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Interactive cards: created and delivered, changed by their {@code outTrackId}. Thread-safe. */
final class CardApi {

    private static final String GROUP = "dtv1.card//IM_GROUP.";
    private static final String ROBOT = "dtv1.card//IM_ROBOT.";

    private final DingtalkApp app;
    private final EmulatedChats chats;
    private final Function<String, Optional<String>> single;
    private final Map<String, JsonNode> undelivered = new ConcurrentHashMap<>();
    private final Map<String, String> tips = new ConcurrentHashMap<>();
    private final Map<String, CallbackAddress> callbacks = new ConcurrentHashMap<>();
    private final Map<String, String> routes = new ConcurrentHashMap<>();
    private volatile String nextFailure = "";

    /** Where clicks of HTTP mode go. */
    record CallbackAddress(URI address, String secret) {}

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
        if (chats.message(track).isPresent() || undelivered.containsKey(track))
            return Answer.fault(400, "param.cardAlreadyExist");
        JsonNode parameters = body.path("cardData").path("cardParamMap");
        if (!allText(parameters)) return Answer.fault(400, "param.invalid");
        routes.put(
                track,
                body.path("callbackType").asText().equals("HTTP")
                        ? body.path("callbackRouteKey").asText()
                        : "");
        return placed(track, body, parameters, false);
    }

    /** For a card that was made before. */
    Answer deliver(JsonNode body) {
        String track = body.path("outTrackId").asText();
        JsonNode parameters = undelivered.get(track);
        if (parameters == null) return Answer.fault(400, "param.cardNotExist");
        return placed(track, body, parameters, true);
    }

    private Answer placed(String track, JsonNode body, JsonNode parameters, boolean alone) {
        String space = body.path("openSpaceId").asText();
        boolean group = space.startsWith(GROUP);
        if (!group && !space.startsWith(ROBOT)) return Answer.fault(400, "param.openSpaceIdInvalid");
        JsonNode model = body.path(group ? "imGroupOpenDeliverModel" : "imRobotOpenDeliverModel");
        boolean sound = app.robotCode().equals(model.path("robotCode").asText())
                && (group || model.path("spaceType").asText().equals("IM_ROBOT"));
        return sound ? delivered(track, space, parameters, alone) : Answer.fault(400, "param.openDeliverModelError");
    }

    private static boolean allText(JsonNode parameters) {
        for (JsonNode value : parameters) if (!value.isTextual()) return false;
        return parameters.isObject();
    }

    private Answer delivered(String track, String space, JsonNode parameters, boolean alone) {
        boolean group = space.startsWith(GROUP);
        String target = space.substring(GROUP.length());
        Optional<String> chat = group
                ? chats.find(target).filter(EmulatedChats.Chat::group).map(EmulatedChats.Chat::id)
                : single.apply(target);
        String unknown = group ? "invalid.openConversationId" : "param.userIdNotExist";
        String failure = nextFailure.isEmpty() ? chat.isPresent() ? "" : unknown : nextFailure;
        nextFailure = "";
        ObjectNode json = Answer.object().put("success", true);
        ArrayNode places = alone
                ? json.putArray("result")
                : json.putObject("result").put("outTrackId", track).putArray("deliverResults");
        places.addObject()
                .put("spaceType", group ? "IM_GROUP" : "IM_ROBOT")
                .put("spaceId", target)
                .put("success", failure.isEmpty())
                .put("carrierId", "pqk-" + track)
                .put("errorMsg", failure);
        if (failure.isEmpty()) {
            chats.post(track, chat.orElseThrow(), EmulatedChats.BOT, "card", parameters);
            undelivered.remove(track);
        } else undelivered.put(track, parameters);
        return Answer.ok(json);
    }

    /** The next card is made but reaches nobody, for this reason. */
    void failDelivery(String why) {
        nextFailure = why;
    }

    Answer register(JsonNode body) {
        String key = body.path("callbackRouteKey").asText();
        String address = body.path("callbackUrl").asText();
        if (key.isBlank() || !address.matches("https?://.+")) return Answer.fault(400, "param.invalid");
        if (callbacks.containsKey(key) && !body.path("forceUpdate").asBoolean())
            return Answer.fault(400, "param.callbackRouteKeyExist");
        callbacks.put(
                key,
                new CallbackAddress(URI.create(address), body.path("apiSecret").asText()));
        ObjectNode json = Answer.object().put("success", true);
        json.putObject("result").put("callbackUrl", address);
        return Answer.ok(json);
    }

    /** Where clicks on this card go; empty when they go over Stream, or nobody registered. */
    Optional<CallbackAddress> callback(String card) {
        return Optional.ofNullable(callbacks.get(routes.getOrDefault(card, "")));
    }

    boolean overStream(String card) {
        return routes.getOrDefault(card, "").isEmpty();
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
        body.path("privateData")
                .properties()
                .forEach(reader ->
                        tell(card.get().id(), reader.getKey(), reader.getValue().path("cardParamMap")));
        return Answer.ok(Answer.object().put("success", true).put("result", true));
    }

    void change(EmulatedChats.Message card, JsonNode parameters, boolean byKey) {
        if (!parameters.isObject()) return;
        ObjectNode next = Answer.object();
        if (byKey) next.setAll((ObjectNode) card.payload());
        next.setAll((ObjectNode) parameters);
        chats.update(card.id(), next);
    }

    /** What one reader alone sees. */
    void tell(String card, String account, JsonNode parameters) {
        if (parameters.hasNonNull("tips"))
            tips.put(card + "/" + account, parameters.path("tips").asText());
    }

    /** The words below the card that this reader alone sees; may be empty. */
    String tip(String card, String account) {
        return tips.getOrDefault(card + "/" + account, "");
    }
}
