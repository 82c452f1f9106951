package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sending, against the emulator. */
class DingtalkPlatformTest {

    private static final String CREATE = "/v1.0/card/instances/createAndDeliver";
    private static final String GROUP = "/v1.0/robot/groupMessages/send";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private List<EmulatedChats.Message> single() {
        return world.emulator.chats().in(DingtalkEmulator.single("u-lilei"));
    }

    @Test
    void a_card_sent_twice_with_one_key_stands_once_and_can_be_changed() {
        Receipt first = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        Receipt again = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        assertThat(first).isEqualTo(new Sent("m1")).isEqualTo(again);
        assertThat(single()).hasSize(1);
        Receipt changed = world.platform.update("m1", World.card("u1", World.LI_LEI, World.request("两张海报")));
        assertThat(changed).isEqualTo(new Sent("m1"));
        assertThat(single().get(0).payload().path("markdown").asText()).contains("两张海报");
        assertThat(single().get(0).payload().path("tips").asText()).isEmpty();
    }

    @Test
    void a_card_that_is_gone_is_to_be_sent_anew() {
        NotSent gone = (NotSent) world.platform.update("m9", World.card("u", World.LI_LEI, World.request("海报")));
        assertThat(gone.kind()).isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void texts_go_to_groups_and_people_without_a_live_mention() {
        assertThat(world.platform.send(World.text("m1", World.LAUNCH, "@所有人 好")))
                .isInstanceOf(Sent.class);
        assertThat(world.platform.send(World.text("m2", World.LI_LEI, "好"))).isInstanceOf(Sent.class);
        assertThat(world.emulator
                        .chats()
                        .in("cidlaunch==")
                        .get(0)
                        .payload()
                        .path("content")
                        .asText())
                .isEqualTo("＠所有人 好");
        assertThat(single()).hasSize(1);
        world.platform.send(World.text("m3", World.LI_LEI, "长".repeat(9_000)));
        assertThat(single()).hasSize(4);
    }

    @Test
    void a_stranger_or_a_group_that_is_gone_inside_a_200_is_noticed() {
        Chat stranger = new Chat("dingtalk", "u-nobody", Chat.Kind.SINGLE, "");
        Chat gone = new Chat("dingtalk", "cidgone==", Chat.Kind.GROUP, "");
        for (Delivery delivery : List.of(
                World.card("a", stranger, World.request("x")),
                World.text("b", stranger, "x"),
                World.card("c", gone, World.request("x")),
                World.text("d", gone, "x"))) {
            assertThat(((NotSent) world.platform.send(delivery)).kind())
                    .as(delivery.key())
                    .isEqualTo(Kind.NEVER);
        }
    }

    @Test
    void where_cards_are_refused_a_message_says_the_same_and_its_links_say_the_commands() {
        world.emulator
                .faults()
                .arm(
                        CREATE,
                        FaultSwitches.Fault.answer(400, "{\"code\":\"param.templateUnpublished\",\"requestid\":\"r\"}"),
                        1);
        Receipt receipt = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        EmulatedChats.Message message = single().get(0);
        assertThat(message.kind()).isEqualTo("sampleActionCard2");
        assertThat(message.payload().path("text").asText()).contains("XQ-1 新品海报", "海报");
        assertThat(message.payload().path("actionTitle1").asText()).isEqualTo("受理");
        assertThat(message.payload().path("actionURL1").asText())
                .isEqualTo("dtmd://dingtalkclient/sendMessage?content=%E5%8F%97%E7%90%86%20XQ-1");
        assertThat(((NotSent) world.platform.update(
                                ((Sent) receipt).messageId(), World.card("u", World.LI_LEI, World.request("x"))))
                        .kind())
                .isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void an_urgent_card_reminds_and_stands_also_when_reminding_is_not_allowed() {
        world.emulator
                .faults()
                .arm(
                        "/v1.0/robot/ding/send",
                        FaultSwitches.Fault.answer(400, "{\"code\":\"ding.serverquota.insufficient\"}"),
                        1);
        Delivery urgent = new Delivery("m1", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        assertThat(world.platform.send(urgent)).isEqualTo(new Sent("m1"));
        Delivery next = new Delivery("m2", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        world.platform.send(next);
        assertThat(world.emulator.ledger().of("POST /v1.0/robot/ding/send")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0,sampleMarkdown",
        "1,sampleActionCard",
        "2,sampleActionCard2",
        "5,sampleActionCard5",
        "6,sampleMarkdown"
    })
    void whatever_the_number_of_buttons_a_message_can_take_the_cards_place(int count, String kind) {
        String refused = "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"}";
        world.emulator.faults().arm(CREATE, FaultSwitches.Fault.answer(403, refused), 1);
        List<Button> buttons = new ArrayList<>();
        for (int i = 1; i <= count; i++) buttons.add(Button.plain("b" + i, "动作" + i, "评论 XQ-" + i));
        Card card = Card.titled("XQ-1", Tone.INFO).line("行").buttons(buttons).build();

        assertThat(world.platform.send(World.card("m1", World.LAUNCH, card))).isInstanceOf(Sent.class);
        EmulatedChats.Message message = world.emulator.chats().in("cidlaunch==").get(0);
        assertThat(message.kind()).isEqualTo(kind);
        for (int i = 1; i <= count; i++)
            assertThat(message.payload().toString()).contains("动作" + i, "XQ-" + i);
    }

    @Test
    void an_edition_without_dings_takes_the_message_all_the_same() {
        world.emulator.dings(false);
        Delivery urgent = new Delivery("m1", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        assertThat(world.platform.send(urgent)).isEqualTo(new Sent("m1"));
        world.emulator.dings(true);
        world.platform.send(new Delivery("m2", World.LI_LEI, new DrawnCard(World.request("海报")), true));
        assertThat(world.emulator
                        .ledger()
                        .of("POST /v1.0/robot/ding/send")
                        .get(1)
                        .body()
                        .toString())
                .contains("XQ-1 新品海报\\n待响应", "u-lilei");
    }

    @Test
    void the_pieces_of_a_long_text_that_left_do_not_leave_again() {
        world.emulator.callsLeft(2);
        Delivery text = World.text("m1", World.LI_LEI, "长".repeat(9_000));
        assertThat(world.platform.send(text)).isInstanceOf(NotSent.class);
        world.emulator.callsLeft(9);
        assertThat(world.platform.send(text)).isInstanceOf(Sent.class);
        assertThat(single()).hasSize(3);
        world.platform.send(text);
        assertThat(single()).as("a new attempt after the whole had left").hasSize(6);
    }
}
