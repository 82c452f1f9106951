package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Token;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first events after a start, while what they must be understood with cannot be had (faults.md row 11). */
@Timeout(120)
class PromptlyTest {

    private final CountDownLatch hung = new CountDownLatch(1);
    private final World world = new World();

    @AfterEach
    void close() {
        hung.countDown();
        world.close();
    }

    private void hangs() {
        try {
            hung.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Token hangingShelf() {
        hangs();
        throw new IllegalStateException("the database did not come back");
    }

    @Test
    void the_first_press_and_the_first_mention_are_heard_while_the_database_hangs() {
        FeishuSettings settings = new FeishuSettings("cli_door", "s", "v-token", "", world.settings.baseUrl());
        Feishu started =
                new Feishu(settings, world.calls, (name, rejected, fetch) -> hangingShelf(), World.WORDS, world.clock);
        started.prepare();
        Webhook door = started.inbound(world.receiver());

        assertThat(push(door, "card.action.trigger", press())).isEqualTo(200);
        assertThat(push(door, "im.message.receive_v1", mention())).isEqualTo(200);

        assertThat(world.heard).extracting(Inbound::account).containsExactly("ou_lilei", "ou_lilei");
        assertThat(world.heard.get(1).said()).isEqualTo(new Inbound.Text("待办"));
    }

    @Test
    void what_is_learnt_too_late_is_known_the_next_time() {
        AtomicInteger asked = new AtomicInteger();
        FeishuChats chats = new FeishuChats(
                chat -> {
                    asked.incrementAndGet();
                    hangs();
                    return Chat.Kind.SINGLE;
                },
                new Promptly(Duration.ofMillis(10)));

        assertThat(chats.of("oc_p2p_lilei", "ou_lilei").isGroup()).isTrue();
        hung.countDown();
        await().until(() -> !chats.of("oc_p2p_lilei", "ou_lilei").isGroup());
        int before = asked.get();
        assertThat(chats.of("oc_p2p_lilei", "ou_lilei")).isEqualTo(World.LI_LEI);
        assertThat(asked).hasValue(before);
    }

    @Test
    void who_asks_too_much_is_not_kept_waiting() {
        FeishuChats chats = new FeishuChats(
                chat -> {
                    hangs();
                    return Chat.Kind.SINGLE;
                },
                new Promptly(Duration.ZERO));

        for (int chat = 0; chat < 200; chat++)
            assertThat(chats.of("oc_" + chat, "ou_lilei").isGroup()).isTrue();
    }

    private static ObjectNode press() {
        ObjectNode event = BoundedJson.object();
        event.putObject("operator").put("open_id", "ou_lilei");
        event.putObject("action").putObject("value").put("phrase", "XQ-1").put("version", "3");
        event.putObject("context").put("open_message_id", "om_1").put("open_chat_id", "oc_launch");
        return event;
    }

    private static ObjectNode mention() {
        ObjectNode event = BoundedJson.object();
        ObjectNode sender = event.putObject("sender").put("sender_type", "user");
        sender.putObject("sender_id").put("open_id", "ou_lilei");
        ObjectNode message = event.putObject("message")
                .put("message_id", "om_2")
                .put("chat_id", "oc_launch")
                .put("chat_type", "group")
                .put("message_type", "text")
                .put("content", "{\"text\":\"@_user_1 待办\"}");
        ObjectNode bot = message.putArray("mentions").addObject();
        bot.put("key", "@_user_1").put("name", "协同").put("mentioned_type", "bot");
        bot.putObject("id").put("open_id", "ou_bot");
        return event;
    }

    private static int push(Webhook door, String type, ObjectNode event) {
        ObjectNode envelope = BoundedJson.object().put("schema", "2.0");
        envelope.putObject("header")
                .put("event_id", type)
                .put("event_type", type)
                .put("create_time", "1764032400000")
                .put("token", "v-token")
                .put("app_id", "cli_door");
        envelope.set("event", event);
        byte[] body = envelope.toString().getBytes(StandardCharsets.UTF_8);
        return door.answer(new Webhook.Call("POST", "/feishu/events", Map.of(), Map.of(), body))
                .status();
    }
}
