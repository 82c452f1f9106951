package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors of HTTP mode. */
class DingtalkInboundTest {

    private static final String MESSAGE = """
            {"msgId":"m1","msgtype":"text","text":{"content":" 求助 设计部 海报"},"createAt":1795568400000,
             "conversationId":"cidlaunch==","conversationType":"2","conversationTitle":"项目群","senderStaffId":"u-lilei",
             "unknown":{"field":[1,2]}}""";
    private static final String CLICK = """
            {"type":"actionCallback","outTrackId":"m7","userId":"u-zhoujie","content":
             "{\\"cardPrivateData\\":{\\"actionIds\\":[\\"accept\\"],\\"params\\":{\\"phrase\\":\\"受理 XQ-1\\",\\"version\\":\\"3\\",\\"date\\":\\"2026-11-27\\"}}}"}""";

    private final World world = new World();
    private final DingtalkInbound inbound = world.dingtalk.inbound(world.receiver());

    @AfterEach
    void close() {
        world.close();
    }

    private Webhook.Call robot(byte[] body, Map<String, String> changed) {
        return robot(world.app.clientSecret(), body, changed);
    }

    private Webhook.Call robot(String secret, byte[] body, Map<String, String> changed) {
        String now = Long.toString(world.clock.millis());
        Map<String, String> headers = new HashMap<>();
        headers.put("timestamp", now);
        headers.put("sign", DingtalkSignature.hmac(now + "\n" + secret, secret));
        headers.putAll(changed);
        headers.values().removeIf(String::isEmpty);
        return new Webhook.Call("POST", "/dingtalk/robot", Map.of(), headers, body);
    }

    private Webhook.Reply robot(String body) {
        return inbound.robot().answer(robot(body.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private Webhook.Reply card(String body, Map<String, String> changed) {
        return inbound.card().answer(card(world.app.clientSecret(), body, changed));
    }

    private Webhook.Call card(String secret, String body, Map<String, String> changed) {
        String now = Long.toString(world.clock.millis());
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ddpaas-signature-timestamp", now);
        headers.put("x-ddpaas-signature", DingtalkSignature.hmac(now, DingtalkCallbacks.secret(secret)));
        headers.putAll(changed);
        headers.values().removeIf(String::isEmpty);
        return new Webhook.Call("POST", "/dingtalk/card", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private DingtalkInbound doors(DingtalkSettings.Former former) {
        DingtalkSettings plain = world.settings;
        return world.dingtalk(new DingtalkSettings(
                        plain.clientId(),
                        plain.clientSecret(),
                        plain.robotCode(),
                        plain.cardTemplateId(),
                        plain.groupTemplateId(),
                        plain.baseUrl(),
                        plain.oapiUrl(),
                        DingtalkSettings.Events.NONE,
                        former))
                .inbound(world.receiver());
    }

    private void bothAnswer(DingtalkInbound doors, String secret, int status) {
        world.heard.clear();
        byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(doors.robot().answer(robot(secret, body, Map.of())).status()).isEqualTo(status);
        assertThat(doors.card().answer(card(secret, CLICK, Map.of())).status()).isEqualTo(status);
        assertThat(world.heard).hasSize(status == 200 ? 2 : 0);
        assertThat(doors.robot().answer(robot(secret, body, Map.of("sign", ""))).status())
                .isEqualTo(401);
        assertThat(doors.card()
                        .answer(card(secret, CLICK, Map.of("x-ddpaas-signature", "")))
                        .status())
                .isEqualTo(401);
    }

    /** faults.md row 23 */
    @Test
    void a_renewed_secret_is_good_for_messages_and_clicks_until_it_is_taken_out() {
        DingtalkInbound during = doors(new DingtalkSettings.Former("old secret", DingtalkSettings.Events.NONE));
        bothAnswer(during, world.app.clientSecret(), 200);
        bothAnswer(during, "old secret", 200);
        bothAnswer(during, "third secret", 401);
        DingtalkInbound after = doors(DingtalkSettings.Former.NONE);
        bothAnswer(after, world.app.clientSecret(), 200);
        bothAnswer(after, "old secret", 401);
    }

    @Test
    void a_signed_message_reaches_the_desk_with_its_speaker_and_chat() {
        assertThat(robot(MESSAGE).status()).isEqualTo(200);
        Inbound heard = world.heard.get(0);
        assertThat(heard.eventId()).isEqualTo("m1");
        assertThat(heard.account()).isEqualTo("u-lilei");
        assertThat(heard.chat().isGroup()).isTrue();
        assertThat(heard.chat().id()).isEqualTo("cidlaunch==");
        assertThat(heard.said()).isEqualTo(new Inbound.Text("求助 设计部 海报"));
        assertThat(heard.asOf()).isEqualTo("2026-11-25T01:00:00Z");
    }

    @Test
    void whatever_is_wrong_with_the_signature_is_refused_without_detail() {
        byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);
        String old = Long.toString(world.clock.millis() - Duration.ofMinutes(6).toMillis());
        String early =
                Long.toString(world.clock.millis() + Duration.ofMinutes(6).toMillis());
        String secret = world.app.clientSecret();
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("sign", "AAAA"),
                Map.of("sign", ""),
                Map.of("timestamp", ""),
                Map.of("timestamp", "soon"),
                Map.of("timestamp", old, "sign", DingtalkSignature.hmac(old + "\n" + secret, secret)),
                Map.of("timestamp", early, "sign", DingtalkSignature.hmac(early + "\n" + secret, secret)),
                Map.of("sign", DingtalkSignature.hmac(world.clock.millis() + "\n" + secret, "another key")))) {
            Webhook.Reply reply = inbound.robot().answer(robot(body, wrong));
            assertThat(reply.status()).as(wrong.toString()).isEqualTo(401);
            assertThat(reply.body()).isEmpty();
        }
        assertThat(world.heard).isEmpty();
        assertThat(robot(MESSAGE).status()).isEqualTo(200);
    }

    @Test
    void garbage_behind_a_good_signature_is_told_so_and_the_next_message_works() {
        byte[] invalid = {(byte) '{', (byte) '"', (byte) 0xC3, (byte) 0x28, (byte) '"', (byte) '}'};
        assertThat(inbound.robot().answer(robot(invalid, Map.of())).status()).isEqualTo(400);
        assertThat(robot("{\"msgId\":").status()).isEqualTo(400);
        assertThat(robot("[]").status()).isEqualTo(400);
        assertThat(robot("").status()).isEqualTo(400);
        assertThat(robot("[".repeat(2000)).status()).isEqualTo(400);
        assertThat(robot("{\"a\":".repeat(200) + "1" + "}".repeat(200)).status())
                .isEqualTo(400);
        assertThat(world.heard).isEmpty();
        assertThat(robot(MESSAGE).status()).isEqualTo(200);
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void a_message_without_sender_id_or_text_disturbs_nobody() {
        assertThat(robot("{\"msgId\":\"m2\",\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(robot("{\"msgId\":\"m3\",\"errCode\":20001,\"errMsg\":\"quota\",\"senderStaffId\":\"u-lilei\"}")
                        .status())
                .isEqualTo(200);
        assertThat(robot("{\"msgtype\":17,\"senderStaffId\":{\"x\":1}}").status())
                .isEqualTo(200);
        assertThat(world.heard).isEmpty();
    }

    @Test
    void rich_text_and_voice_are_read_as_text_and_a_picture_says_nothing() {
        robot("{\"msgId\":\"a\",\"msgtype\":\"richText\",\"conversationType\":\"1\",\"senderStaffId\":\"u-lilei\","
                + "\"content\":{\"richText\":[{\"text\":\"求助 \"},{\"type\":\"picture\"},{\"text\":\"设计部 海报\"}]}}");
        robot("{\"msgId\":\"b\",\"msgtype\":\"audio\",\"conversationType\":\"1\",\"senderStaffId\":\"u-lilei\","
                + "\"content\":{\"recognition\":\"待办\"}}");
        robot("{\"msgId\":\"c\",\"msgtype\":\"picture\",\"conversationType\":\"1\",\"senderStaffId\":\"u-lilei\"}");
        assertThat(world.heard)
                .extracting(Inbound::said)
                .containsExactly(new Inbound.Text("求助 设计部 海报"), new Inbound.Text("待办"), new Inbound.Text(""));
        assertThat(world.heard.get(0).chat()).isEqualTo(World.LI_LEI);
    }

    @Test
    void a_desk_that_cannot_now_is_told_so_that_the_message_may_come_again() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("no database");
        };
        assertThat(robot(MESSAGE).status()).isEqualTo(503);
        world.desk = inbound -> {
            throw new IllegalStateException("bug");
        };
        assertThat(robot(MESSAGE).status()).isEqualTo(503);
    }

    @Test
    void a_click_is_the_pressers_by_dingtalks_word_and_answered_with_card_and_tip() {
        world.desk = inbound ->
                new Receiver.Answer(java.util.Optional.of("已受理"), true, java.util.Optional.of(World.request("海报")));
        Webhook.Reply reply = card(CLICK, Map.of());
        assertThat(reply.status()).isEqualTo(200);
        Inbound.Press press = (Inbound.Press) world.heard.get(0).said();
        assertThat(press.phrase()).isEqualTo("受理 XQ-1");
        assertThat(press.version()).isEqualTo(3);
        assertThat(press.form()).isEqualTo(Map.of("date", "2026-11-27"));
        assertThat(world.heard.get(0).account()).isEqualTo("u-zhoujie");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("\"updateCardDataByKey\":true", "XQ-1 新品海报", "\"tips\":\"已受理\"");
    }

    @Test
    void the_same_click_twice_is_one_event_and_a_later_one_is_another() {
        card(CLICK, Map.of());
        card(CLICK, Map.of());
        world.clock.passes(Duration.ofSeconds(3));
        card(CLICK, Map.of());
        assertThat(world.heard.get(0).eventId()).isEqualTo(world.heard.get(1).eventId());
        assertThat(world.heard.get(2).eventId()).isNotEqualTo(world.heard.get(0).eventId());
    }

    @Test
    void a_click_that_cannot_be_handled_is_answered_in_words() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("no database");
        };
        Webhook.Reply reply = card(CLICK, Map.of());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("暂时不可用");
    }

    @Test
    void a_forged_or_empty_click_is_none() {
        assertThat(card(CLICK, Map.of("x-ddpaas-signature", "AAAA")).status()).isEqualTo(401);
        assertThat(card("{\"userId\":\"u-lilei\",\"content\":\"not json\"}", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(card("{\"content\":{\"cardPrivateData\":{\"params\":{\"phrase\":\"受理 XQ-1\"}}}}", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(world.heard).isEmpty();
    }

    @Test
    void people_without_a_staff_id_or_of_another_company_go_by_an_id_that_nobody_is_listed_with() {
        String message =
                "{\"msgId\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"},\"conversationType\":\"1\","
                        + "\"senderId\":\"$:LWCP_v1:$x\",\"senderStaffId\":\"%s\",\"senderCorpId\":\"%s\",\"chatbotCorpId\":\"ding1\"}";
        robot(message.formatted("a", "", "ding1"));
        robot(message.formatted("b", "u-lilei", "ding2"));
        robot(message.formatted("c", "u-lilei", "ding1"));
        assertThat(world.heard).extracting(Inbound::account).containsExactly("$:LWCP_v1:$x", "$:LWCP_v1:$x", "u-lilei");
    }

    @Test
    void a_message_to_another_robot_is_none_of_ours() {
        assertThat(robot(MESSAGE.replace("\"msgId\"", "\"robotCode\":\"dingother\",\"msgId\""))
                        .status())
                .isEqualTo(200);
        assertThat(world.heard).isEmpty();
    }

    @Test
    void numbers_for_strings_and_an_unbelievable_time_are_read_as_well_as_they_can_be() {
        robot(
                "{\"msgId\":17,\"msgtype\":\"text\",\"text\":{\"content\":18},\"conversationType\":2,\"conversationId\":19,"
                        + "\"senderStaffId\":20,\"createAt\":\"9999999999999999\",\"conversationTitle\":null}");
        Inbound heard = world.heard.get(0);
        assertThat(heard.eventId()).isEqualTo("17");
        assertThat(heard.account()).isEqualTo("20");
        assertThat(heard.chat().id()).isEqualTo("19");
        assertThat(heard.said()).isEqualTo(new Inbound.Text("18"));
        assertThat(heard.asOf()).isEqualTo(world.clock.instant());
        robot(MESSAGE.replace("1795568400000", "1").replace("\"m1\"", "\"m2\""));
        assertThat(world.heard.get(1).asOf()).isEqualTo(world.clock.instant());
    }

    @Test
    void where_a_group_card_was_pressed_is_dingtalks_word_when_it_says_so() {
        String params = "\\\"phrase\\\":\\\"受理 XQ-1\\\",\\\"group\\\":\\\"cidcard==\\\"";
        String click =
                "{\"userId\":\"u-lilei\",\"outTrackId\":\"m1\",%s\"content\":\"{\\\"cardPrivateData\\\":{\\\"params\\\":{"
                        + params + "}}}\"}";
        card(click.formatted("\"spaceId\":\"cidreal==\",\"spaceType\":\"im\","), Map.of());
        card(click.formatted(""), Map.of());
        assertThat(world.heard).extracting(heard -> heard.chat().id()).containsExactly("cidreal==", "cidcard==");
    }

    @Test
    void only_posts_are_taken() {
        assertThat(inbound.robot()
                        .answer(new Webhook.Call("GET", "/dingtalk/robot", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
        assertThat(inbound.card()
                        .answer(new Webhook.Call("GET", "/dingtalk/card", Map.of(), Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
    }
}
