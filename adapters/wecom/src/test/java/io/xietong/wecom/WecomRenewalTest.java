package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both doors while the secrets of their callbacks are renewed (faults.md row 23). */
class WecomRenewalTest {

    private static final String OLD_KEY = "old".repeat(14) + "0";
    private static final WecomSettings.Callback OLD = new WecomSettings.Callback("old-token", OLD_KEY);

    private final World world = new World();
    private final WecomSettings.Callback present =
            new WecomSettings.Callback(world.corp.appToken(), world.corp.appKey());
    private final WecomInbound during = doors(present, OLD);
    private final WecomInbound after = doors(present, WecomSettings.Callback.NONE);

    /** A caller of one of the doors, who knows a token and a key. */
    private final class Caller {

        private final WecomSignature signature;
        private final WecomCipher cipher;

        Caller(String token, String key, String meantFor) {
            this.signature = new WecomSignature(token, new PlatformClock("wecom", world.clock));
            this.cipher = new WecomCipher(key, meantFor);
        }

        private Webhook.Call call(String method, String encrypted, String body) {
            Map<String, String> query = new HashMap<>();
            query.put("timestamp", Long.toString(world.clock.instant().getEpochSecond()));
            query.put("nonce", "n1");
            query.put("msg_signature", signature.of(query.get("timestamp"), "n1", encrypted));
            if (method.equals("GET")) query.put("echostr", encrypted);
            return new Webhook.Call(method, "/wecom", query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        Webhook.Reply asks(Webhook door) {
            return door.answer(call("GET", cipher.seal("echo"), ""));
        }

        Webhook.Reply says(Webhook door, String plain, String envelope) {
            String encrypted = cipher.seal(plain);
            return door.answer(call("POST", encrypted, envelope.formatted(encrypted)));
        }

        Webhook.Reply writes(WecomInbound doors) {
            String xml = "<xml><FromUserName>lilei</FromUserName><CreateTime>1790000000</CreateTime>"
                    + "<MsgType>text</MsgType><Content>待办</Content><MsgId>1</MsgId></xml>";
            return says(doors.app(), xml, "<xml><Encrypt>%s</Encrypt></xml>");
        }

        Webhook.Reply speaks(WecomInbound doors) {
            String json = "{\"msgid\":\"m1\",\"aibotid\":\"AIBdemo\",\"chatid\":\"wrlaunch\",\"chattype\":\"group\","
                    + "\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"text\",\"text\":{\"content\":\"待办\"}}";
            return says(doors.bot(), json, "{\"encrypt\":\"%s\"}");
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Application and bot are called with the same here. */
    private WecomInbound doors(WecomSettings.Callback now, WecomSettings.Callback former) {
        WecomSettings.App app =
                new WecomSettings.App(world.corp.agentId(), world.corp.appSecret(), now.token(), now.aesKey(), former);
        WecomSettings.Bot bot =
                new WecomSettings.Bot(world.corp.botId(), "", "协同助手", now.token(), now.aesKey(), former, "ws://x");
        return world.wecom(app, bot, false).inbound(world.receiver());
    }

    private void allAnswer(WecomInbound doors, String token, String key, int status) {
        Caller toApp = new Caller(token, key, world.corp.corpId());
        Caller toBot = new Caller(token, key, "");
        world.heard.clear();
        assertThat(toApp.asks(doors.app()).status()).isEqualTo(status);
        assertThat(toBot.asks(doors.bot()).status()).isEqualTo(status);
        assertThat(toApp.writes(doors).status()).isEqualTo(status);
        assertThat(toBot.speaks(doors).status()).isEqualTo(status);
        assertThat(world.heard).hasSize(status == 200 ? 2 : 0);
    }

    @Test
    void renewed_secrets_are_good_until_they_are_taken_out() {
        allAnswer(during, present.token(), present.aesKey(), 200);
        allAnswer(during, OLD.token(), OLD.aesKey(), 200);
        allAnswer(after, present.token(), present.aesKey(), 200);
        allAnswer(after, OLD.token(), OLD.aesKey(), 401);
    }

    @Test
    void neither_a_third_secret_nor_a_mixture_nor_another_companys_message_is_let_in() {
        allAnswer(during, "third-token", "third".repeat(8) + "000", 401);
        allAnswer(during, "third-token", OLD.aesKey(), 401);
        allAnswer(during, OLD.token(), present.aesKey(), 401);
        allAnswer(during, "", OLD.aesKey(), 401);
        assertThat(new Caller(OLD.token(), OLD.aesKey(), "wwother")
                        .writes(during)
                        .status())
                .isEqualTo(401);
        assertThat(during.app()
                        .answer(new Webhook.Call("POST", "/wecom", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_answer_is_sealed_with_what_the_call_was_sealed_with() {
        world.desk = any -> Receiver.Answer.done("处理中");
        Caller app = new Caller(OLD.token(), OLD.aesKey(), world.corp.corpId());
        WecomXml outer = WecomXml.read(app.writes(during).body()).orElseThrow();
        assertThat(app.cipher.open(outer.text("Encrypt")))
                .hasValueSatisfying(plain -> assertThat(plain).contains("处理中"));
        assertThat(outer.text("MsgSignature"))
                .isEqualTo(app.signature.of(outer.text("TimeStamp"), outer.text("Nonce"), outer.text("Encrypt")));

        Caller bot = new Caller(OLD.token(), OLD.aesKey(), "");
        String reply = BoundedJson.object(bot.speaks(during).body())
                .orElseThrow()
                .path("encrypt")
                .asText();
        assertThat(bot.cipher.open(reply)).isPresent();
    }

    @Test
    void a_former_secret_alone_opens_nothing() {
        allAnswer(doors(WecomSettings.Callback.NONE, OLD), OLD.token(), OLD.aesKey(), 401);
        assertThat(OLD.toString()).doesNotContain("old");
    }
}
