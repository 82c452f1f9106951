package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.wire.BoundedJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the bot says: over its connection, or once at the address that came with a message. Thread-safe. */
final class WecomBotSender {

    private static final int MARKDOWN_BYTES = 20_480;
    private static final int PIECE_BYTES = 4_000;
    private static final int MOST_UNSURE = 1_000;

    private final WecomLine line;
    private final WecomReplies replies;
    private final WecomApi api;
    private final WecomCards cards;
    /** Tasks of cards that may have arrived. */
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    WecomBotSender(WecomLine line, WecomReplies replies, WecomApi api, WecomCards cards) {
        this.line = line;
        this.replies = replies;
        this.api = api;
        this.cards = cards;
    }

    boolean stands() {
        return line.stands();
    }

    void mayReply(String chat, JsonNode address) {
        if (address.isTextual()) replies.keep(chat, address);
    }

    /** On the connection. */
    Sent say(Delivery delivery) {
        String chat = delivery.chat().id();
        if (delivery.content() instanceof DrawnCard drawn && WecomCards.worthDrawing(drawn.card())) {
            String task = WecomIds.task(delivery.key());
            WecomCards.Drawn card = cards.fresh(drawn.card(), delivery.chat(), task);
            card.before().ifPresent(text -> texts(chat, WecomEscape.markdown(text)));
            ObjectNode body = BoundedJson.object().put("chatid", chat).put("msgtype", "template_card");
            body.set("template_card", card.card());
            once(task, body);
            return new Sent(WecomIds.botCard(task));
        }
        texts(chat, text(delivery));
        return new Sent(WecomIds.text(delivery.key()));
    }

    /** A card is known by its task: refused after an attempt of which nothing was heard, it had arrived by that attempt. */
    private void once(String task, ObjectNode body) {
        try {
            line.ask("aibot_send_msg", body);
        } catch (WecomFault e) {
            if (e.kind() == NotSent.Kind.NEVER && unsure.remove(task)) return;
            if (e.code() == 0 && unsure.size() < MOST_UNSURE) unsure.add(task);
            throw e;
        }
    }

    private String text(Delivery delivery) {
        return delivery.content() instanceof DrawnCard drawn
                ? WecomEscape.markdown(cards.text(drawn.card(), "wecom.or-type"))
                : WecomEscape.speech(((PlainText) delivery.content()).text());
    }

    private void texts(String chat, String text) {
        for (String piece : WecomLengths.pieces(text, PIECE_BYTES)) {
            ObjectNode body = WecomPlatform.markdown(piece).put("chatid", chat);
            line.ask("aibot_send_msg", body);
        }
    }

    /**
     * At the address that came with a message to the bot, which takes one text; cards only from single chats, so all are texts.
     * Empty when there is none.
     */
    Optional<Receipt> answer(Delivery delivery) {
        return replies.take(delivery.chat().id()).map(address -> {
            String text = WecomLengths.pieces(text(delivery), MARKDOWN_BYTES).get(0);
            WecomApi.understood(api.send(post(address, WecomPlatform.markdown(text))));
            return new Sent(WecomIds.text(delivery.key()));
        });
    }

    private static HttpRequest post(URI address, ObjectNode body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }
}
