package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two doors, called with what a stranger or WeCom may send. */
class WecomInboundTest {

    private final World world = new World();
    private final WecomInbound inbound = world.both().inbound(world.receiver());
    private final WecomSignature appSignature =
            new WecomSignature(world.corp.appToken(), new PlatformClock("wecom", world.clock));
    private final WecomSignature botSignature =
            new WecomSignature(world.corp.botToken(), new PlatformClock("wecom", world.clock));
    private final WecomCipher appCipher = new WecomCipher(world.corp.appKey(), world.corp.corpId());
    private final WecomCipher botCipher = new WecomCipher(world.corp.botKey(), "");

    @AfterEach
    void close() {
        world.close();
    }

    private String now() {
        return Long.toString(world.clock.instant().getEpochSecond());
    }

    private Webhook.Call call(
            String method, WecomSignature signature, String encrypted, String body, Map<String, String> changed) {
        Map<String, String> query = new HashMap<>();
        query.put("timestamp", changed.getOrDefault("timestamp", now()));
        query.put("nonce", "n1");
        query.put("msg_signature", signature.of(query.get("timestamp"), "n1", encrypted));
        if (method.equals("GET")) query.put("echostr", encrypted);
        query.putAll(changed);
        query.values().removeIf(String::isEmpty);
        return new Webhook.Call(method, "/wecom", query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private Webhook.Reply app(String xml, Map<String, String> changed) {
        return appSealed(appCipher.seal(xml), changed);
    }

    private Webhook.Reply appSealed(String encrypted, Map<String, String> changed) {
        String body = "<xml><ToUserName><![CDATA[wwdemo]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt></xml>";
        return inbound.app().answer(call("POST", appSignature, encrypted, body, changed));
    }

    private Webhook.Reply bot(String json) {
        return botSealed(botCipher.seal(json));
    }

    private Webhook.Reply botSealed(String encrypted) {
        String body = "{\"encrypt\":\"" + encrypted + "\"}";
        return inbound.bot().answer(call("POST", botSignature, encrypted, body, Map.of()));
    }

    private static String text(String id, String content) {
        return "<xml><ToUserName>wwdemo</ToUserName><FromUserName><![CDATA[lilei]]></FromUserName>"
                + "<CreateTime>1790000000</CreateTime><MsgType>text</MsgType><Content><![CDATA[" + content
                + "]]></Content><MsgId>" + id + "</MsgId><AgentID>1000002</AgentID><New><Field>1</Field></New></xml>";
    }

    private static String said(String id, String content) {
        return "{\"msgid\":\"" + id + "\",\"aibotid\":\"AIBdemo\",\"chatid\":\"wrlaunch\",\"chattype\":\"group\","
                + "\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"text\",\"text\":{\"content\":\"" + content
                + "\"},\"unknown\":{\"field\":[1,2]}}";
    }

    private String lastText() {
        return ((Inbound.Text) world.heard.get(world.heard.size() - 1).said()).text();
    }

    @Test
    void a_message_to_the_application_reaches_the_desk_with_its_speaker() {
        assertThat(app(text("7001", " 求助 设计部 海报 "), Map.of()).status()).isEqualTo(200);
        Inbound heard = world.heard.get(0);
        assertThat(heard.eventId()).isEqualTo("7001");
        assertThat(heard.account()).isEqualTo("lilei");
        assertThat(heard.chat()).isEqualTo(new Chat("wecom", "lilei", Chat.Kind.SINGLE, ""));
        assertThat(heard.said()).isEqualTo(new Inbound.Text("求助 设计部 海报"));
        assertThat(heard.asOf()).isEqualTo("2026-09-21T14:13:20Z");
    }

    @Test
    void a_message_to_the_bot_reaches_the_desk_without_its_mention() {
        assertThat(bot(said("m1", "@协同助手 求助 设计部 海报")).status()).isEqualTo(200);
        Inbound heard = world.heard.get(0);
        assertThat(heard.chat()).isEqualTo(new Chat("wecom", "wrlaunch", Chat.Kind.GROUP, ""));
        assertThat(heard.said()).isEqualTo(new Inbound.Text("求助 设计部 海报"));
        assertThat(heard.asOf()).isEqualTo(world.clock.instant());
        bot(said("m2", "@协同助手 待办").replace("\"unknown\"", "\"create_time\":9223372036854775807,\"unknown\""));
        assertThat(world.heard.get(1).asOf()).isEqualTo(world.clock.instant());
    }

    @Test
    void mentions_quotes_and_voices_are_read_as_text() {
        bot(said("m1", "待办 @协同助手"));
        assertThat(lastText()).isEqualTo("待办");
        bot(said("m2", "@改了名的机器人 待办"));
        assertThat(lastText()).isEqualTo("待办");
        bot(said("m3", "@协同助手 转派 XQ-1 @周洁"));
        assertThat(lastText()).isEqualTo("转派 XQ-1 周洁");
        bot(said("m4", "@协同助手\\u2005受理\\u00a0XQ-2"));
        assertThat(lastText()).isEqualTo("受理 XQ-2");
        bot(said("m5", "@协同助手 受理")
                .replaceFirst(
                        "\"unknown\".*", "\"quote\":{\"msgtype\":\"text\",\"text\":{\"content\":\"XQ-7 海报 待响应\"}}}"));
        assertThat(lastText()).isEqualTo("受理 XQ-7");
        bot(
                "{\"msgid\":\"m6\",\"from\":{\"userid\":\"lilei\"},\"chattype\":\"single\",\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":"
                        + "[{\"msgtype\":\"text\",\"text\":{\"content\":\"求助 设计部 \"}},{\"msgtype\":\"image\",\"image\":{\"url\":\"x\"}},"
                        + "{\"msgtype\":\"text\",\"text\":{\"content\":\"海报\"}}]}}");
        assertThat(lastText()).isEqualTo("求助 设计部 海报");
        bot(
                "{\"msgid\":\"m7\",\"from\":{\"userid\":\"lilei\"},\"chattype\":\"single\",\"msgtype\":\"voice\",\"voice\":{\"content\":\"待办\"}}");
        assertThat(lastText()).isEqualTo("待办");
        bot(said("m8", "@协同助手"));
        assertThat(lastText()).isEmpty();
        bot(said("m9", "@协同助手 邮箱 a@b.example"));
        assertThat(lastText()).isEqualTo("邮箱 a@b.example");
    }

    @Test
    void whatever_is_wrong_around_a_message_is_refused_without_detail() {
        String early =
                Long.toString(world.clock.instant().plus(Duration.ofMinutes(6)).getEpochSecond());
        String old =
                Long.toString(world.clock.instant().minus(Duration.ofMinutes(6)).getEpochSecond());
        for (Map<String, String> wrong : List.of(
                Map.of("msg_signature", "0".repeat(40)),
                Map.of("msg_signature", ""),
                Map.of("timestamp", old),
                Map.of("timestamp", early),
                Map.of("timestamp", "soon"),
                Map.of("nonce", "another"),
                Map.of("nonce", ""))) {
            Webhook.Reply reply = app(text("1", "待办"), wrong);
            assertThat(reply.status()).as(wrong.toString()).isEqualTo(401);
            assertThat(reply.body()).isEmpty();
        }
        assertThat(appSealed(new WecomCipher(world.corp.appKey(), "wwother").seal(text("1", "x")), Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(appSealed(new WecomCipher(world.corp.botKey(), "wwdemo").seal(text("1", "x")), Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(appSealed("AAAA", Map.of()).status()).isEqualTo(401);
        assertThat(botSealed(appCipher.seal(said("1", "x"))).status()).isEqualTo(401);
        assertThat(bot(said("1", "x").replace("AIBdemo", "AIBother")).status()).isEqualTo(401);
        assertThat(world.heard).isEmpty();
        assertThat(app(text("2", "待办"), Map.of()).status()).isEqualTo(200);
    }

    @Test
    void what_is_no_envelope_at_all_is_refused() {
        for (String body : List.of(
                "",
                "{}",
                "<xml>",
                "<xml></xml>",
                "[1]",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><Encrypt>&a;</Encrypt></xml>",
                "<x>".repeat(5_000),
                "{\"encrypt\":17}",
                "{\"a\":".repeat(5_000))) {
            Webhook.Call call = call("POST", appSignature, "", body, Map.of());
            assertThat(inbound.app().answer(call).status()).isEqualTo(401);
            Webhook.Call toBot = call("POST", botSignature, "", body, Map.of());
            assertThat(inbound.bot().answer(toBot).status()).isEqualTo(401);
        }
        assertThat(inbound.app()
                        .answer(call("PUT", appSignature, "", "", Map.of()))
                        .status())
                .isEqualTo(405);
        assertThat(inbound.bot()
                        .answer(call("DELETE", botSignature, "", "", Map.of()))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void garbage_behind_a_good_signature_is_told_so_and_the_next_message_works() {
        String bomb =
                "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><xml><Content>&b;</Content></xml>";
        String file = "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Content>&a;</Content></xml>";
        for (String garbage : List.of("no xml", bomb, file, "<xml><a></xml>", "<xml/><xml/>", "<a>".repeat(100), "")) {
            assertThat(app(garbage, Map.of()).status()).as(garbage).isEqualTo(400);
        }
        for (String garbage : List.of("no json", "[]", "17", "{\"a\":1} x", "{\"a\":".repeat(100), "")) {
            assertThat(bot(garbage).status()).as(garbage).isEqualTo(400);
        }
        assertThat(world.heard).isEmpty();
        assertThat(bot(said("m1", "@协同助手 待办")).status()).isEqualTo(200);
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void what_says_nothing_to_us_is_taken_and_dropped() {
        String none = "<xml><FromUserName>lilei</FromUserName><MsgType>%s</MsgType><Event>%s</Event></xml>";
        for (String one : List.of(
                none.formatted("image", ""),
                none.formatted("event", "enter_agent"),
                none.formatted("event", "unheard_of"),
                none.formatted("text", ""),
                text("", "待办"),
                text("1", "待办").replace("lilei", ""),
                "<xml/>")) {
            assertThat(app(one, Map.of()).status()).as(one).isEqualTo(200);
        }
        for (String one : List.of(
                "{}",
                said("", "x"),
                said("1", "x").replace("\"lilei\"", "{\"x\":1}"),
                "{\"msgid\":\"1\",\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"event\",\"event\":{\"eventtype\":\"feedback_event\"}}",
                "{\"msgid\":\"1\",\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"event\",\"event\":17}",
                "{\"msgid\":\"1\",\"from\":{\"userid\":\"lilei\"},\"msgtype\":\"stream\",\"stream\":{\"id\":\"1\"}}")) {
            assertThat(bot(one).status()).as(one).isEqualTo(200);
        }
        assertThat(world.heard).isEmpty();
    }

    @Test
    void a_click_carries_phrase_version_and_choice_and_nothing_else_that_is_trusted() {
        String click =
                "<xml><FromUserName>ZhouJie</FromUserName><CreateTime>1790000000</CreateTime><MsgType>event</MsgType>"
                        + "<Event>template_card_event</Event><EventKey><![CDATA[3:受理 XQ-1]]></EventKey><TaskId>t1</TaskId>"
                        + "<ResponseCode>rc</ResponseCode><SelectedItems><SelectedItem><QuestionKey>who</QuestionKey><OptionIds>"
                        + "<OptionId>design</OptionId></OptionIds></SelectedItem></SelectedItems></xml>";
        app(click, Map.of());
        app(click, Map.of());
        app(click.replace("<TaskId>t1", "<TaskId>t2"), Map.of());
        Inbound.Press press = (Inbound.Press) world.heard.get(0).said();
        assertThat(press).isEqualTo(new Inbound.Press("受理 XQ-1", 3, Map.of("who", "design"), "app:t1:"));
        assertThat(world.heard.get(1).eventId()).isEqualTo(world.heard.get(0).eventId());
        assertThat(world.heard.get(2).eventId()).isNotEqualTo(world.heard.get(0).eventId());
        String nested =
                "{\"msgid\":\"e1\",\"aibotid\":\"AIBdemo\",\"chatid\":\"wrlaunch\",\"chattype\":\"group\",\"from\":"
                        + "{\"userid\":\"ZhouJie\"},\"msgtype\":\"event\",\"create_time\":1790000000,\"event\":{\"eventtype\":"
                        + "\"template_card_event\",\"template_card_event\":{\"%s\":\"3:婉拒 XQ-1\",\"%s\":\"t9\"}}}";
        for (String body : List.of(nested.formatted("event_key", "task_id"), nested.formatted("eventkey", "taskid"))) {
            bot(body);
            Inbound heard = world.heard.get(world.heard.size() - 1);
            assertThat(heard.said()).isEqualTo(new Inbound.Press("婉拒 XQ-1", 3, Map.of(), "bot:t9"));
            assertThat(heard.chat().id()).isEqualTo("wrlaunch");
        }
        int before = world.heard.size();
        bot(nested.formatted("event_key", "task_id").replace("3:婉拒", "99999999999999999999:婉拒"));
        bot(nested.formatted("event_key", "task_id").replace("3:婉拒 XQ-1", "婉拒"));
        assertThat(world.heard).hasSize(before);
    }

    @Test
    void the_desk_not_being_there_is_told_as_far_as_wecom_can_hear_it() {
        world.desk = any -> {
            throw new Receiver.Unavailable("no database");
        };
        assertThat(app(text("1", "待办"), Map.of()).status()).isEqualTo(503);
        assertThat(bot(said("1", "@协同助手 待办")).status()).isEqualTo(503);
        world.desk = any -> {
            throw new IllegalStateException("broken");
        };
        assertThat(app(text("1", "待办"), Map.of()).status()).isEqualTo(503);
    }

    @Test
    void what_is_to_be_said_at_once_comes_in_the_answer_encrypted_and_signed() {
        world.desk = any -> Receiver.Answer.done("处理中 <a href=x>@all</a>");
        WecomXml outer = WecomXml.read(app(text("1", "待办"), Map.of()).body()).orElseThrow();
        assertThat(outer.text("MsgSignature"))
                .isEqualTo(appSignature.of(outer.text("TimeStamp"), outer.text("Nonce"), outer.text("Encrypt")));
        WecomXml inner = WecomXml.read(appCipher.open(outer.text("Encrypt")).orElseThrow())
                .orElseThrow();
        assertThat(inner.text("ToUserName")).isEqualTo("lilei");
        assertThat(inner.text("Content")).isEqualTo("处理中 ＜a href=x>＠all＜/a>");
        String json = new String(bot(said("1", "@协同助手 待办")).body(), StandardCharsets.UTF_8);
        var reply = io.xietong.wire.BoundedJson.object(json).orElseThrow();
        assertThat(reply.path("timestamp").isNumber()).isTrue();
        Optional<String> plain = botCipher.open(reply.path("encrypt").asText());
        assertThat(plain.orElseThrow()).contains("\"finish\":true").contains("＠all");
    }

    @Test
    void a_door_that_is_not_configured_refuses_everything() {
        WecomInbound none = world.wecom(WecomSettings.App.NONE, WecomSettings.Bot.NONE, true)
                .inbound(world.receiver());
        WecomSignature empty = new WecomSignature("", new PlatformClock("wecom", world.clock));
        String encrypted = appCipher.seal(text("1", "x"));
        String body = "<xml><Encrypt>" + encrypted + "</Encrypt></xml>";
        assertThat(none.app()
                        .answer(call("POST", empty, encrypted, body, Map.of()))
                        .status())
                .isEqualTo(401);
        assertThat(none.bot()
                        .answer(call("GET", empty, encrypted, "", Map.of()))
                        .status())
                .isEqualTo(401);
    }
}
