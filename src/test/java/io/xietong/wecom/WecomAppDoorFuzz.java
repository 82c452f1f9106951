package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.core.chat.Inbound;
import io.xietong.fuzz.Nearby;
import io.xietong.wire.Webhook;

/** Whatever XML comes to the application: unsigned or sealed for another it is refused; signed it is its sender's. */
class WecomAppDoorFuzz {

    private final WecomFuzzed world = new WecomFuzzed();
    private final WecomCipher ours = new WecomCipher(WecomFuzzed.APP_KEY, WecomFuzzed.CORP);
    private final WecomCipher others = new WecomCipher(WecomFuzzed.APP_KEY, "wwother");

    @FuzzTest(maxDuration = "60s")
    void a_message_is_heard_only_when_sealed_for_us_and_only_from_its_sender(byte[] bytes) {
        Nearby.eachText(bytes, 60, this::holds);
    }

    private void holds(String xml) {
        world.heard.clear();
        String sealed = ours.seal(xml);
        refused(world.call(true, xml, xml));
        refused(world.call(true, envelope(sealed), xml + "x"));
        refused(world.call(true, envelope(others.seal(xml)), sealed));
        String foreign = others.seal(xml);
        refused(world.call(true, envelope(foreign), foreign));
        assertThat(world.heard).isEmpty();

        Webhook.Call call = world.call(true, envelope(sealed), sealed);
        Webhook.Reply reply = world.doors.app().answer(call);
        assertThat(reply.status()).isIn(200, 400);
        assertThat(reply.status() == 400).isEqualTo(WecomXml.read(xml).isEmpty());
        if (reply.body().length > 0) answered(reply);
        if (world.heard.isEmpty()) return;
        Inbound first = world.heard.get(0);
        assertThat(first.account())
                .isNotBlank()
                .isEqualTo(WecomXml.read(xml).orElseThrow().text("FromUserName"));
        assertThat(first.chat()).isEqualTo(WecomEvents.single(first.account()));

        world.doors.app().answer(call);
        assertThat(world.heard).as("a second delivery is the same event").containsExactly(first, first);
    }

    private void refused(Webhook.Call call) {
        Webhook.Reply reply = world.doors.app().answer(call);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    /** What we answer is sound XML, outside and, once opened, inside. */
    private void answered(Webhook.Reply reply) {
        String encrypted = WecomXml.read(reply.body()).orElseThrow().text("Encrypt");
        assertThat(WecomXml.read(ours.open(encrypted).orElseThrow())).isPresent();
    }

    private static String envelope(String sealed) {
        return "<xml><ToUserName>" + WecomFuzzed.CORP + "</ToUserName><Encrypt>"
                + WecomXml.cdata(sealed)
                + "</Encrypt></xml>";
    }
}
