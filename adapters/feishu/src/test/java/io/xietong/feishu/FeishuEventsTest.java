package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is heard when people do things in the emulated Feishu, by webhook. */
class FeishuEventsTest {

    private final World world = new World().withDoor();

    @AfterEach
    void close() {
        world.close();
    }

    private String text() {
        assertThat(world.heard).hasSize(1);
        return ((Inbound.Text) world.heard.get(0).said()).text();
    }

    @Test
    void in_a_group_only_what_is_said_to_the_bot_is_heard() {
        world.emulator.say("ou_lilei", "oc_launch", "大家好");
        world.emulator.say("ou_lilei", "oc_launch", "@周洁 看一下");
        assertThat(world.heard).isEmpty();

        world.emulator.say("ou_lilei", "oc_launch", "@协同,求助 设计部 新品海报 周五");
        assertThat(text()).isEqualTo("求助 设计部 新品海报 周五");
        Inbound inbound = world.heard.get(0);
        assertThat(inbound.chat().isGroup()).isTrue();
        assertThat(inbound.chat().id()).isEqualTo("oc_launch");
        assertThat(inbound.asOf()).isEqualTo(world.clock.instant());
    }

    @Test
    void mentions_of_others_read_as_their_names() {
        world.emulator.say("ou_lilei", "oc_launch", "@协同 转派 XQ-1 @周洁\u00a0谢谢");

        assertThat(text()).isEqualTo("转派 XQ-1 周洁 谢谢");
    }

    @Test
    void in_a_single_chat_everything_is_heard_and_the_chat_is_named_by_the_account() {
        world.emulator.say("ou_lilei", "oc_p2p_lilei", "/help");

        assertThat(text()).isEqualTo("/help");
        assertThat(world.heard.get(0).chat()).isEqualTo(World.LI_LEI);
    }

    @Test
    void rich_text_reads_line_by_line() {
        ObjectNode event = BoundedJson.object();
        event.putObject("sender")
                .put("sender_type", "user")
                .putObject("sender_id")
                .put("open_id", "ou_lilei");
        ObjectNode message = event.putObject("message");
        message.put("message_id", "om_x").put("chat_id", "oc_launch").put("chat_type", "group");
        message.put("message_type", "post");
        message.put(
                "content",
                "{\"title\":\"\",\"content\":[[{\"tag\":\"at\",\"user_id\":\"@_user_1\",\"user_name\":\"协同\"},"
                        + "{\"tag\":\"text\",\"text\":\" 求助 设计部 \"},{\"tag\":\"a\",\"text\":\"海报\",\"href\":\"https://x\"}],"
                        + "[{\"tag\":\"img\",\"image_key\":\"i\"}],[{\"tag\":\"text\",\"text\":\"第二行\"}]]}");
        ObjectNode mention =
                message.putArray("mentions").addObject().put("key", "@_user_1").put("name", "协同");
        mention.putObject("id").put("open_id", "ou_emulated_bot");
        world.emulator.push("im.message.receive_v1", event);

        assertThat(text()).isEqualTo("求助 设计部 海报\n\n第二行");
    }

    @Test
    void other_bots_are_not_listened_to() {
        ObjectNode event = BoundedJson.object();
        event.putObject("sender")
                .put("sender_type", "bot")
                .putObject("sender_id")
                .put("open_id", "ou_other");
        event.putObject("message")
                .put("message_id", "om_x")
                .put("chat_type", "p2p")
                .put("content", "{\"text\":\"帮助\"}");
        world.emulator.push("im.message.receive_v1", event);

        assertThat(world.heard).isEmpty();
    }

    @Test
    void a_press_carries_phrase_version_form_and_message_and_is_answered_at_once() {
        world.platform.send(World.card("k1", World.LI_LEI, World.request("海报")));
        String message = world.emulator.chats().in("oc_p2p_lilei").get(0).id();
        world.desk = inbound -> new Receiver.Answer(Optional.of("已受理"), true, Optional.of(World.request("海报,周五前")));
        ObjectNode action = BoundedJson.object().put("tag", "button").put("name", "button-accept");
        action.putObject("value").put("phrase", "受理 XQ-1").put("version", "3");
        action.putObject("form_value")
                .put("date", "2026-11-27 +0800")
                .put("text", "好的")
                .put("to", "design");

        assertThat(world.emulator.press("ou_lilei", message, action)).contains("已受理");
        Inbound inbound = world.heard.get(0);
        assertThat(inbound.said())
                .isEqualTo(new Inbound.Press(
                        "受理 XQ-1", 3, Map.of("date", "2026-11-27", "text", "好的", "to", "design"), message));
        assertThat(inbound.chat()).isEqualTo(World.LI_LEI);
        assertThat(inbound.asOf()).isEqualTo(world.clock.instant());
        assertThat(world.emulator
                        .chats()
                        .message(message)
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains("周五前");
    }

    @Test
    void after_a_restart_a_click_still_finds_out_whether_its_chat_is_a_group() {
        world.platform.send(World.card("k1", World.LAUNCH, World.request("海报")));
        world.platform.send(World.card("k2", World.LI_LEI, World.request("海报")));
        ObjectNode action = BoundedJson.object();
        action.putObject("value").put("phrase", "XQ-1").put("version", "3");
        try (World again = new World(world.app).withDoor()) {
            String group = again.emulator
                    .chats()
                    .post("om_g", "oc_launch", "bot", "interactive", action)
                    .id();
            String single = again.emulator
                    .chats()
                    .post("om_s", "oc_p2p_lilei", "bot", "interactive", action)
                    .id();
            again.emulator.press("ou_lilei", group, action);
            again.emulator.press("ou_lilei", single, action);

            assertThat(again.heard.get(0).chat().isGroup()).isTrue();
            assertThat(again.heard.get(1).chat()).isEqualTo(World.LI_LEI);
        }
    }

    @Test
    void a_chat_of_which_nothing_can_be_learnt_counts_as_a_group_and_none_at_all_as_the_pressers_own() {
        ObjectNode event = BoundedJson.object();
        event.putObject("operator").put("open_id", "ou_lilei");
        event.putObject("action").putObject("value").put("phrase", "XQ-1").put("version", 3);
        ObjectNode context = event.putObject("context").put("open_message_id", "om_1");
        world.emulator.push("card.action.trigger", event);
        world.emulator.faults().arm("/open-apis/im/v1/chats", Fault.answer(502, "<html>"), 1);
        context.put("open_chat_id", "oc_p2p_lilei");
        world.emulator.push("card.action.trigger", event);

        assertThat(world.heard.get(0).chat()).isEqualTo(World.LI_LEI);
        assertThat(world.heard.get(1).chat()).isEqualTo(new Chat("feishu", "oc_p2p_lilei", Chat.Kind.GROUP, ""));
    }

    @Test
    void the_bot_joins_a_group_and_leaves_it() {
        world.emulator.removeBot("oc_market", "ou_zhangwei");
        assertThat(world.heard).isEmpty();
        assertThat(world.platform.send(World.text("k", new Chat("feishu", "oc_market", Chat.Kind.GROUP, ""), "在吗")))
                .isInstanceOf(io.xietong.core.chat.ChatPlatform.NotSent.class);

        world.emulator.addBot("oc_market", "ou_zhangwei");
        assertThat(world.heard).singleElement().satisfies(inbound -> {
            assertThat(inbound.said()).isEqualTo(new Inbound.Joined());
            assertThat(inbound.chat()).isEqualTo(new Chat("feishu", "oc_market", Chat.Kind.GROUP, "市场部群"));
        });
    }

    @Test
    void menu_items_are_verbs_said_in_the_single_chat() {
        world.emulator.chooseMenu("ou_lilei", "help");

        assertThat(text()).isEqualTo("help");
        assertThat(world.heard.get(0).chat()).isEqualTo(World.LI_LEI);
    }

    @Test
    void who_opens_the_chat_for_the_first_time_is_greeted_and_never_again() {
        world.emulator.enter("ou_lilei");
        assertThat(text()).isEmpty();

        world.platform.send(World.text("k", World.LI_LEI, "你好"));
        world.emulator.enter("ou_lilei");
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void a_message_that_comes_twice_has_the_same_event_id() {
        world.emulator.repeatEvents(2);
        world.emulator.say("ou_lilei", "oc_p2p_lilei", "帮助");

        assertThat(world.heard).hasSize(2);
        assertThat(world.heard.get(0).eventId()).isEqualTo(world.heard.get(1).eventId());
    }

    @Test
    void what_failed_is_brought_again_on_feishus_schedule() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("the database is down");
        };
        world.emulator.say("ou_lilei", "oc_p2p_lilei", "帮助");
        for (Duration wait : new Duration[] {Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofHours(1)}) {
            int before = world.heard.size();
            world.clock.passes(wait);
            await().until(() -> world.heard.size() == before + 1);
        }
        world.desk = inbound -> Receiver.Answer.NONE;
        world.clock.passes(Duration.ofHours(6));
        await().until(() -> world.heard.size() == 5);
        assertThat(world.heard)
                .extracting(Inbound::eventId)
                .containsOnly(world.heard.get(0).eventId());
    }

    @Test
    void whoever_left_the_company_is_told_to_the_desk() {
        ObjectNode event = BoundedJson.object();
        event.putObject("object").put("open_id", "ou_lilei").put("name", "李雷");
        world.emulator.push("contact.user.deleted_v3", event);

        assertThat(world.heard).singleElement().satisfies(inbound -> {
            assertThat(inbound.said()).isEqualTo(new Inbound.Left());
            assertThat(inbound.account()).isEqualTo("ou_lilei");
        });
    }

    @Test
    void what_was_refused_is_shown_in_another_colour_than_what_was_done() {
        assertThat(shown(Receiver.Answer.done("已受理"))).isEqualTo("success");
        assertThat(shown(Receiver.Answer.refused("不行"))).isEqualTo("warning");
    }

    private String shown(Receiver.Answer answer) {
        Receiver receiver = inbound -> answer;
        String[] type = new String[1];
        FeishuEnvelope press = new FeishuEnvelope("e1", "card.action.trigger", "", "", "", pressed());
        new FeishuReception(
                        new FeishuEvents(
                                Optional::empty,
                                new FeishuChats(chat -> Chat.Kind.SINGLE, new Promptly(World.UNHURRIED)),
                                world.clock),
                        new FeishuCards(World.WORDS),
                        receiver,
                        World.WORDS)
                .receive(press)
                .ifPresent(json -> type[0] = json.at("/toast/type").asText());
        return type[0];
    }

    private static ObjectNode pressed() {
        ObjectNode event = BoundedJson.object();
        event.putObject("operator").put("open_id", "ou_lilei");
        event.putObject("action").putObject("value").put("phrase", "受理 XQ-1").put("version", "1");
        return event;
    }
}
