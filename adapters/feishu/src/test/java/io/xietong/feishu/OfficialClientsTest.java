package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.core.response.EventResp;
import com.lark.oapi.event.EventDispatcher;
import com.sun.net.httpserver.HttpServer;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.wire.BoundedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feishu's own clients, unmodified, against the emulator: what they understand, the real platform would say so too. */
class OfficialClientsTest {

    private final World world = new World();
    private final FeishuEmulator emulator = world.emulator;

    @BeforeEach
    void use_the_real_time() {
        world.clock.passes(Duration.between(world.clock.instant(), Instant.now()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Optional<String> press() {
        Sent sent = (Sent) world.platform.send(World.card("k" + System.nanoTime(), World.LI_LEI, World.request("海报")));
        ObjectNode action = BoundedJson.object().put("tag", "button");
        action.putObject("value").put("phrase", "受理 XQ-1").put("version", "3");
        return emulator.press("ou_lilei", sent.messageId(), action);
    }

    private Peer node(String part) {
        return Peer.node(
                part,
                emulator.address(),
                world.app.id(),
                world.app.secret(),
                world.app.verificationToken(),
                world.app.encryptKey());
    }

    private void connected() {
        await().until(() -> emulator.sockets().any());
    }

    @Test
    void the_java_long_connection_hears_messages_and_answers_clicks() {
        try (Peer peer = Peer.java(SdkListener.class, emulator.address(), world.app.id(), world.app.secret())) {
            connected();
            emulator.say("ou_lilei", "oc_p2p_lilei", "帮助");

            assertThat(peer.says("message")).isEqualTo("message {\"text\":\"帮助\"}");
            assertThat(press()).contains("收到 受理 XQ-1");
        }
    }

    @Test
    void the_node_long_connection_hears_messages_even_in_pieces_and_answers_clicks() {
        try (Peer peer = node("listen")) {
            connected();
            emulator.sockets().pieces(3);
            emulator.say("ou_lilei", "oc_launch", "@协同 帮助");

            assertThat(peer.says("message")).isEqualTo("message @_user_1 帮助");
            assertThat(press()).contains("收到 受理 XQ-1");
        }
    }

    @Test
    void the_node_dispatcher_accepts_the_signature_and_encryption() {
        try (Peer peer = node("door")) {
            String port = peer.says("port").substring("port ".length());
            emulator.pushTo(URI.create("http://127.0.0.1:" + port + "/feishu/events"));
            emulator.say("ou_lilei", "oc_p2p_lilei", "帮助");

            assertThat(peer.says("message")).isEqualTo("message 帮助");
            assertThat(press()).contains("收到 受理 XQ-1");
        }
    }

    @Test
    void the_node_client_sends_updates_and_reads() {
        try (Peer peer = node("send")) {
            assertThat(peer.says("sent")).startsWith("sent 0 om_");
            assertThat(peer.says("patched")).isEqualTo("patched 0");
            assertThat(peer.says("people")).contains("李雷");
            assertThat(emulator.chats().in("oc_p2p_lilei").get(0).payload().toString())
                    .contains("二");
        }
    }

    @Test
    void the_java_dispatcher_accepts_the_signature_and_encryption() throws IOException {
        EventDispatcher dispatcher = SdkListener.dispatcher(world.app.verificationToken(), world.app.encryptKey());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            EventReq request = new EventReq();
            request.setBody(exchange.getRequestBody().readAllBytes());
            request.setHttpPath("/");
            request.setHeaders(headers);
            EventResp answer;
            try {
                answer = dispatcher.handle(request);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            exchange.sendResponseHeaders(answer.getStatusCode(), answer.getBody().length);
            exchange.getResponseBody().write(answer.getBody());
            exchange.close();
        });
        server.start();
        try {
            emulator.pushTo(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            assertThat(press()).contains("收到 受理 XQ-1");
        } finally {
            server.stop(0);
        }
    }
}
