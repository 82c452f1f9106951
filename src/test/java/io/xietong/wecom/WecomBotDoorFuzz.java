package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Inbound;
import io.xietong.fuzz.Nearby;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Webhook;

/** Whatever JSON comes to the bot: unsigned or sealed with another key it is refused; signed it is its sender's. */
class WecomBotDoorFuzz {

    private final WecomFuzzed world = new WecomFuzzed();
    private final WecomCipher ours = new WecomCipher(WecomFuzzed.BOT_KEY, "");
    private final WecomCipher others = new WecomCipher(WecomFuzzed.APP_KEY, "");

    @FuzzTest(maxDuration = "60s")
    void a_message_is_heard_only_when_sealed_for_us_and_only_from_its_sender(byte[] bytes) {
        Nearby.eachText(bytes, 60, this::holds);
    }

    private void holds(String json) {
        world.heard.clear();
        String sealed = ours.seal(json);
        String foreign = others.seal(json);
        refused(world.call(false, json, json));
        refused(world.call(false, envelope(sealed), json));
        refused(world.call(false, envelope(foreign), foreign));
        assertThat(world.heard).isEmpty();

        Webhook.Call call = world.call(false, envelope(sealed), sealed);
        Webhook.Reply reply = world.doors.bot().answer(call);
        assertThat(reply.status()).isIn(200, 400, 401);
        if (reply.status() == 200 && reply.body().length > 0) answered(reply);
        if (world.heard.isEmpty()) return;
        Inbound first = world.heard.get(0);
        JsonNode body = BoundedJson.object(json).orElseThrow();
        assertThat(first.account())
                .isNotBlank()
                .isEqualTo(body.path("from").path("userid").asText());
        assertThat(first.chat().id()).isIn(first.account(), body.path("chatid").asText());
        assertThat(body.path("aibotid").asText("AIBfuzz")).isIn("", "AIBfuzz");

        world.doors.bot().answer(call);
        assertThat(world.heard).as("a second delivery is the same event").containsExactly(first, first);
    }

    private void refused(Webhook.Call call) {
        Webhook.Reply reply = world.doors.bot().answer(call);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    private void answered(Webhook.Reply reply) {
        String encrypted =
                BoundedJson.object(reply.body()).orElseThrow().path("encrypt").asText();
        assertThat(BoundedJson.object(ours.open(encrypted).orElseThrow())).isPresent();
    }

    private static String envelope(String sealed) {
        return BoundedJson.object().put("encrypt", sealed).toString();
    }
}
