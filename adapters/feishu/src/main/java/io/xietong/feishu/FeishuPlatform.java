package io.xietong.feishu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.CreateMessageRespBody;
import com.lark.oapi.service.im.v1.model.PatchMessageReq;
import com.lark.oapi.service.im.v1.model.PatchMessageReqBody;
import com.lark.oapi.service.im.v1.model.UrgentAppMessageReq;
import com.lark.oapi.service.im.v1.model.UrgentAppMessageRespBody;
import com.lark.oapi.service.im.v1.model.UrgentReceivers;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.wire.BoundedJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends and updates messages in Feishu. Thread-safe. */
public final class FeishuPlatform implements ChatPlatform {

    /** The platform's name in accounts, tables and configuration. */
    public static final String NAME = "feishu";

    private static final Logger log = LoggerFactory.getLogger(FeishuPlatform.class);
    private static final Duration LIFETIME = Duration.ofDays(14);
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_KEY = 46;

    private final FeishuApi api;
    private final FeishuCards cards;
    private final FeishuChats chats;
    private final ChatGroups groups;
    private final ChatCalendar calendar;

    FeishuPlatform(FeishuApi api, FeishuCards cards, FeishuChats chats, ChatGroups groups, ChatCalendar calendar) {
        this.api = api;
        this.cards = cards;
        this.chats = chats;
        this.groups = groups;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Everything; its cards for one reader in a group are not used, since they notify nobody and cannot be updated. */
    @Override
    public Set<Capability> can() {
        EnumSet<Capability> can = EnumSet.allOf(Capability.class);
        can.remove(Capability.EPHEMERAL);
        return can;
    }

    @Override
    public Optional<ChatGroups> groups() {
        return Optional.of(groups);
    }

    @Override
    public Optional<ChatCalendar> calendar() {
        return Optional.of(calendar);
    }

    @Override
    public Duration cardLifetime() {
        return LIFETIME;
    }

    /** 5 a second to one person or group; 50 a second and 1000 a minute in all. */
    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate(Rate.Scope.TARGET, 5, Duration.ofSeconds(1)),
                new Rate(Rate.Scope.PLATFORM, 50, Duration.ofSeconds(1)),
                new Rate(Rate.Scope.PLATFORM, 1000, Duration.ofMinutes(1)));
    }

    /** A long text goes out in several messages; the receipt names the first. */
    @Override
    public Receipt send(Delivery delivery) {
        try {
            if (delivery.content() instanceof DrawnCard drawn)
                return sent(delivery, create(delivery, "interactive", cards.draw(drawn.card()), 0));
            List<String> pieces = pieces(((PlainText) delivery.content()).text());
            String first = create(delivery, "post", post(pieces.get(0)), 0);
            for (int piece = 1; piece < pieces.size(); piece++)
                create(delivery, "post", post(pieces.get(piece)), piece);
            return sent(delivery, first);
        } catch (FeishuFault e) {
            return e.receipt();
        }
    }

    private Receipt sent(Delivery delivery, String message) {
        if (delivery.urgent() && !delivery.chat().isGroup()) buzz(message, delivery.chat());
        return new Sent(message);
    }

    private String create(Delivery delivery, String kind, ObjectNode content, int piece) {
        CreateMessageReqBody body = CreateMessageReqBody.newBuilder()
                .receiveId(delivery.chat().id())
                .msgType(kind)
                .content(content.toString())
                .uuid(key(delivery.key()) + (piece == 0 ? "" : "-" + piece))
                .build();
        CreateMessageReq request = CreateMessageReq.newBuilder()
                .receiveIdType(idType(delivery.chat().id()))
                .createMessageReqBody(body)
                .build();
        CreateMessageRespBody made = api.call(
                        (client, options) -> client.im().message().create(request, options))
                .getData();
        if (made == null || made.getMessageId() == null) throw FeishuFault.tryAgain("an answer without message id");
        if (made.getChatId() != null)
            chats.remember(made.getChatId(), delivery.chat().kind());
        return made.getMessageId();
    }

    /** Whoever cannot be buzzed has the message all the same. */
    private void buzz(String message, Chat chat) {
        try {
            UrgentAppMessageReq request = UrgentAppMessageReq.newBuilder()
                    .userIdType(idType(chat.id()))
                    .messageId(message)
                    .urgentReceivers(UrgentReceivers.newBuilder()
                            .userIdList(new String[] {chat.id()})
                            .build())
                    .build();
            UrgentAppMessageRespBody answer = api.call(
                            (client, options) -> client.im().message().urgentApp(request, options))
                    .getData();
            boolean missed =
                    answer != null && answer.getInvalidUserIdList() != null && answer.getInvalidUserIdList().length > 0;
            if (missed) log.warn("message {} was sent, but {} was not reminded of it", message, chat.id());
        } catch (FeishuFault e) {
            log.warn("message {} was sent without the urgent reminder: {}", message, e.getMessage());
        }
    }

    /** Only cards can be updated; a text takes a card's place as a card that says no more. */
    @Override
    public Receipt update(String messageId, Delivery delivery) {
        Card card = delivery.content() instanceof DrawnCard drawn
                ? drawn.card()
                : Card.titled(FeishuForm.start(((PlainText) delivery.content()).text(), 20), Tone.NEUTRAL)
                        .line(((PlainText) delivery.content()).text())
                        .build();
        PatchMessageReq request = PatchMessageReq.newBuilder()
                .messageId(messageId)
                .patchMessageReqBody(PatchMessageReqBody.newBuilder()
                        .content(cards.draw(card).toString())
                        .build())
                .build();
        try {
            api.call((client, options) -> client.im().message().patch(request, options));
            return new Sent(messageId);
        } catch (FeishuFault e) {
            return e.receipt();
        }
    }

    /** Rich text, since its text is shown as it is, while a plain text message brings {@code <at>} and links to life. */
    private static ObjectNode post(String text) {
        ObjectNode post = BoundedJson.object();
        ArrayNode lines = post.putObject("zh_cn").putArray("content");
        for (String line : text.split("\n", -1))
            lines.addArray().addObject().put("tag", "text").put("text", line);
        return post;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST_TEXT) {
            int line = text.lastIndexOf('\n', from + LONGEST_TEXT);
            int to = line > from ? line : from + LONGEST_TEXT;
            if (Character.isHighSurrogate(text.charAt(to - 1))) to--;
            pieces.add(text.substring(from, to));
            from = line > from ? to + 1 : to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Feishu takes 50 characters; a longer key becomes a name made of it. */
    static String key(String key) {
        return key.length() <= LONGEST_KEY
                ? key
                : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String idType(String id) {
        if (id.startsWith("ou_")) return "open_id";
        if (id.startsWith("oc_")) return "chat_id";
        return id.startsWith("on_") ? "union_id" : "user_id";
    }
}
