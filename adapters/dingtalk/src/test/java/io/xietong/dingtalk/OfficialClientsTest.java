package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.Peer;
import io.xietong.wire.BoundedJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DingTalk's own clients, unmodified, against the emulator: what they understand, the real platform would say so too. */
class OfficialClientsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private void connected() {
        await().until(() -> world.emulator.gateway().any());
    }

    private Optional<String> press() {
        Sent sent = (Sent) world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        ObjectNode action = BoundedJson.object().put("id", "accept");
        action.putObject("params").put("phrase", "受理 XQ-1");
        return world.emulator.press("u-lilei", sent.messageId(), action);
    }

    @Test
    void the_node_client_hears_messages_clicks_and_events_and_comes_back_after_a_cut() {
        try (Peer peer = Peer.node(
                Path.of("src/test/npm"), world.emulator.address(), world.app.clientId(), world.app.clientSecret())) {
            connected();
            world.emulator.say("u-lilei", "cidlaunch==", "@协同 帮助");
            assertThat(peer.says("message")).isEqualTo("message 帮助");
            assertThat(press()).contains("收到 受理 XQ-1");
            world.emulator
                    .gateway()
                    .push("EVENT", "*", BoundedJson.object().put("UserId", "u-lilei"), Duration.ofSeconds(3));
            assertThat(peer.says("event")).isEqualTo("event *");
            assertThat(world.emulator.gateway().ping()).isPresent();
            world.emulator.gateway().cut();
            connected();
            assertThat(world.emulator.gateway().opened()).isEqualTo(2);
        }
    }

    @Test
    void the_java_client_hears_messages_and_answers_clicks(@TempDir Path folder) throws Exception {
        try (TlsBridge bridge = new TlsBridge(folder, world.emulator.port());
                Peer peer = Peer.java(
                        SdkListener.class,
                        List.of(
                                "-Dfile.encoding=UTF-8",
                                "-Djavax.net.ssl.trustStore=" + bridge.store(),
                                "-Djavax.net.ssl.trustStorePassword=" + TlsBridge.PASSWORD),
                        world.emulator.address(),
                        world.app.clientId(),
                        world.app.clientSecret())) {
            world.emulator.gateway().announceAs("wss://localhost:" + bridge.port() + "/connect");
            peer.says("started");
            connected();
            world.emulator.say("u-lilei", "cidlaunch==", "@协同 帮助");
            assertThat(peer.says("message")).isEqualTo("message 帮助 from u-lilei");
            assertThat(press()).contains("收到");
        }
    }
}
