package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.FaultSwitches;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The session addresses that come with messages. */
class DingtalkSessionsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private DingtalkSessions sessions(String oapi) {
        return new DingtalkSessions(
                new DingtalkSettings("id", "secret", "", "t", "", "https://api.dingtalk.com", oapi), world.clock);
    }

    private ObjectNode message(String address) {
        return BoundedJson.object()
                .put("sessionWebhook", address)
                .put(
                        "sessionWebhookExpiredTime",
                        world.clock.millis() + Duration.ofMinutes(90).toMillis());
    }

    private boolean taken(String oapi, String address) {
        DingtalkSessions sessions = sessions(oapi);
        sessions.remember(World.LAUNCH, message(address));
        return sessions.of(World.LAUNCH).isPresent();
    }

    @Test
    void only_the_very_host_of_the_configuration_is_called() {
        String real = "https://oapi.dingtalk.com";
        assertThat(taken(real, real + "/robot/sendBySession?session=abc")).isTrue();
        for (String elsewhere : new String[] {
            "http://oapi.dingtalk.com/robot/sendBySession?session=abc",
            "https://oapi.dingtalk.com@evil.example/robot/sendBySession?session=abc",
            "https://oapi.dingtalk.com.evil.example/robot/sendBySession",
            "https://evil.example/robot/sendBySession#oapi.dingtalk.com",
            "https://user@oapi.dingtalk.com/robot/sendBySession",
            "https://oapi.dingtalk.com:8443/robot/sendBySession",
            "https://oapi.dingtalk.com/robot/send?access_token=x",
            "https://oapi.dingtalk.com/robot/../gettoken",
            "https://oapi.dingtalk.com\\@evil.example/robot/sendBySession",
            "https://127.0.0.1/robot/sendBySession",
            "http://127.0.0.1:80/robot/sendBySession",
            "http://169.254.169.254/robot/sendBySession",
            "http://[::1]/robot/sendBySession",
            "https://localhost/robot/sendBySession",
            "file:///robot/sendBySession",
            "//oapi.dingtalk.com/robot/sendBySession",
            "/robot/sendBySession",
            "not an address",
            ""
        }) {
            assertThat(taken(real, elsewhere)).as(elsewhere).isFalse();
        }
        assertThat(taken("http://127.0.0.1:1", "http://127.0.0.1:1/robot/sendBySession?session=a"))
                .isTrue();
        assertThat(taken("http://127.0.0.1:1", "http://127.0.0.1:2/robot/sendBySession?session=a"))
                .isFalse();
    }

    @Test
    void after_somebody_spoke_over_stream_texts_go_there_until_it_ends() {
        try (DingtalkConnection connection = world.connection()) {
            connection.start();
            await().until(() -> world.emulator.gateway().any());
            world.emulator.say("u-lilei", "cidlaunch==", "@协同 帮助");
        }
        assertThat(world.platform.send(World.text("m1", World.LAUNCH, "@所有人 好")))
                .isInstanceOf(Sent.class);
        assertThat(world.emulator.ledger().of("POST /robot/sendBySession")).hasSize(1);
        assertThat(world.emulator.chats().in("cidlaunch==").get(1).payload().toString())
                .contains("＠所有人 好");

        world.clock.passes(Duration.ofMinutes(91));
        world.platform.send(World.text("m2", World.LAUNCH, "好"));
        assertThat(world.emulator.ledger().of("POST /robot/sendBySession")).hasSize(1);
        assertThat(world.emulator.ledger().of("POST /v1.0/robot/groupMessages/send"))
                .hasSize(1);
    }

    @Test
    void a_session_that_refuses_gives_way_to_the_api_and_a_redirect_is_not_followed() {
        try (DingtalkConnection connection = world.connection()) {
            connection.start();
            await().until(() -> world.emulator.gateway().any());
            world.emulator.say("u-lilei", "cidlaunch==", "@协同 帮助");
        }
        world.emulator.faults().arm("/robot/sendBySession", FaultSwitches.Fault.answer(200, "{\"errcode\":300002}"), 1);
        assertThat(world.platform.send(World.text("m1", World.LAUNCH, "好"))).isInstanceOf(Sent.class);
        assertThat(world.emulator.ledger().of("POST /v1.0/robot/groupMessages/send"))
                .hasSize(1);
    }

    @Test
    void whoever_has_no_staff_id_can_be_answered_all_the_same() {
        try (DingtalkConnection connection = world.connection()) {
            connection.start();
            await().until(() -> world.emulator.gateway().any());
            ObjectNode message = world.emulator.message(
                    "m1",
                    "u-lilei",
                    world.emulator.chats().find("cidp2pu-lilei").orElseThrow(),
                    "你好");
            message.put("senderStaffId", "");
            world.emulator.push(message);
        }
        Chat chat = world.heard.get(0).chat();
        assertThat(world.heard.get(0).account()).isEqualTo("$:LWCP_v1:$u-lilei");
        assertThat(world.platform.send(World.text("m2", chat, "你的账号尚未登记"))).isInstanceOf(Sent.class);
        assertThat(world.emulator.chats().in("cidp2pu-lilei")).hasSize(1);
    }

    @Test
    void addresses_that_come_to_the_door_are_never_called() {
        World http = world.withDoors();
        http.emulator.say("u-lilei", "cidlaunch==", "@协同 帮助");
        assertThat(http.heard).hasSize(1);
        http.platform.send(World.text("m1", World.LAUNCH, "好"));
        assertThat(http.emulator.ledger().of("POST /robot/sendBySession")).isEmpty();
    }
}
