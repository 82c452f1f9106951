package io.xietong.app.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import io.xietong.dingtalk.Dingtalk;
import io.xietong.dingtalk.DingtalkConnection;
import io.xietong.dingtalk.DingtalkInbound;
import io.xietong.dingtalk.DingtalkSettings;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkApp;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * DingTalk's emulator, by HTTP or Stream. Fields that the public card cannot ask for travel beside the press, as those of a
 * company's own template do.
 */
final class DingtalkStage extends EmulatedStage {

    private static final Chat GROUP = new Chat("dingtalk", "cidlaunch==", Chat.Kind.GROUP, "新品上市项目群");

    private final DingtalkEmulator emulator;
    private final Dingtalk dingtalk;
    private final boolean stream;
    private Optional<DingtalkConnection> connection = Optional.empty();

    DingtalkStage(Organisation organisation, Clock clock, boolean stream) {
        super(organisation, clock);
        this.stream = stream;
        DingtalkApp app = DingtalkApp.demo();
        emulator = new DingtalkEmulator(app, tenant(), clock);
        emulator.start(0);
        DingtalkSettings settings = new DingtalkSettings(
                app.clientId(),
                app.clientSecret(),
                app.robotCode(),
                app.cardTemplateId(),
                "template-1",
                emulator.address(),
                emulator.address());
        dingtalk = new Dingtalk(
                settings,
                HttpCalls.usual(),
                TokenShelf.inMemory(clock),
                Words.in(organisation.language(), organisation.zone()),
                (single, card) -> URI.create("https://xietong.example/form/1"),
                clock);
    }

    @Override
    Emulator emulator() {
        return emulator;
    }

    @Override
    String chatId(Chat chat) {
        return chat.isGroup() ? chat.id() : DingtalkEmulator.single(chat.id());
    }

    @Override
    public Optional<ChatPlatform> platform() {
        return Optional.of(dingtalk.platform(stream));
    }

    @Override
    public Chat group() {
        return GROUP;
    }

    @Override
    void connect(Receiver desk) {
        if (!stream) {
            DingtalkInbound doors = dingtalk.inbound(desk);
            URI bot = Doorway.leadTo(Map.of("/dingtalk/robot", doors.robot(), "/dingtalk/card", doors.card()));
            emulator.pushTo(bot);
            dingtalk.registration(bot.resolve("/dingtalk/card")).start();
            return;
        }
        DingtalkConnection opened = dingtalk.connection(desk, pace());
        connection = Optional.of(opened);
        opened.start();
        soon().until(() -> emulator.gateway().any());
    }

    @Override
    JsonNode action(Chat chat, String message, String button, Inbound.Press press) {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("id", button);
        ObjectNode params =
                action.putObject("params").put("phrase", press.phrase()).put("version", Long.toString(press.version()));
        if (chat.isGroup()) params.put("group", chat.id());
        press.form().forEach(params::put);
        return action;
    }

    @Override
    public void close() {
        connection.ifPresent(DingtalkConnection::close);
        super.close();
    }
}
