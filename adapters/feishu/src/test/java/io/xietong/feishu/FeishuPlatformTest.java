package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.EmulatedChats.Message;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.FaultSwitches.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeishuPlatformTest {

    private static final String MESSAGES = "/open-apis/im/v1/messages";
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private List<Message> shown(String chat) {
        return world.emulator.chats().in(chat);
    }

    private static NotSent.Kind kind(Receipt receipt) {
        return ((NotSent) receipt).kind();
    }

    private static String id(Receipt receipt) {
        return ((Sent) receipt).messageId();
    }

    private Receipt send(String key) {
        return world.platform.send(World.card(key, World.LI_LEI, World.request("海报")));
    }

    private void aLaterOneWorks() {
        assertThat(send("later")).isInstanceOf(Sent.class);
    }

    @Test
    void cards_and_texts_reach_groups_and_people() {
        world.platform.send(World.card("k1", World.LAUNCH, World.request("海报")));
        world.platform.send(World.text("k2", World.LI_LEI, "已受理\n周五前"));

        assertThat(shown("oc_launch"))
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo("interactive"));
        JsonNode lines = shown("oc_p2p_lilei").get(0).payload().at("/zh_cn/content");
        assertThat(lines.toString())
                .isEqualTo("[[{\"tag\":\"text\",\"text\":\"已受理\"}],[{\"tag\":\"text\",\"text\":\"周五前\"}]]");
    }

    @Test
    void the_same_key_is_shown_once() {
        assertThat(id(send("m1"))).isEqualTo(id(send("m1")));
        assertThat(id(send("x".repeat(80)))).isEqualTo(id(send("x".repeat(80))));
        assertThat(id(send("x".repeat(81)))).isNotEqualTo(id(send("x".repeat(80))));

        assertThat(shown("oc_p2p_lilei")).hasSize(3);
    }

    @Test
    void a_text_too_long_for_one_message_goes_on_in_the_next() {
        String text = ("一".repeat(1999) + "\n").repeat(5) + "😀".repeat(3000);
        Receipt receipt = world.platform.send(World.text("long", World.LI_LEI, text));

        StringBuilder all = new StringBuilder();
        for (Message message : shown("oc_p2p_lilei")) {
            List<String> lines = new ArrayList<>();
            message.payload()
                    .at("/zh_cn/content")
                    .forEach(line -> lines.add(line.get(0).path("text").asText()));
            all.append(String.join("", lines));
        }
        assertThat(all.toString()).isEqualTo(text.replace("\n", ""));
        assertThat(id(receipt)).isEqualTo(shown("oc_p2p_lilei").get(0).id());
    }

    @Test
    void a_card_is_updated_where_it_is() {
        String id = id(send("k"));
        assertThat(world.platform.update(id, World.card("u", World.LI_LEI, World.request("海报,周五前"))))
                .isEqualTo(new Sent(id));
        assertThat(shown("oc_p2p_lilei").get(0).payload().toString()).contains("周五前");

        Delivery text = new Delivery("u2", World.LI_LEI, new PlainText("已撤回"));
        assertThat(world.platform.update(id, text)).isEqualTo(new Sent(id));
        assertThat(shown("oc_p2p_lilei").get(0).payload().toString()).contains("已撤回");
    }

    @Test
    void after_fourteen_days_a_card_has_expired() {
        String id = id(send("k"));
        world.clock.passes(world.platform.cardLifetime().minusMinutes(1));
        assertThat(world.platform.update(id, World.card("u", World.LI_LEI, World.request("x"))))
                .isInstanceOf(Sent.class);
        world.clock.passes(Duration.ofMinutes(2));

        assertThat(kind(world.platform.update(id, World.card("u", World.LI_LEI, World.request("y")))))
                .isEqualTo(NotSent.Kind.CARD_EXPIRED);
    }

    @Test
    void what_is_urgent_buzzes_the_one_reader() {
        Receipt receipt = world.platform.send(new Delivery("k", World.LI_LEI, new PlainText("还有 1 小时"), true));
        world.platform.send(new Delivery("g", World.LAUNCH, new PlainText("还有 1 小时"), true));

        assertThat(world.emulator.ledger().of("PATCH")).singleElement().satisfies(call -> {
            assertThat(call.what()).isEqualTo("PATCH " + MESSAGES + "/" + id(receipt) + "/urgent_app");
            assertThat(call.body().toString()).isEqualTo("{\"user_id_list\":[\"ou_lilei\"]}");
        });
    }

    @Test
    void an_urgent_message_counts_as_sent_even_when_nobody_can_be_buzzed() {
        world.emulator.faults().arm(MESSAGES + "/", Fault.answer(400, "{\"code\":230024,\"msg\":\"quota\"}"), 1);

        assertThat(world.platform.send(new Delivery("k", World.LI_LEI, new PlainText("快"), true)))
                .isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429,99991400,TRY_AGAIN",
        "400,230020,TRY_AGAIN",
        "400,11232,TRY_AGAIN",
        "400,230049,TRY_AGAIN",
        "500,1500,TRY_AGAIN",
        "500,5000,TRY_AGAIN",
        "500,55001,TRY_AGAIN",
        "200,1500,TRY_AGAIN",
        "400,232019,TRY_AGAIN",
        "400,230001,NEVER",
        "400,230002,NEVER",
        "400,230013,NEVER",
        "400,230018,NEVER",
        "400,230022,NEVER",
        "400,230025,NEVER",
        "400,230027,NEVER",
        "400,230028,NEVER",
        "400,230029,NEVER",
        "400,230034,NEVER",
        "400,230035,NEVER",
        "400,230053,NEVER",
        "400,230099,NEVER",
        "400,232009,NEVER",
        "200,230002,NEVER",
        "400,123456,NEVER",
        "200,123456,TRY_AGAIN",
        "502,123456,TRY_AGAIN",
        "400,230006,NEEDS_ADMIN",
        "400,99991672,NEEDS_ADMIN",
        "400,99991401,NEEDS_ADMIN",
        "403,99991403,NEEDS_ADMIN",
        "400,230031,CARD_EXPIRED",
        "400,230011,CARD_EXPIRED",
        "400,230110,CARD_EXPIRED"
    })
    void each_row_of_the_error_table_says_what_to_do(int status, int code, NotSent.Kind kind) {
        world.emulator.faults().arm(MESSAGES, Fault.answer(status, "{\"code\":" + code + ",\"msg\":\"no\"}"), 1);

        Receipt receipt = send("k");
        assertThat(kind(receipt)).isEqualTo(kind);
        assertThat(((NotSent) receipt).reason()).contains(Integer.toString(code));
        aLaterOneWorks();
    }

    @Test
    void the_wait_that_feishu_asks_for_is_passed_on() {
        world.emulator.limitSending(true);
        for (int i = 0; i < 5; i++) assertThat(send("k" + i)).isInstanceOf(Sent.class);
        assertThat(kind(send("k5"))).isEqualTo(NotSent.Kind.TRY_AGAIN);

        List<Chat> chats = new ArrayList<>();
        for (String name : List.of("zhangwei", "hanmei", "zhaomin", "zhoujie"))
            chats.add(new Chat("feishu", "ou_" + name, Chat.Kind.SINGLE, ""));
        for (String name : List.of("all", "market", "design", "production", "launch"))
            chats.add(new Chat("feishu", "oc_" + name, Chat.Kind.GROUP, ""));
        for (int i = 0; i < 45; i++) world.platform.send(World.text("c" + i, chats.get(i % chats.size()), "x"));
        Receipt over = world.platform.send(World.text("over", World.LAUNCH, "x"));
        assertThat(((NotSent) over).retryAfter()).contains(Duration.ofSeconds(1));

        world.clock.passes(Duration.ofSeconds(2));
        aLaterOneWorks();
    }

    @ParameterizedTest
    @CsvSource({
        "502,<html><h1>Bad Gateway</h1></html>", "200,<html>login</html>", "500,''", "504,''", "200,{\"code\":0,",
        "200,[]", "200,null", "200,'{\"code\":0,\"data\":{}}'", "200,'{\"code\":0}'", "200,'{\"code\":\"x\"}'"
    })
    void answers_that_are_no_answers_are_tried_again(int status, String body) {
        world.emulator.faults().arm(MESSAGES, Fault.answer(status, body), 1);

        assertThat(kind(send("k"))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        aLaterOneWorks();
    }

    @Test
    void answers_that_are_cut_off_or_drip_or_never_come_are_tried_again_with_the_same_key() {
        Fault drip = new Fault(Kind.DRIP, 200, "", Duration.ofMillis(100));
        for (Fault fault : List.of(
                Fault.of(Kind.DROP_BEFORE),
                Fault.of(Kind.DROP_AFTER),
                Fault.of(Kind.TRUNCATED),
                Fault.late(Duration.ofSeconds(8)),
                drip)) {
            world.emulator.faults().arm(MESSAGES, fault, 1);
            assertThat(kind(send(fault.kind().name()))).isEqualTo(NotSent.Kind.TRY_AGAIN);
            assertThat(send(fault.kind().name())).isInstanceOf(Sent.class);
        }
        assertThat(shown("oc_p2p_lilei")).hasSize(5);
    }

    @Test
    void a_token_that_feishu_no_longer_takes_is_renewed_once_for_eight_threads() {
        send("first");
        world.emulator.revokeTokens();
        List<CompletableFuture<Receipt>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String key = "t" + i;
            sends.add(CompletableFuture.supplyAsync(() -> send(key)));
        }

        assertThat(sends).allSatisfy(sent -> assertThat(sent.join()).isInstanceOf(Sent.class));
        assertThat(world.emulator.ledger().of("POST /open-apis/auth")).hasSize(2);
    }

    @Test
    void a_token_is_renewed_before_it_ends() {
        send("first");
        world.clock.passes(Duration.ofMinutes(116));
        send("second");

        assertThat(world.emulator.ledger().of("POST /open-apis/auth")).hasSize(2);
        assertThat(world.emulator.ledger().of("POST " + MESSAGES))
                .allMatch(call -> call.code().equals("0"));
    }

    @Test
    void a_token_that_is_refused_although_it_is_new_needs_an_administrator() {
        world.emulator.faults().arm(MESSAGES, Fault.answer(400, "{\"code\":99991663,\"msg\":\"token\"}"), 2);

        assertThat(kind(send("k"))).isEqualTo(NotSent.Kind.NEEDS_ADMIN);
        aLaterOneWorks();
    }

    @Test
    void a_wrong_secret_needs_an_administrator_and_is_never_shown() {
        FeishuSettings wrong = new FeishuSettings(world.app.id(), "wrong-secret", "v", "k", world.emulator.address());
        Receipt receipt = new Feishu(
                        wrong, world.calls, io.xietong.wire.TokenShelf.inMemory(world.clock), World.WORDS, world.clock)
                .platform()
                .send(World.text("k", World.LI_LEI, "x"));

        assertThat(kind(receipt)).isEqualTo(NotSent.Kind.NEEDS_ADMIN);
        assertThat(((NotSent) receipt).reason()).doesNotContain("wrong-secret");
    }

    @Test
    void trouble_at_the_token_endpoint_is_tried_again() {
        world.emulator.faults().arm("/open-apis/auth", Fault.answer(502, "<html>"), 1);

        assertThat(kind(send("k"))).isEqualTo(NotSent.Kind.TRY_AGAIN);
        aLaterOneWorks();
    }

    @Test
    void strangers_leavers_and_groups_without_the_bot_are_given_up() {
        Card card = World.request("海报");
        world.emulator.resign("ou_hanmei");
        world.emulator.dissolve("oc_design", "ou_zhaomin");
        for (String id : List.of("ou_stranger", "ou_hanmei", "oc_elsewhere", "oc_design")) {
            Chat chat = new Chat("feishu", id, id.startsWith("oc") ? Chat.Kind.GROUP : Chat.Kind.SINGLE, "");
            assertThat(kind(world.platform.send(World.card(id, chat, card)))).isEqualTo(NotSent.Kind.NEVER);
        }
    }

    @Test
    void it_says_what_it_can_and_how_fast() {
        assertThat(world.platform.name()).isEqualTo("feishu");
        assertThat(world.platform.can()).contains(Capability.UPDATE_CARD, Capability.URGENT_REMINDER);
        assertThat(world.platform.rates()).hasSize(3);
        assertThat(world.platform.reachable()).isTrue();
    }

    @Test
    void a_card_larger_than_feishu_takes_arrives_shorter_and_says_so() {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < 120; i++) buttons.add(Button.plain("b" + i, "按钮" + i, "评论 XQ-" + i));
        Card.Builder card = Card.titled("XQ-1 很长", Tone.INFO);
        for (int i = 0; i < 300; i++) card.field("字段" + i, "值".repeat(200));
        card.field("需求", "长".repeat(20_000)).buttons(buttons);

        assertThat(world.platform.send(World.card("big", World.LI_LEI, card.drawnFor(1))))
                .isInstanceOf(Sent.class);
        assertThat(shown("oc_p2p_lilei").get(0).payload().toString()).contains("行未显示", "还可以发送");
        assertThat(Optional.of(shown("oc_p2p_lilei").get(0).payload().toString().length()))
                .hasValueSatisfying(length -> assertThat(length).isLessThan(30 * 1024));
    }

    @Test
    void a_long_text_on_a_card_ends_with_the_way_to_the_whole() {
        world.platform.send(World.card("k", World.LI_LEI, World.request("长".repeat(12_000))));

        assertThat(shown("oc_p2p_lilei").get(0).payload().toString()).contains("查看全文:轨迹 XQ-1");
    }
}
