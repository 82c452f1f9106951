package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeishuInboundTest {

    private static final FeishuApp APP = new FeishuApp("cli_door", "s3cret", "v-token", "test key");
    private final World world = new World(APP);
    private final Webhook door = world.feishu.inbound(world.receiver());

    @AfterEach
    void close() {
        world.close();
    }

    private static String encrypted(byte[] plain) {
        return encrypted("test key", plain);
    }

    private static String encrypted(String encryptKey, byte[] plain) {
        try {
            byte[] vector = new byte[16];
            new SecureRandom().nextBytes(vector);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key =
                    new SecretKeySpec(FeishuCipher.sha256(encryptKey.getBytes(StandardCharsets.UTF_8)), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
            byte[] sealed = cipher.doFinal(plain);
            byte[] whole = new byte[16 + sealed.length];
            System.arraycopy(vector, 0, whole, 0, 16);
            System.arraycopy(sealed, 0, whole, 16, sealed.length);
            return "{\"encrypt\":\"" + Base64.getEncoder().encodeToString(whole) + "\"}";
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encrypted(String plain) {
        return encrypted(plain.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> signed(String body) {
        return signed("test key", body);
    }

    private Map<String, String> signed(String encryptKey, String body) {
        String timestamp = Long.toString(world.clock.instant().getEpochSecond());
        byte[] all = (timestamp + "n1" + encryptKey + body).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        headers.put("x-lark-request-timestamp", timestamp);
        headers.put("x-lark-request-nonce", "n1");
        headers.put("x-lark-signature", HexFormat.of().formatHex(FeishuCipher.sha256(all)));
        return headers;
    }

    private Webhook.Reply push(String body, Map<String, String> headers) {
        return push(door, body, headers);
    }

    private static Webhook.Reply push(Webhook door, String body, Map<String, String> headers) {
        return door.answer(
                new Webhook.Call("POST", "/feishu/events", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private Webhook.Reply pushSound(String event) {
        String body = encrypted(event);
        return push(body, signed(body));
    }

    private static String text(Webhook.Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String envelope(String type, String event) {
        return "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"e1\",\"event_type\":\"" + type
                + "\",\"create_time\":\"1764032400000\",\"token\":\"v-token\",\"app_id\":\"cli_door\"},\"event\":"
                + event
                + "}";
    }

    private static String message(String text) {
        return envelope(
                "im.message.receive_v1",
                "{\"sender\":{\"sender_id\":{\"open_id\":\"ou_lilei\"},\"sender_type\":\"user\"},\"message\":{"
                        + "\"message_id\":\"om_1\",\"create_time\":\"1764032400000\",\"chat_id\":\"oc_p2p\","
                        + "\"chat_type\":\"p2p\",\"message_type\":\"text\",\"content\":\"{\\\"text\\\":\\\"" + text
                        + "\\\"}\"}}");
    }

    private void nothingWasHeardAndAGoodOneStillWorks() {
        assertThat(world.heard).isEmpty();
        assertThat(pushSound(message("帮助")).status()).isEqualTo(200);
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void a_signed_and_encrypted_message_is_handed_in_and_answered() {
        Webhook.Reply reply = pushSound(message("帮助"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo("{}");
        assertThat(world.heard).singleElement().satisfies(inbound -> {
            assertThat(inbound.eventId()).isEqualTo("om_1");
            assertThat(inbound.account()).isEqualTo("ou_lilei");
            assertThat(inbound.chat()).isEqualTo(World.LI_LEI);
            assertThat(inbound.said()).isEqualTo(new Inbound.Text("帮助"));
        });
    }

    @Test
    void each_flaw_of_the_signature_is_refused_without_a_word() {
        String body = encrypted(message("帮助"));
        List<Map<String, String>> flawed = new ArrayList<>();
        for (String header : signed(body).keySet()) {
            Map<String, String> missing = signed(body);
            missing.remove(header);
            flawed.add(missing);
            Map<String, String> changed = signed(body);
            changed.put(header, "1");
            flawed.add(changed);
        }
        flawed.add(signed(body + " "));
        for (Map<String, String> headers : flawed) {
            Webhook.Reply reply = push(body, headers);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).isEmpty();
        }
        nothingWasHeardAndAGoodOneStillWorks();
    }

    @Test
    void a_time_stamp_more_than_five_minutes_off_is_refused() {
        String body = encrypted(message("帮助"));
        Map<String, String> headers = signed(body);
        world.clock.passes(Duration.ofSeconds(301));

        assertThat(push(body, headers).status()).isEqualTo(401);
        nothingWasHeardAndAGoodOneStillWorks();
    }

    @Test
    void a_wrong_token_or_app_behind_a_good_signature_is_refused() {
        assertThat(pushSound(message("帮助").replace("v-token", "other")).status())
                .isEqualTo(401);
        assertThat(pushSound(message("帮助").replace("cli_door", "cli_other")).status())
                .isEqualTo(401);
        nothingWasHeardAndAGoodOneStillWorks();
    }

    @Test
    void an_unencrypted_or_wrongly_encrypted_body_is_never_taken() {
        String plain = message("帮助");
        assertThat(push(plain, Map.of()).status()).isEqualTo(401);
        assertThat(push(plain, signed(plain)).status()).isEqualTo(400);
        String wrong = "{\"encrypt\":\"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=\"}";
        assertThat(push(wrong, signed(wrong)).status()).isEqualTo(400);
        nothingWasHeardAndAGoodOneStillWorks();
    }

    @Test
    void garbage_behind_a_good_signature_is_called_garbage() {
        List<String> garbage = List.of(
                "",
                "[]",
                "null",
                "{",
                "{\"schema\":\"2.0\"}",
                "{\"header\":{\"event_type\":\"x\"},\"event\":[]}",
                "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                "{} {}",
                envelope("im.message.receive_v1", "{}"),
                message("帮助").replace("ou_lilei", ""),
                envelope("card.action.trigger", "{\"action\":{\"value\":{\"phrase\":\"受理 XQ-1\"}}}"));
        for (String event : garbage) {
            assertThat(pushSound(event).status()).as(event).isEqualTo(400);
        }
        String invalid = encrypted(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        assertThat(push(invalid, signed(invalid)).status()).isEqualTo(400);
        nothingWasHeardAndAGoodOneStillWorks();
    }

    @Test
    void unknown_kinds_and_fields_and_numbers_for_strings_do_no_harm() {
        assertThat(pushSound(envelope("contact.user.created_v3", "{\"object\":{}}"))
                        .status())
                .isEqualTo(200);
        assertThat(pushSound("{\"ts\":\"1\",\"uuid\":\"u\",\"token\":\"v-token\",\"type\":\"event_callback\","
                                + "\"event\":{\"type\":\"p2p_chat_create\",\"app_id\":\"cli_door\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(world.heard).isEmpty();

        String odd = message("帮助").replace("\"e1\"", "17").replace("\"1764032400000\"", "1764032400000");
        assertThat(pushSound(odd.replace("\"schema\"", "\"new\":{\"x\":[1]},\"schema\""))
                        .status())
                .isEqualTo(200);
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void the_address_check_is_answered_when_it_knows_our_token_and_only_then() {
        String check = "{\"challenge\":\"c1\",\"token\":\"v-token\",\"type\":\"url_verification\"}";

        Webhook.Reply reply = push(encrypted(check), Map.of());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo("{\"challenge\":\"c1\"}");
        assertThat(push(encrypted(check.replace("v-token", "guess")), Map.of()).status())
                .isEqualTo(401);
        assertThat(push(check, Map.of()).status()).isEqualTo(401);
    }

    private Webhook door(String token, String key, FeishuSettings.Former former) {
        FeishuSettings settings = new FeishuSettings("cli_door", "s", token, key, former, world.emulator.address());
        return new Feishu(
                        settings,
                        world.calls,
                        io.xietong.wire.TokenShelf.inMemory(world.clock),
                        World.WORDS,
                        world.clock)
                .inbound(world.receiver());
    }

    /** faults.md row 23 */
    @ParameterizedTest
    @CsvSource({
        "test key, v-token, 200, 200",
        "old key, v-token, 200, 401",
        "test key, old-token, 200, 401",
        "old key, old-token, 200, 401",
        "third key, v-token, 401, 401",
        "old key, third-token, 401, 401"
    })
    void renewed_secrets_are_good_until_they_are_taken_out(String key, String token, int during, int after) {
        Webhook overlapping = door("v-token", "test key", new FeishuSettings.Former("old-token", "old key"));
        Webhook renewed = door("v-token", "test key", FeishuSettings.Former.NONE);
        String event = encrypted(key, message("帮助").replace("v-token", token).getBytes(StandardCharsets.UTF_8));
        String check = encrypted(
                key,
                ("{\"challenge\":\"c1\",\"token\":\"" + token + "\",\"type\":\"url_verification\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(push(overlapping, event, signed(key, event)).status()).isEqualTo(during);
        assertThat(push(overlapping, check, Map.of()).status()).isEqualTo(during);
        assertThat(world.heard).hasSize(during == 200 ? 1 : 0);
        assertThat(push(renewed, event, signed(key, event)).status()).isEqualTo(after);
        assertThat(push(renewed, check, Map.of()).status()).isEqualTo(after);
        assertThat(world.heard).hasSize((during == 200 ? 1 : 0) + (after == 200 ? 1 : 0));
        assertThat(push(overlapping, event, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void a_former_secret_never_stands_in_for_a_present_one_that_is_not_set() {
        FeishuSettings.Former former = new FeishuSettings.Former("old-token", "old key");
        String plain = message("帮助").replace("v-token", "old-token");
        String sealed = encrypted("old key", plain.getBytes(StandardCharsets.UTF_8));

        assertThat(push(door("v-token", "test key", former), plain, Map.of()).status())
                .isEqualTo(401);
        assertThat(push(door("", "", former), plain, Map.of()).status()).isEqualTo(401);
        assertThat(push(door("", "", former), sealed, signed("old key", sealed)).status())
                .isEqualTo(401);
        assertThat(push(door("v-token", "", former), sealed, signed("old key", sealed))
                        .status())
                .isEqualTo(401);
        assertThat(world.heard).isEmpty();
        assertThat(push(door("v-token", "", former), plain, Map.of()).status()).isEqualTo(200);
        assertThat(former.toString()).doesNotContain("old");
    }

    @Test
    void without_an_encrypt_key_the_token_decides_and_without_both_nobody_comes_in() {
        for (String token : List.of("v-token", "")) {
            Webhook open = door(token, "", FeishuSettings.Former.NONE);
            byte[] good = message("帮助").getBytes(StandardCharsets.UTF_8);
            byte[] bad = message("帮助").replace("v-token", "").getBytes(StandardCharsets.UTF_8);
            int status = token.isEmpty() ? 401 : 200;
            assertThat(open.answer(new Webhook.Call("POST", "/", Map.of(), Map.of(), good))
                            .status())
                    .isEqualTo(status);
            assertThat(open.answer(new Webhook.Call("POST", "/", Map.of(), Map.of(), bad))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_message_that_cannot_be_handled_may_come_again_but_a_click_is_answered_in_words() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("the database is down");
        };
        assertThat(pushSound(message("帮助")).status()).isEqualTo(503);

        Webhook.Reply click = pushSound(
                envelope(
                        "card.action.trigger",
                        "{\"operator\":{\"open_id\":\"ou_lilei\"},\"action\":{\"value\":{\"phrase\":\"受理 XQ-1\","
                                + "\"version\":\"3\"}},\"context\":{\"open_message_id\":\"om_9\",\"open_chat_id\":\"oc_launch\"}}"));
        assertThat(click.status()).isEqualTo(200);
        assertThat(BoundedJson.object(text(click))
                        .orElseThrow()
                        .at("/toast/content")
                        .asText())
                .contains("没有生效");
    }

    @Test
    void a_fault_of_the_program_shows_nobody_its_stack() {
        world.desk = inbound -> {
            throw new IllegalStateException("secret inside");
        };
        Webhook.Reply reply = pushSound(message("帮助"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(text(reply)).doesNotContain("secret");
    }

    @Test
    void other_methods_are_not_for_this_door() {
        assertThat(door.answer(new Webhook.Call("GET", "/", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
        assertThat(Optional.of(world.settings).map(Object::toString))
                .hasValueSatisfying(shown -> assertThat(shown)
                        .doesNotContain("s3cret")
                        .doesNotContain("test key")
                        .doesNotContain("v-token"));
    }
}
