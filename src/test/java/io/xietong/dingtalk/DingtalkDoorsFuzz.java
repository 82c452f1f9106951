package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.fuzz.CardText;
import io.xietong.fuzz.Nearby;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever is sent to the two doors: unsigned it is refused, signed it is whose DingTalk says it is. */
class DingtalkDoorsFuzz {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:00:00Z"), ZONE);
    private static final String NOW = Long.toString(CLOCK.millis());
    private static final DingtalkSettings APP = new DingtalkSettings(
            "dingfuzz", "fuzz-secret", "dingfuzz", "t.schema", "", "http://127.0.0.1:1", "http://127.0.0.1:1");

    private final List<Inbound> heard = new ArrayList<>();
    private final DingtalkInbound doors = new Dingtalk(
                    APP,
                    HttpCalls.usual(),
                    TokenShelf.inMemory(CLOCK),
                    Words.in(Language.CHINESE, ZONE),
                    (single, card) -> URI.create("https://xietong.example/form/x"),
                    CLOCK)
            .inbound(inbound -> {
                heard.add(inbound);
                return new Receiver.Answer(
                        Optional.of("好"), true, Optional.of(CardText.of("海报").item()));
            });

    @FuzzTest(maxDuration = "60s")
    void what_is_heard_is_signed_and_whose_dingtalk_says_it_is(byte[] body) {
        Nearby.each(body, 100, bytes -> {
            said(bytes);
            pressed(bytes);
        });
    }

    private void said(byte[] body) {
        heard.clear();
        String sign = DingtalkSignature.hmac(NOW + "\n" + APP.clientSecret(), APP.clientSecret());
        refused(doors.robot().answer(call(body, Map.of())));
        refused(doors.robot().answer(call(body, Map.of("timestamp", NOW, "sign", sign + "="))));
        assertThat(heard).isEmpty();
        Webhook.Call call = call(body, Map.of("timestamp", NOW, "sign", sign));
        assertThat(doors.robot().answer(call).status()).isIn(200, 400);
        if (heard.isEmpty()) return;
        JsonNode json = BoundedJson.object(body).orElseThrow();
        Inbound first = heard.get(0);
        boolean guest = !json.path("chatbotCorpId").asText().isBlank()
                && json.hasNonNull("senderCorpId")
                && !json.path("senderCorpId")
                        .asText()
                        .equals(json.path("chatbotCorpId").asText());
        assertThat(first.account())
                .isNotBlank()
                .isIn(
                        json.path("senderId").asText(),
                        guest ? "" : json.path("senderStaffId").asText());
        doors.robot().answer(call);
        assertThat(heard).as("a second delivery is the same event").containsExactly(first, first);
    }

    private void pressed(byte[] body) {
        heard.clear();
        String sign = DingtalkSignature.hmac(NOW, DingtalkCallbacks.secret(APP.clientSecret()));
        refused(doors.card().answer(call(body, Map.of("x-ddpaas-signature-timestamp", NOW))));
        refused(doors.card()
                .answer(call(body, Map.of("x-ddpaas-signature-timestamp", "1" + NOW, "x-ddpaas-signature", sign))));
        assertThat(heard).isEmpty();
        Webhook.Call call = call(body, Map.of("x-ddpaas-signature-timestamp", NOW, "x-ddpaas-signature", sign));
        Webhook.Reply reply = doors.card().answer(call);
        assertThat(reply.status()).isIn(200, 400);
        if (heard.isEmpty()) return;
        assertThat(BoundedJson.object(reply.body())).isPresent();
        Inbound first = heard.get(0);
        assertThat(first.account())
                .isNotBlank()
                .isEqualTo(BoundedJson.object(body).orElseThrow().path("userId").asText());
        Inbound.Press press = (Inbound.Press) first.said();
        assertThat(press.phrase()).isNotBlank();
        assertThat(press.version()).isNotNegative();
        assertThat(press.form()).doesNotContainKeys("phrase", "version", "group");
        doors.card().answer(call);
        assertThat(heard).as("a second delivery is the same event").containsExactly(first, first);
    }

    private static void refused(Webhook.Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    private static Webhook.Call call(byte[] body, Map<String, String> headers) {
        return new Webhook.Call("POST", "/dingtalk", Map.of(), headers, body);
    }
}
