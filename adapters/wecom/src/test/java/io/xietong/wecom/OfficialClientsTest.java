package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Peer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WeCom's own clients, unmodified: one against the emulator, which must be right then, the other against our doors. */
class OfficialClientsTest {

    private static final Path FOLDER = Path.of("src/test/npm");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private void connected() {
        await().until(() -> world.emulator.sockets().any());
    }

    @Test
    void the_bots_client_hears_speaks_updates_and_comes_back_after_a_cut() {
        try (Peer peer =
                Peer.node(FOLDER, "bot", world.bot().streamUrl(), world.corp.botId(), world.corp.botSecret())) {
            peer.says("authenticated");
            connected();
            world.emulator.say("lilei", "wrlaunch", "@协同助手 帮助");
            assertThat(peer.says("message")).isEqualTo("message @协同助手 帮助 from lilei");
            peer.says("sent");
            assertThat(world.sentTo("wrlaunch").get(0).payload().path("content").asText())
                    .isEqualTo("收到 @协同助手 帮助");
            EmulatedChats.Message card = world.sentTo("wrlaunch").get(1);
            world.press("ZhouJie", card, "受理");
            assertThat(peer.says("press")).isEqualTo("press 1:受理 XQ-1");
            peer.says("updated");
            assertThat(world.emulator
                            .chats()
                            .message(card.id())
                            .orElseThrow()
                            .payload()
                            .toString())
                    .contains("已受理");
            world.emulator.enter("lilei");
            peer.says("welcomed"); // a reply that a cut leaves unacknowledged would end the client's process
            assertThat(world.lastIn("lilei").path("content").asText()).isEqualTo("你好");
            world.emulator.sockets().cut();
            await().until(() -> world.emulator.sockets().subscriptions() > 1);
        }
    }

    @Test
    void our_doors_understand_wecoms_crypto_and_are_understood() {
        world.openDoors(world.both());
        world.desk = heard -> Receiver.Answer.done("听到 " + ((Inbound.Text) heard.said()).text());
        try (Peer peer = Peer.node(
                FOLDER,
                "doors",
                world.doorAddress(),
                world.corp.corpId(),
                Integer.toString(world.corp.agentId()),
                world.corp.appToken(),
                world.corp.appKey(),
                world.corp.botToken(),
                world.corp.botKey(),
                world.corp.botId(),
                Long.toString(world.clock.instant().getEpochSecond()))) {
            assertThat(peer.says("forged")).isEqualTo("forged 401");
            assertThat(peer.says("echo")).isEqualTo("echo echo-word");
            assertThat(peer.says("app")).isEqualTo("app wwdemo true 听到 帮助");
            assertThat(peer.says("bot")).isEqualTo("bot true 听到 待办");
        }
    }
}
