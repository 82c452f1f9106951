package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.EmulatedChats;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot's long connection, against the emulator. */
class WecomConnectionTest {

    private static final String GROUP = "wrlaunch";

    private final World world = new World();
    private final SharedLease lease = new SharedLease(world.clock);
    private final Wecom wecom = world.both();
    private final WecomConnection connection = world.connection(wecom, lease.node("a"));

    @BeforeEach
    void connect() {
        connection.start();
        await().until(connection::stands);
    }

    @AfterEach
    void close() {
        connection.close();
        world.close();
    }

    private void say(String text) {
        int before = world.heard.size();
        world.emulator.say("lilei", GROUP, "@协同助手 " + text);
        await().until(() -> world.heard.size() > before);
    }

    private EmulatedChats.Message cardInGroup(String key) {
        say("待办");
        assertThat(wecom.platform().send(World.card(key, World.LAUNCH, World.request("海报"))))
                .isInstanceOf(Sent.class);
        List<EmulatedChats.Message> sent = world.sentTo(GROUP);
        return sent.get(sent.size() - 1);
    }

    @Test
    void a_group_is_heard_and_answered() {
        world.emulator.say("lilei", GROUP, "不是对机器人说的");
        say("求助 设计部 海报");
        assertThat(world.heard).hasSize(1);
        assertThat(world.heard.get(0).said()).isEqualTo(new Inbound.Text("求助 设计部 海报"));
        assertThat(wecom.platform().send(World.text("k", World.LAUNCH, "好的 @all https://xietong.example/a_b <x>")))
                .isInstanceOf(Sent.class);
        assertThat(world.lastIn(GROUP).path("content").asText()).isEqualTo("好的 ＠all https://xietong.example/a_b ＜x＞");
    }

    @Test
    void a_card_in_a_group_changes_in_the_answer_to_a_click_and_not_later() {
        EmulatedChats.Message card = cardInGroup("m1");
        String id = "bot:" + card.payload().path("task_id").asText();
        world.desk = any -> new Receiver.Answer(Optional.of("已受理"), true, Optional.of(World.request("由周洁受理")));
        world.press("ZhouJie", card, "受理");
        assertThat(world.emulator
                        .chats()
                        .message(card.id())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains("由周洁受理");
        Inbound press = world.heard.get(world.heard.size() - 1);
        assertThat(press.account()).isEqualTo("ZhouJie");
        assertThat(press.chat().id()).isEqualTo(GROUP);
        assertThat(press.said()).isEqualTo(new Inbound.Press("受理 XQ-1", 3, java.util.Map.of(), id));
        await().until(() -> !world.sentTo("app/ZhouJie").isEmpty());
        assertThat(world.lastIn("app/ZhouJie").path("content").asText()).startsWith("已受理");
        assertThat(wecom.platform().update(id, World.card("u", World.LAUNCH, World.request("由周洁受理"))))
                .isEqualTo(new Sent(id));
        Card done = Card.titled("XQ-1 新品海报", Tone.SUCCESS).line("完成").drawnFor(4);
        NotSent later = (NotSent) wecom.platform().update(id, World.card("u", World.LAUNCH, done));
        assertThat(later.kind()).isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void a_click_that_could_not_be_handled_is_answered_in_words() {
        EmulatedChats.Message card = cardInGroup("m1");
        world.desk = any -> {
            throw new Receiver.Unavailable("no database");
        };
        world.press("ZhouJie", card, "受理");
        await().until(() -> !world.sentTo("app/ZhouJie").isEmpty());
        assertThat(world.lastIn("app/ZhouJie").path("content").asText()).startsWith("系统暂时不可用");
        world.emulator.say("lilei", GROUP, "@协同助手 待办");
        await().until(() -> world.lastIn(GROUP).path("content").asText().startsWith("系统暂时不可用"));
    }

    @Test
    void whoever_opens_the_chat_with_the_bot_is_greeted() {
        world.emulator.enter("lilei");
        assertThat(world.lastIn("lilei").path("content").asText()).contains("帮助");
    }

    @Test
    void whoever_speaks_to_the_bot_alone_is_told_that_the_application_answers() {
        world.emulator.say("lilei", "lilei", "待办");
        await().until(() -> !world.sentTo("lilei").isEmpty());
        assertThat(world.lastIn("lilei").path("content").asText()).isEqualTo("收到。回复在「协同」应用的会话里。");
        assertThat(world.heard.get(0).chat()).isEqualTo(World.LI_LEI);
    }

    @Test
    void a_choice_is_made_on_the_card() {
        say("待办");
        Card card = Card.titled("选择部门", Tone.NEUTRAL)
                .form(List.of(io.xietong.core.card.Input.choice(
                        "department", "部门", true, "", List.of(new io.xietong.core.card.Input.Option("design", "设计部")))))
                .buttons(List.of(Button.primary("ok", "确定", "转派 XQ-1")))
                .build();
        wecom.platform().send(World.card("k", World.LAUNCH, card));
        EmulatedChats.Message sent = world.sentTo(GROUP).get(0);
        var action = BoundedJson.object().put("key", "0:转派 XQ-1");
        action.putObject("selected").put("department", "design");
        world.emulator.press("lilei", sent.id(), action);
        assertThat(((Inbound.Press) world.heard.get(1).said()).form()).containsEntry("department", "design");
    }

    @Test
    void where_the_bot_was_never_spoken_to_it_cannot_speak() {
        Chat other = new Chat("wecom", "wrmarket", Chat.Kind.GROUP, "");
        assertThat(((NotSent) wecom.platform().send(World.text("k", other, "x"))).kind())
                .isEqualTo(Kind.NEVER);
    }

    @Test
    void only_the_holder_of_the_lease_connects_and_the_next_takes_over_when_it_leaves() {
        WecomConnection second = world.connection(world.both(), lease.node("b"));
        second.start();
        say("待办");
        assertThat(second.stands()).isFalse();
        assertThat(world.emulator.sockets().subscriptions()).isEqualTo(1);
        connection.close();
        await().until(second::stands);
        say("帮助");
        second.close();
    }

    @Test
    void a_node_that_lost_the_lease_leaves_the_connection() {
        lease.rob("b");
        await().until(() -> !connection.stands());
        world.clock.passes(Duration.ofSeconds(WecomLease.SECONDS + 1));
        await().until(connection::stands);
        lease.broken(true);
        await().until(() -> !connection.stands());
        lease.broken(false);
        await().until(connection::stands);
    }

    @Test
    void cut_by_another_program_it_comes_back_as_long_as_the_lease_is_its_own() {
        WecomConnection stranger = world.connection(world.both(), WecomLease.alone());
        stranger.start();
        await().until(() -> world.emulator.sockets().subscriptions() >= 3);
        stranger.close();
        await().until(connection::stands);
        say("待办");
    }

    @Test
    void after_a_cut_it_connects_again() {
        world.emulator.sockets().cut();
        await().until(() -> world.emulator.sockets().subscriptions() == 2);
        await().until(connection::stands);
        say("待办");
    }

    @Test
    void a_connection_that_falls_silent_counts_as_dead() {
        world.emulator.sockets().silent(true);
        await().pollDelay(Duration.ofMillis(60)).until(connection::stands);
        world.clock.passes(Duration.ofSeconds(76));
        await().until(() -> !connection.stands());
        world.emulator.sockets().silent(false);
        await().until(connection::stands);
    }

    @Test
    void a_request_without_acknowledgement_is_tried_again() {
        say("待办");
        world.emulator.sockets().silent(true);
        NotSent receipt = (NotSent) wecom.platform().send(World.text("k", World.LAUNCH, "x"));
        assertThat(receipt.kind()).isEqualTo(Kind.TRY_AGAIN);
    }

    @Test
    void a_card_whose_acknowledgement_was_lost_is_sent_once() {
        say("待办");
        world.emulator.sockets().mute(true);
        var card = World.card("k", World.LAUNCH, World.request("海报"));
        assertThat(((NotSent) wecom.platform().send(card)).kind()).isEqualTo(Kind.TRY_AGAIN);
        world.emulator.sockets().mute(false);
        assertThat(wecom.platform().send(card)).isInstanceOf(Sent.class);
        assertThat(world.sentTo(GROUP)).hasSize(1);
    }

    @Test
    void with_the_bot_alone_people_get_its_cards_too() {
        Wecom alone = world.wecom(WecomSettings.App.NONE, world.bot(), true);
        connection.close();
        try (WecomConnection own = world.connection(alone, WecomLease.alone())) {
            own.start();
            await().until(() -> own.stands() && alone.platform().reachable());
            world.emulator.say("lilei", "lilei", "待办");
            await().until(() -> !world.heard.isEmpty());
            assertThat(alone.platform().send(World.card("k", World.LI_LEI, World.request("海报"))))
                    .isInstanceOf(Sent.class);
            assertThat(world.lastIn("lilei").path("main_title").path("title").asText())
                    .isEqualTo("XQ-1 新品海报");
            world.desk = any -> Receiver.Answer.done("已受理");
            world.press("lilei", world.sentTo("lilei").get(0), "受理");
            await().until(() -> world.lastIn("lilei").path("content").asText().equals("已受理"));
        }
    }

    @Test
    void garbage_is_passed_over_and_parts_are_put_together() {
        world.emulator.sockets().garbage("not a frame");
        world.emulator.sockets().garbage("[1]");
        world.emulator.sockets().garbage("{\"headers\":17}");
        world.emulator.sockets().garbage("{\"cmd\":\"aibot_msg_callback\"}");
        world.emulator.sockets().garbage("{\"cmd\":\"aibot_unheard_of\",\"headers\":{\"req_id\":\"x\"},\"body\":{}}");
        world.emulator.sockets().fragmented(true);
        say("长".repeat(20_000));
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void with_wrong_credentials_it_never_stands_and_leaves_no_connection_open() {
        connection.close();
        WecomSettings.Bot bot = world.bot();
        WecomSettings.Bot wrong = new WecomSettings.Bot(bot.id(), "wrong", bot.name(), "", "", bot.streamUrl());
        WecomConnection refused = world.connection(world.wecom(world.app(), wrong, true), lease.node("a"));
        refused.start();
        await().pollDelay(Duration.ofMillis(300)).until(() -> !refused.stands());
        refused.close();
        await().until(() -> world.emulator.sockets().count() == 0);
    }

    @Test
    void closing_ends_it_for_good_and_frees_the_lease() {
        connection.close();
        await().until(() -> world.emulator.sockets().count() == 0);
        assertThat(connection.stands()).isFalse();
        assertThat(connection.lastHeard()).isEmpty();
        assertThat(lease.node("b").hold()).hasValue(2);
    }
}
