package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.FaultSwitches.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that the application sends, and what WeCom answers, against the emulator. */
class WecomSendingTest {

    private static final String SEND = "/cgi-bin/message/send";
    private static final String HIS = "app/lilei";

    private final World world = new World();
    private final WecomPlatform platform = world.both().platform();

    @AfterEach
    void close() {
        world.close();
    }

    private Receipt send(String key) {
        return platform.send(World.text(key, World.LI_LEI, "收到"));
    }

    private static Kind kind(Receipt receipt) {
        return ((NotSent) receipt).kind();
    }

    @Test
    void a_card_to_a_person_goes_by_the_application_and_changes_once_by_its_code() {
        Sent sent = (Sent) platform.send(World.card("m1", World.LI_LEI, World.request("两张海报")));
        assertThat(sent.messageId()).startsWith("app:t").contains(":rc-").hasSizeLessThanOrEqualTo(190);
        JsonNode card = world.lastIn(HIS);
        assertThat(card.path("main_title").path("title").asText()).isEqualTo("XQ-1 新品海报");
        Sent changed = (Sent) platform.update(sent.messageId(), World.card("u1", World.LI_LEI, World.request("三张海报")));
        assertThat(world.lastIn(HIS).toString()).contains("三张海报");
        assertThat(kind(platform.update(sent.messageId(), World.card("u2", World.LI_LEI, World.request("四张")))))
                .isEqualTo(Kind.CARD_EXPIRED);
        assertThat(kind(platform.update(changed.messageId(), World.card("u3", World.LI_LEI, World.request("四张")))))
                .isEqualTo(Kind.CARD_EXPIRED);
        assertThat(world.lastIn(HIS).toString()).contains("三张海报");
    }

    @Test
    void after_72_hours_a_card_cannot_be_changed() {
        Sent sent = (Sent) platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        assertThat(platform.cardLifetime()).isEqualTo(Duration.ofHours(72));
        world.clock.passes(Duration.ofHours(73));
        assertThat(kind(platform.update(sent.messageId(), World.card("u1", World.LI_LEI, World.request("三张")))))
                .isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void where_the_bot_cannot_speak_first_a_card_stays_as_it_is() {
        WecomPlatform calledBack = world.wecom(world.app(), world.bot(), false).platform();
        assertThat(kind(calledBack.update("text:t1", World.card("u1", World.LAUNCH, World.request("三张")))))
                .isEqualTo(Kind.NEVER);
    }

    @Test
    void an_attempt_that_is_repeated_is_no_second_message_but_the_same_words_later_are() {
        world.emulator.faults().arm(SEND, Fault.of(FaultSwitches.Kind.DROP_AFTER), 1);
        assertThat(kind(send("k1"))).isEqualTo(Kind.TRY_AGAIN);
        assertThat(send("k1")).isInstanceOf(Sent.class);
        assertThat(world.sentTo(HIS)).hasSize(1);
        assertThat(send("k2")).isInstanceOf(Sent.class);
        assertThat(world.sentTo(HIS)).hasSize(2);
        world.emulator.faults().arm(SEND, Fault.of(FaultSwitches.Kind.DROP_AFTER), 1);
        var card = World.card("k3", World.LI_LEI, World.request("海报"));
        assertThat(kind(platform.send(card))).isEqualTo(Kind.TRY_AGAIN);
        assertThat(((Sent) platform.send(card)).messageId()).contains(":rc-");
        assertThat(world.sentTo(HIS)).hasSize(3);
    }

    @Test
    void a_long_text_goes_out_in_pieces_that_fit() {
        String text = "很长的一段话🎉\n".repeat(300);
        platform.send(World.text("k1", World.LI_LEI, text));
        StringBuilder whole = new StringBuilder();
        world.sentTo(HIS).forEach(message -> {
            String piece = message.payload().path("content").asText();
            assertThat(piece.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2048);
            whole.append(piece);
        });
        assertThat(whole.toString().replaceAll("[\u200b\u2060]", "")).isEqualTo(text);
    }

    @Test
    void a_card_with_nothing_to_press_is_sent_as_words() {
        Card help = Card.titled("帮助", Tone.NEUTRAL).line("发送「求助」").build();
        assertThat(((Sent) platform.send(World.card("k", World.LI_LEI, help))).messageId())
                .startsWith("text:");
        assertThat(world.lastIn(HIS).path("content").asText()).startsWith("帮助\n发送「求助」");
        assertThat(kind(platform.update("text:t1", World.card("u", World.LI_LEI, help))))
                .isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void what_a_card_has_no_room_for_is_read_before_it() {
        List<Button> many = new ArrayList<>();
        for (int i = 1; i <= 9; i++) many.add(Button.plain("b" + i, "XQ-" + i, "XQ-" + i));
        Card.Builder list = Card.titled("待办", Tone.NEUTRAL);
        for (int i = 1; i <= 9; i++) list.line("XQ-" + i + " 这一项要在月底之前由设计部交出来");
        platform.send(World.card("k", World.LI_LEI, list.buttons(many).build()));
        List<JsonNode> sent = new ArrayList<>();
        world.sentTo(HIS).forEach(message -> sent.add(message.payload()));
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).path("content").asText()).contains("XQ-9 这一项", "XQ-9:请输入「XQ-9」");
        assertThat(sent.get(1).path("sub_title_text").asText()).endsWith("(全文见上一条消息)");
        assertThat(sent.get(1).path("button_list")).hasSize(6);
    }

    @Test
    void a_person_outside_is_a_success_with_a_refusal_inside() {
        Chat stranger = new Chat("wecom", "nobody", Chat.Kind.SINGLE, "");
        assertThat(kind(platform.send(World.text("k", stranger, "x")))).isEqualTo(Kind.NEVER);
        world.emulator
                .faults()
                .arm(
                        SEND,
                        Fault.answer(
                                200, "{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"lilei\",\"msgid\":\"1\"}"),
                        1);
        assertThat(kind(send("k1"))).isEqualTo(Kind.NEVER);
        world.emulator.faults().arm(SEND, Fault.answer(200, "{\"errcode\":0,\"unlicenseduser\":\"lilei\"}"), 1);
        assertThat(kind(send("k2"))).isEqualTo(Kind.NEEDS_ADMIN);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,TRY_AGAIN,1",
        "45009,TRY_AGAIN,60",
        "45033,TRY_AGAIN,2",
        "40201,TRY_AGAIN,60",
        "846609,TRY_AGAIN,2",
        "40013,NEEDS_ADMIN,0",
        "40056,NEEDS_ADMIN,0",
        "48002,NEEDS_ADMIN,0",
        "50001,NEEDS_ADMIN,0",
        "60011,NEEDS_ADMIN,0",
        "60020,NEEDS_ADMIN,0",
        "301002,NEEDS_ADMIN,0",
        "40001,NEEDS_ADMIN,0",
        "40014,NEEDS_ADMIN,0",
        "42001,NEEDS_ADMIN,0",
        "41001,NEEDS_ADMIN,0",
        "40003,NEVER,0",
        "40008,NEVER,0",
        "40058,NEVER,0",
        "42045,NEVER,0",
        "44004,NEVER,0",
        "45002,NEVER,0",
        "60111,NEVER,0",
        "81013,NEVER,0",
        "86008,NEVER,0",
        "93006,NEVER,0",
        "987654,NEVER,0"
    })
    void every_code_has_its_consequence(int code, Kind kind, int seconds) {
        world.emulator
                .faults()
                .arm(
                        SEND,
                        Fault.answer(200, "{\"errcode\":" + code + ",\"errmsg\":\"no, hint: [17], from ip: 1.2.3.4\"}"),
                        2);
        NotSent receipt = (NotSent) send("k");
        assertThat(receipt.kind()).isEqualTo(kind);
        assertThat(receipt.retryAfter().map(Duration::toSeconds).orElse(0L)).isEqualTo(seconds);
        assertThat(receipt.reason()).isEqualTo("errcode " + code + ", hint: [17]");
        world.emulator.faults().clear();
        assertThat(send("k")).isInstanceOf(Sent.class);
    }

    @Test
    void answers_that_are_none_are_tried_again_and_name_no_secret() {
        for (Fault fault : List.of(
                Fault.answer(502, "<html>Bad Gateway</html>"),
                Fault.answer(200, "<html>portal</html>"),
                Fault.answer(200, "[]"),
                Fault.answer(200, "{}"),
                Fault.answer(200, "{\"errcode\":\"zero\"}"),
                Fault.answer(500, "{\"errcode\":0}"),
                Fault.of(FaultSwitches.Kind.TRUNCATED),
                Fault.of(FaultSwitches.Kind.DROP_BEFORE),
                Fault.late(Duration.ofSeconds(8)),
                Fault.of(FaultSwitches.Kind.DRIP))) {
            world.emulator.faults().arm(SEND, fault, 1);
            assertThat(send("k")).as(fault.toString()).isInstanceOfSatisfying(NotSent.class, receipt -> {
                assertThat(receipt.kind()).isEqualTo(Kind.TRY_AGAIN);
                assertThat(receipt.reason()).doesNotContain("emulated-", "demo-secret");
            });
            world.emulator.faults().clear();
        }
        assertThat(send("k")).isInstanceOf(Sent.class);
    }

    @Test
    void a_token_lives_two_hours_and_a_refused_one_is_replaced_once() {
        send("k1");
        send("k2");
        assertThat(world.emulator.tokensGiven()).isEqualTo(1);
        world.clock.passes(Duration.ofMinutes(119));
        world.clock.passes(Duration.ofMinutes(2));
        assertThat(send("k3")).isInstanceOf(Sent.class);
        assertThat(world.emulator.tokensGiven()).isEqualTo(2);
        world.emulator.revokeTokens();
        assertThat(send("k4")).isInstanceOf(Sent.class);
        assertThat(world.emulator.tokensGiven()).isEqualTo(3);
    }

    @Test
    void eight_threads_fetch_one_token() throws Exception {
        send("k0");
        world.emulator.revokeTokens();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Receipt> receipts = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            String key = "t" + i;
            threads.execute(() -> receipts.add(send(key)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(receipts).hasSize(8).allMatch(Sent.class::isInstance);
        assertThat(world.emulator.tokensGiven()).isEqualTo(2);
    }
}
