package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.wire.BoundedJson;
import java.util.List;
import java.util.Optional;

/** What the application says (wecom.md 4): cards and texts to people, texts to its own groups. Thread-safe. */
final class WecomAppSender {

    private static final int TEXT_BYTES = 2048;
    /** The same request within these seconds is delivered once, so a repeated attempt is no second message. */
    private static final int ONCE_SECONDS = 14_400;

    private final int agentId;
    private final WecomApi api;
    private final WecomCards cards;

    WecomAppSender(int agentId, WecomApi api, WecomCards cards) {
        this.agentId = agentId;
        this.api = api;
        this.cards = cards;
    }

    Sent person(Delivery delivery) {
        Chat chat = delivery.chat();
        if (delivery.content() instanceof DrawnCard drawn && WecomCards.worthDrawing(drawn.card())) {
            String task = WecomIds.task(delivery.key());
            WecomCards.Drawn card = cards.fresh(drawn.card(), chat, task);
            card.before().ifPresent(text -> texts(chat.id(), delivery.key() + "/before", text));
            ObjectNode body = to(chat.id(), "template_card");
            body.set("template_card", card.card());
            return new Sent(
                    WecomIds.appCard(task, deliver(body).path("response_code").asText()));
        }
        texts(chat.id(), delivery.key(), text(delivery, "wecom.or-type"));
        return new Sent(WecomIds.text(delivery.key()));
    }

    private String text(Delivery delivery, String hint) {
        return delivery.content() instanceof DrawnCard drawn
                ? cards.text(drawn.card(), hint)
                : ((PlainText) delivery.content()).text();
    }

    private ObjectNode to(String account, String kind) {
        return BoundedJson.object()
                .put("touser", account)
                .put("msgtype", kind)
                .put("agentid", agentId)
                .put("enable_duplicate_check", 1)
                .put("duplicate_check_interval", ONCE_SECONDS);
    }

    private void texts(String account, String key, String text) {
        List<String> pieces = WecomLengths.pieces(WecomEscape.plain(text), TEXT_BYTES - 64);
        for (int at = 0; at < pieces.size(); at++) {
            ObjectNode body = to(account, "text");
            body.putObject("text").put("content", pieces.get(at) + WecomIds.invisible(key + "/" + at));
            deliver(body);
        }
    }

    /** A 200 with the reader among the refused is no success. */
    private JsonNode deliver(ObjectNode body) {
        JsonNode answer = api.post("/cgi-bin/message/send", body);
        if (!answer.path("invaliduser").asText().isBlank()) {
            throw WecomFault.coded(WecomCodes.NOBODY, "the account is unknown or may not see the application");
        }
        if (!answer.path("unlicenseduser").asText().isBlank()) {
            throw new WecomFault(0, NotSent.Kind.NEEDS_ADMIN, "the account has no licence", Optional.empty());
        }
        return answer;
    }

    /** @throws WecomFault when the code was used or is too old, with kind {@code NEVER} */
    void change(String account, String code, ObjectNode card) {
        ObjectNode body = BoundedJson.object().put("agentid", agentId).put("response_code", code);
        body.putArray("userids").add(account);
        body.set("template_card", card);
        api.post("/cgi-bin/message/update_template_card", body);
    }

    /** To a group of the application's own: it takes no cards and hears nothing, so commands are to be said elsewhere. */
    Sent group(Delivery delivery) {
        String text = text(delivery, "wecom.or-tell-me");
        for (String piece : WecomLengths.pieces(WecomEscape.plain(text), TEXT_BYTES - 64)) {
            ObjectNode body = BoundedJson.object()
                    .put("chatid", delivery.chat().id())
                    .put("msgtype", "text")
                    .put("safe", 0);
            body.putObject("text").put("content", piece);
            api.post("/cgi-bin/appchat/send", body);
        }
        return new Sent(WecomIds.text(delivery.key()));
    }
}
