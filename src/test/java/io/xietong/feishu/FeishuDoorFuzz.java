package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.fuzz.CardText;
import io.xietong.fuzz.Nearby;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Whatever stands in an event: unsigned it is refused, signed it is somebody's by Feishu's word alone. */
class FeishuDoorFuzz {

    private static final String KEY = "fuzz-encrypt-key";
    private static final FeishuSettings APP =
            new FeishuSettings("cli_fuzz", "fuzz-secret", "fuzz-token", KEY, "http://127.0.0.1:1");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:00:00Z"), ZONE);
    private static final Words WORDS = Words.in(Language.CHINESE, ZONE);

    private final List<Inbound> heard = new ArrayList<>();
    private final FeishuInbound door = new FeishuInbound(APP, reception(), new PlatformClock("feishu", CLOCK));

    private FeishuReception reception() {
        FeishuChats chats = new FeishuChats(chat -> Chat.Kind.GROUP, new Promptly(Duration.ofMinutes(1)));
        FeishuEvents events = new FeishuEvents(() -> Optional.of("ou_bot"), chats, CLOCK);
        Receiver desk = inbound -> {
            heard.add(inbound);
            return new Receiver.Answer(
                    Optional.of("好"), true, Optional.of(CardText.of("海报").item()));
        };
        return new FeishuReception(events, new FeishuCards(WORDS), desk, WORDS);
    }

    @FuzzTest(maxDuration = "60s")
    void an_event_is_heard_only_when_signed_and_only_from_whom_the_envelope_names(byte[] event) {
        Nearby.each(event, 60, this::holds);
    }

    private void holds(byte[] event) {
        heard.clear();
        byte[] sealed =
                BoundedJson.object().put("encrypt", sealed(event)).toString().getBytes(StandardCharsets.UTF_8);
        refused(call(event, Map.of()));
        assertThat(door.answer(call(event, signed(event))).status())
                .as("signed, but not sealed")
                .isIn(400, 401);
        refused(call(sealed, signed(event)));
        assertThat(heard).isEmpty();

        Webhook.Reply reply = door.answer(call(sealed, signed(sealed)));
        assertThat(reply.status()).isIn(200, 400, 401);
        assertThat(heard).hasSizeLessThanOrEqualTo(1);
        if (heard.isEmpty()) return;
        JsonNode body = BoundedJson.object(event).orElseThrow();
        Inbound first = heard.get(0);
        if (!(first.said() instanceof Inbound.Joined && first.account().isBlank()))
            assertThat(first.account()).isIn(named(body));
        assertThat(first.eventId()).isNotBlank();
        if (first.chat().kind() == Chat.Kind.SINGLE)
            assertThat(first.chat().id()).isEqualTo(first.account());
        assertThat(BoundedJson.object(reply.body())).isPresent();

        door.answer(call(sealed, signed(sealed)));
        assertThat(heard).as("a second delivery is the same event").containsExactly(first, first);
    }

    private void refused(Webhook.Call call) {
        Webhook.Reply reply = door.answer(call);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    private static List<String> named(JsonNode body) {
        JsonNode event = body.path("event");
        return Stream.of(
                        "/sender/sender_id/open_id",
                        "/operator/open_id",
                        "/operator/operator_id/open_id",
                        "/operator_id/open_id",
                        "/object/open_id")
                .map(path -> event.at(path).asText())
                .filter(account -> !account.isBlank())
                .toList();
    }

    private static Webhook.Call call(byte[] body, Map<String, String> headers) {
        return new Webhook.Call("POST", "/feishu/events", Map.of(), headers, body);
    }

    private static Map<String, String> signed(byte[] body) {
        String at = Long.toString(CLOCK.instant().getEpochSecond());
        byte[] before = (at + "n1" + KEY).getBytes(StandardCharsets.UTF_8);
        return Map.of(
                FeishuSignature.TIMESTAMP,
                at,
                FeishuSignature.NONCE,
                "n1",
                FeishuSignature.SIGNATURE,
                HexFormat.of().formatHex(FeishuCipher.sha256(before, body)));
    }

    static String sealed(byte[] plain) {
        byte[] vector = new byte[16];
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(FeishuCipher.sha256(KEY.getBytes(StandardCharsets.UTF_8)), "AES"),
                    new IvParameterSpec(vector));
            byte[] text = cipher.doFinal(plain);
            byte[] whole = Arrays.copyOf(vector, vector.length + text.length);
            System.arraycopy(text, 0, whole, vector.length, text.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
