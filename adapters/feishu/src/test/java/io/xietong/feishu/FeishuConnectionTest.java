package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeishuConnectionTest {

    private final World world = new World();
    private final FeishuConnection connection = world.connection();

    @AfterEach
    void close() {
        connection.close();
        world.close();
    }

    private void start() {
        connection.start();
        stands();
    }

    private void stands() {
        await().until(() -> world.emulator.sockets().count() == 1 && connection.stands());
    }

    private void says(String text) {
        int before = world.heard.size();
        world.emulator.say("ou_lilei", "oc_p2p_lilei", text);
        assertThat(world.heard).hasSize(before + 1);
        assertThat(world.heard.get(before).said()).isEqualTo(new Inbound.Text(text));
    }

    private Optional<String> press() {
        world.platform.send(World.card("k" + System.nanoTime(), World.LAUNCH, World.request("海报")));
        var messages = world.emulator.chats().in("oc_launch");
        ObjectNode action = BoundedJson.object();
        action.putObject("value").put("phrase", "受理 XQ-1").put("version", "3");
        world.desk = inbound -> new Receiver.Answer(Optional.of("已受理"), true, Optional.of(World.request("改过")));
        return world.emulator.press(
                "ou_lilei", messages.get(messages.size() - 1).id(), action);
    }

    @Test
    void messages_come_without_an_address_of_our_own() {
        start();
        says("帮助");
        assertThat(connection.lastHeard()).isPresent();
    }

    @Test
    void clicks_are_answered_whether_they_come_as_event_or_as_card() {
        start();
        assertThat(press()).contains("已受理");
        world.emulator.sockets().clicksAsCards();
        assertThat(press()).contains("已受理");
        assertThat(world.emulator.chats().in("oc_launch"))
                .allSatisfy(message -> assertThat(message.payload().toString()).contains("改过"));
    }

    @Test
    void events_in_pieces_are_put_together() {
        world.emulator.sockets().pieces(5);
        start();
        for (int i = 0; i < 50; i++) says("求助 设计部 第" + i + "件");
    }

    @Test
    void a_cut_a_close_and_garbage_are_survived() {
        start();
        world.emulator.sockets().garbage();
        says("一");
        world.emulator.sockets().cut();
        await().until(() -> world.emulator.sockets().count() == 1 && answers());
        world.emulator.sockets().closeAll();
        await().until(() -> world.emulator.sockets().count() == 1 && answers());
    }

    private boolean answers() {
        int before = world.heard.size();
        world.emulator.say("ou_lilei", "oc_p2p_lilei", "在吗");
        return world.heard.size() > before;
    }

    @Test
    void a_half_open_connection_is_replaced() {
        start();
        await().until(() -> world.emulator.sockets().pings() > 1);
        world.emulator.sockets().silence(true);
        await().until(() -> {
            world.clock.passes(Duration.ofSeconds(76));
            return world.emulator.ledger().of("POST /callback").size() > 1;
        });
        world.emulator.sockets().silence(false);

        await().until(() -> connection.stands() && answers());
    }

    @Test
    void the_limit_of_connections_and_refused_credentials_are_waited_out() {
        world.emulator.sockets().allow(0);
        connection.start();
        await().until(() -> world.emulator.ledger().of("POST /callback").size() > 3);
        assertThat(connection.stands()).isFalse();
        world.emulator.faults().arm("/callback/ws/endpoint", Fault.answer(200, "{\"code\":514,\"msg\":\"auth\"}"), 2);
        world.emulator.faults().arm("/callback/ws/endpoint", Fault.answer(502, "<html>"), 2);
        for (String url : List.of("file:///x", "ws://elsewhere.example/", "no url", "", "ws://me@127.0.0.1/"))
            world.emulator
                    .faults()
                    .arm(
                            "/callback/ws/endpoint",
                            Fault.answer(200, "{\"code\":0,\"data\":{\"URL\":\"" + url + "\"}}"),
                            1);
        world.emulator.sockets().allow(50);

        stands();
        says("帮助");
    }

    @Test
    void with_two_connections_each_event_is_handled_once_by_either() {
        start();
        try (FeishuConnection second = world.connection()) {
            second.start();
            await().until(() -> world.emulator.sockets().count() == 2);
            for (int i = 0; i < 20; i++) says("第" + i);
        }
        await().until(() -> world.emulator.sockets().count() == 1);
        says("还在");
    }

    @Test
    void what_the_desk_cannot_handle_is_answered_with_failure_except_a_click() {
        start();
        world.desk = inbound -> {
            throw new Receiver.Unavailable("down");
        };
        says("帮助");
        world.platform.send(World.card("k", World.LAUNCH, World.request("海报")));
        ObjectNode action = BoundedJson.object();
        action.putObject("value").put("phrase", "受理 XQ-1").put("version", "3");
        String message = world.emulator.chats().in("oc_launch").get(0).id();

        assertThat(world.emulator.press("ou_lilei", message, action))
                .hasValueSatisfying(toast -> assertThat(toast).contains("没有生效"));
    }

    @Test
    void closing_hangs_up_and_does_not_come_back() {
        start();
        connection.close();

        await().until(() -> world.emulator.sockets().count() == 0);
        assertThat(connection.stands()).isFalse();
    }
}
