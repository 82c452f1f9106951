package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.FaultSwitches;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stream mode, against the emulator. */
class DingtalkConnectionTest {

    private final World world = new World();
    private final DingtalkConnection connection = world.connection();

    @BeforeEach
    void connect() {
        connection.start();
        await().until(() -> world.emulator.gateway().any());
    }

    @AfterEach
    void close() {
        connection.close();
        world.close();
    }

    private Optional<String> press() {
        Sent sent = (Sent) world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        ObjectNode action = BoundedJson.object().put("id", "accept");
        action.putObject("params").put("phrase", "受理 XQ-1").put("version", "3");
        return world.emulator.press("u-lilei", sent.messageId(), action);
    }

    @Test
    void messages_clicks_events_and_pings_are_acknowledged_as_the_protocol_asks() {
        world.desk = inbound -> inbound.said() instanceof Inbound.Press
                ? new Receiver.Answer(Optional.of("已受理"), true, Optional.of(World.request("两张海报")))
                : Receiver.Answer.NONE;
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 求助 设计部 海报");
        assertThat(world.heard.get(0).said()).isEqualTo(new Inbound.Text("求助 设计部 海报"));
        assertThat(press()).contains("已受理");
        assertThat(world.emulator
                        .chats()
                        .message("m1")
                        .orElseThrow()
                        .payload()
                        .path("markdown")
                        .asText())
                .contains("两张海报");
        assertThat(world.emulator.gateway().ping().orElseThrow().path("data").asText())
                .isEqualTo("{\"opaque\":\"x\"}");
        ObjectNode left = BoundedJson.object().put("UserId", "u-lilei");
        assertThat(world.emulator
                        .gateway()
                        .push("EVENT", "*", left, Duration.ofSeconds(2))
                        .orElseThrow()
                        .path("data")
                        .asText())
                .contains("SUCCESS");
        assertThat(world.emulator
                        .gateway()
                        .push("CALLBACK", "/v1.0/other", left, Duration.ofSeconds(2))
                        .orElseThrow()
                        .path("code")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_handled_is_not_acknowledged() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("no database");
        };
        var chat = world.emulator.chats().find("cidlaunch==").orElseThrow();
        ObjectNode message = world.emulator.message("m5", "u-lilei", chat, "待办");
        assertThat(world.emulator.push(message)).isFalse();
        world.desk = inbound -> Receiver.Answer.NONE;
        assertThat(world.emulator.push(message)).isTrue();
        assertThat(world.heard).extracting(Inbound::eventId).containsExactly("m5", "m5");
    }

    @Test
    void after_a_cut_it_connects_again() {
        world.emulator.gateway().cut();
        await().until(() -> world.emulator.gateway().any());
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void asked_to_leave_it_opens_the_next_connection_first() {
        world.emulator.gateway().askToLeave();
        await().until(() -> world.emulator.gateway().opened() == 2);
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).hasSize(1);
        await().until(() -> world.emulator.gateway().count() == 1);
        assertThat(connection.stands()).isTrue();
    }

    @Test
    void a_connection_that_falls_silent_counts_as_dead() {
        world.clock.passes(Duration.ofSeconds(76));
        await().until(() -> world.emulator.gateway().opened() >= 2);
    }

    @Test
    void garbage_is_passed_over() {
        world.emulator.gateway().garbage("not a frame");
        world.emulator.gateway().garbage("{\"headers\":17}");
        world.emulator.gateway().garbage("{\"type\":\"SYSTEM\",\"headers\":{\"topic\":\"KEEPALIVE\"}}");
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 " + "长".repeat(20_000));
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void refused_or_stalled_at_the_gateway_it_tries_again() {
        world.emulator
                .faults()
                .arm(
                        "/v1.0/gateway/connections/open",
                        FaultSwitches.Fault.answer(401, "{\"code\":\"invalidClientIdOrSecret\"}"),
                        2);
        world.emulator
                .faults()
                .arm("/v1.0/gateway/connections/open", FaultSwitches.Fault.late(Duration.ofSeconds(3)), 1);
        world.emulator.gateway().cut();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> world.emulator.gateway().any());
    }

    @Test
    void closing_ends_it_for_good() {
        connection.close();
        await().until(() -> world.emulator.gateway().count() == 0);
        assertThat(connection.stands()).isFalse();
        assertThat(connection.lastHeard()).isEmpty();
    }
}
