package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Inbound;
import io.xietong.core.text.Message;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DingtalkEventDoorTest {

    private static final String TOKEN = "a-token";

    private final World world = new World();
    private final DingtalkCipher cipher =
            new DingtalkCipher(TOKEN, DingtalkCipherTest.KEY, Set.of(world.settings.clientId()));
    private final Webhook door = door(TOKEN, DingtalkCipherTest.KEY).orElseThrow();

    private DingtalkSettings subscribed(String token, String key) {
        return subscribed(token, key, DingtalkSettings.Former.NONE);
    }

    private DingtalkSettings subscribed(String token, String key, DingtalkSettings.Former former) {
        DingtalkSettings plain = world.settings;
        return new DingtalkSettings(
                plain.clientId(),
                plain.clientSecret(),
                plain.robotCode(),
                plain.cardTemplateId(),
                plain.groupTemplateId(),
                plain.baseUrl(),
                plain.oapiUrl(),
                new DingtalkSettings.Events(token, key, "dingcorp"),
                former);
    }

    private Optional<Webhook> door(String token, String key) {
        return world.dingtalk(subscribed(token, key)).events(world.receiver());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Webhook.Reply event(String text, String owner, Map<String, String> changed) {
        return event(door, cipher, text, owner, changed);
    }

    private Webhook.Reply event(
            Webhook door, DingtalkCipher cipher, String text, String owner, Map<String, String> changed) {
        String sealed = cipher.seal(text, owner);
        String now = Long.toString(world.clock.millis());
        Map<String, String> query = new HashMap<>();
        query.put("timestamp", now);
        query.put("nonce", "n");
        query.put("msg_signature", cipher.sign(changed.getOrDefault("timestamp", now), "n", sealed));
        query.putAll(changed);
        query.values().removeIf(String::isEmpty);
        String body = BoundedJson.object().put("encrypt", sealed).toString();
        return door.answer(
                new Webhook.Call("POST", "/dingtalk/events", query, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_check_of_the_address_and_events_are_answered_with_a_sealed_success() {
        for (String event : new String[] {
            "{\"EventType\":\"check_url\"}",
            "{\"EventType\":\"user_leave_org\",\"UserId\":[\"u-lilei\"]}",
            "{\"EventType\":\"chat_disband\",\"ChatId\":17}",
            "{\"EventType\":\"brand_new\",\"deep\":[[{}]]}",
            "{}"
        }) {
            Webhook.Reply reply = event(event, "dingcorp", Map.of());
            assertThat(reply.status()).as(event).isEqualTo(200);
            JsonNode json = BoundedJson.object(reply.body()).orElseThrow();
            String sealed = json.path("encrypt").asText();
            assertThat(cipher.open(sealed))
                    .hasValueSatisfying(
                            opened -> assertThat(opened).isEqualTo("success".getBytes(StandardCharsets.UTF_8)));
            assertThat(json.path("msg_signature").asText())
                    .isEqualTo(cipher.sign(
                            json.path("timeStamp").asText(), json.path("nonce").asText(), sealed));
        }
        assertThat(world.heard)
                .singleElement()
                .satisfies(inbound -> assertThat(inbound.said()).isInstanceOf(Inbound.Left.class))
                .satisfies(inbound -> assertThat(inbound.account()).isEqualTo("u-lilei"));
    }

    /** faults.md row 23 */
    @Test
    void renewed_secrets_are_good_until_they_are_taken_out() {
        String check = "{\"EventType\":\"check_url\"}";
        String key = "old".repeat(14) + "0";
        DingtalkSettings.Events old = new DingtalkSettings.Events("old-token", key, "dingcorp");
        DingtalkSettings.Former former = new DingtalkSettings.Former("", old);
        Webhook during = world.dingtalk(subscribed(TOKEN, DingtalkCipherTest.KEY, former))
                .events(world.receiver())
                .orElseThrow();
        DingtalkCipher before = new DingtalkCipher("old-token", key, Set.of(world.settings.clientId()));
        DingtalkCipher third = new DingtalkCipher("third-token", key, Set.of(world.settings.clientId()));

        assertThat(event(during, cipher, check, "dingcorp", Map.of()).status()).isEqualTo(200);
        Webhook.Reply reply = event(during, before, check, "dingcorp", Map.of());
        assertThat(before.open(BoundedJson.object(reply.body())
                        .orElseThrow()
                        .path("encrypt")
                        .asText()))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo("success".getBytes(StandardCharsets.UTF_8)));
        assertThat(event(during, before, check, "dingstranger", Map.of()).status())
                .isEqualTo(401);
        assertThat(event(during, before, check, "dingcorp", Map.of("msg_signature", ""))
                        .status())
                .isEqualTo(401);
        assertThat(event(during, third, check, "dingcorp", Map.of()).status()).isEqualTo(401);
        assertThat(event(door, before, check, "dingcorp", Map.of()).status()).isEqualTo(401);
        assertThat(world.dingtalk(subscribed("", "", former)).events(world.receiver()))
                .isEmpty();
        assertThat(former.toString()).doesNotContain("old-token");
    }

    @Test
    void the_other_spelling_and_seconds_are_understood() {
        String sealed = cipher.seal("{\"EventType\":\"check_url\"}", "dingcorp");
        String now = Long.toString(world.clock.instant().getEpochSecond());
        Map<String, String> query = Map.of("signature", cipher.sign(now, "n", sealed), "timeStamp", now, "nonce", "n");
        byte[] body = BoundedJson.object().put("encrypt", sealed).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(door.answer(new Webhook.Call("POST", "/dingtalk/events", query, Map.of(), body))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatever_is_not_signed_sealed_and_of_now_is_refused() {
        String good = "{\"EventType\":\"check_url\"}";
        String old = Long.toString(world.clock.millis() - Duration.ofMinutes(6).toMillis());
        String early =
                Long.toString(world.clock.millis() + Duration.ofMinutes(6).toMillis());
        assertThat(event(good, "dingstranger", Map.of()).status()).isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("msg_signature", "00")).status())
                .isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("msg_signature", "")).status())
                .isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("nonce", "other")).status()).isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("nonce", "")).status()).isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("timestamp", old)).status()).isEqualTo(401);
        assertThat(event(good, "dingcorp", Map.of("timestamp", early)).status()).isEqualTo(401);
        assertThat(event("no json", "dingcorp", Map.of()).status()).isEqualTo(400);
        for (String body : new String[] {"", "[]", "{}", "{\"encrypt\":17}", "<!DOCTYPE x>"}) {
            assertThat(door.answer(new Webhook.Call(
                                    "POST",
                                    "/dingtalk/events",
                                    Map.of(),
                                    Map.of(),
                                    body.getBytes(StandardCharsets.UTF_8)))
                            .status())
                    .as(body)
                    .isEqualTo(401);
        }
        assertThat(door.answer(new Webhook.Call("GET", "/dingtalk/events", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
        assertThat(event(good, "dingcorp", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void without_a_whole_subscription_there_is_no_door_and_the_self_check_says_so() {
        for (String[] half : new String[][] {{"", DingtalkCipherTest.KEY}, {TOKEN, ""}, {TOKEN, "too short"}}) {
            assertThat(door(half[0], half[1])).isEmpty();
            assertThat(findings(half[0], half[1], true)).containsExactly("dingtalk.check.event-key");
        }
        assertThat(findings("", "", false)).containsExactly("dingtalk.check.no-events");
        assertThat(findings("", "", true)).isEmpty();
        assertThat(findings(TOKEN, DingtalkCipherTest.KEY, false)).isEmpty();
    }

    private List<String> findings(String token, String key, boolean stream) {
        return world.dingtalk(subscribed(token, key)).check(stream, true).stream()
                .map(Message::key)
                .toList();
    }
}
