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
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    void asked_to_leave_it_opens_the_next_connection_first_and_nothing_is_lost() {
        world.emulator.gateway().askToLeave();
        await().until(() -> world.emulator.gateway().opened() == 2);
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).hasSize(1);
        world.clock.passes(Duration.ofSeconds(10));
        await().until(() -> world.emulator.gateway().count() == 1);
        assertThat(connection.stands()).isTrue();
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).hasSize(2);
        assertThat(world.emulator.gateway().opened()).isEqualTo(2);
    }

    @Test
    void what_was_not_acknowledged_comes_again_after_a_minute_with_the_same_id() {
        world.desk = inbound -> {
            throw new Receiver.Unavailable("no database");
        };
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        world.desk = inbound -> Receiver.Answer.NONE;
        world.clock.passes(Duration.ofSeconds(61));
        await().until(() -> world.heard.size() == 2);
        assertThat(world.heard.get(1).eventId()).isEqualTo(world.heard.get(0).eventId());
    }

    @Test
    void a_desk_that_breaks_in_an_unforeseen_way_is_like_one_that_is_not_there() {
        world.desk = inbound -> {
            throw new IllegalStateException("a bug");
        };
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(press()).hasValueSatisfying(tip -> assertThat(tip).contains("没有生效"));
        world.desk = inbound -> Receiver.Answer.NONE;
        world.clock.passes(Duration.ofSeconds(61));
        await().until(() -> world.heard.size() == 3);
    }

    @Test
    void frames_in_fragments_are_put_together() {
        world.emulator.gateway().inFragments(true);
        for (int i = 0; i < 20; i++) world.emulator.say("u-lilei", "cidlaunch==", "@协同 求助 设计部 第" + i + "件");
        assertThat(world.heard).hasSize(20);
        assertThat(press()).isEmpty();
    }

    @Test
    void a_connection_without_frames_is_dead_although_pongs_come_once_the_other_side_has_shown_that_it_pings() {
        world.emulator.gateway().ping();
        await().until(() -> {
            world.clock.passes(Duration.ofSeconds(5));
            return world.emulator.gateway().opened() >= 2;
        });
    }

    @Test
    void a_connection_of_which_only_pongs_are_known_stands_as_long_as_they_come() {
        for (int i = 0; i < 30; i++) {
            Instant before = connection.lastHeard().orElseThrow();
            world.clock.passes(Duration.ofSeconds(30));
            await().until(() -> connection.lastHeard().orElseThrow().isAfter(before));
        }
        assertThat(world.emulator.gateway().opened()).isEqualTo(1);
    }

    @Test
    void with_two_connections_each_message_is_handled_once_by_either() {
        try (DingtalkConnection second = world.connection()) {
            second.start();
            await().until(() -> world.emulator.gateway().count() == 2);
            for (int i = 0; i < 20; i++) world.emulator.say("u-lilei", "cidlaunch==", "@协同 第" + i);
            assertThat(world.heard)
                    .extracting(Inbound::eventId)
                    .doesNotHaveDuplicates()
                    .hasSize(20);
        }
        await().until(() -> world.emulator.gateway().count() == 1);
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 还在");
        assertThat(world.heard).hasSize(21);
    }

    @Test
    void while_too_much_waits_a_click_is_answered_in_words_and_a_message_comes_again() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        world.desk = inbound -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Receiver.Answer.NONE;
        };
        ExecutorService visitors = Executors.newFixedThreadPool(520);
        try {
            var chat = world.emulator.chats().find("cidlaunch==").orElseThrow();
            for (int i = 0; i < 508; i++) {
                ObjectNode message = world.emulator.message("m" + i, "u-lilei", chat, "待办");
                visitors.submit(() -> world.emulator
                        .gateway()
                        .push("CALLBACK", DingtalkFrame.MESSAGES, message, Duration.ofSeconds(20)));
            }
            await().until(() -> press().filter(tip -> tip.contains("没有生效")).isPresent());
        } finally {
            slow.countDown();
            visitors.shutdown();
        }
        await().until(() -> world.heard.size() >= 508);
        world.desk = inbound -> Receiver.Answer.done("好");
        assertThat(press()).contains("好");
    }

    @Test
    void a_message_whose_text_is_withheld_over_quota_disturbs_nobody() {
        world.emulator.pushesUsedUp(true);
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).isEmpty();
        world.emulator.pushesUsedUp(false);
        world.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(world.heard).hasSize(1);
    }

    @Test
    void events_of_the_organisation_are_acknowledged_and_a_leaver_is_handed_on() {
        assertThat(world.emulator.happens("user_leave_org", BoundedJson.object().put("userId", "u-lilei")))
                .isTrue();
        assertThat(world.emulator.happens("a_new_kind", BoundedJson.object())).isTrue();
        assertThat(world.heard)
                .singleElement()
                .satisfies(inbound -> assertThat(inbound.said()).isInstanceOf(Inbound.Left.class))
                .satisfies(inbound -> assertThat(inbound.account()).isEqualTo("u-lilei"));
    }

    @Test
    void closed_while_it_dials_it_does_not_come_back() {
        world.emulator.faults().arm("/v1.0/gateway", FaultSwitches.Fault.late(Duration.ofMillis(500)), 1);
        world.emulator.gateway().cut();
        connection.close();
        assertThat(connection.stands()).isFalse();
        await().during(Duration.ofMillis(700))
                .until(() -> world.emulator.gateway().count() == 0);
    }

    @Test
    void a_connection_that_falls_silent_counts_as_dead() {
        await().until(() -> {
            world.clock.passes(Duration.ofSeconds(76));
            return world.emulator.gateway().opened() >= 2;
        });
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
                .arm("/v1.0/gateway/connections/open", FaultSwitches.Fault.late(Duration.ofSeconds(8)), 1);
        world.emulator.gateway().cut();
        await().until(() -> world.emulator.gateway().any());
    }

    @Test
    void closing_ends_it_for_good() {
        connection.close();
        await().until(() -> world.emulator.gateway().count() == 0);
        assertThat(connection.stands()).isFalse();
        assertThat(connection.lastHeard()).isEmpty();
    }
}
