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
import io.xietong.emulator.Emulator;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.feishu.Feishu;
import io.xietong.feishu.FeishuConnection;
import io.xietong.feishu.FeishuSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Feishu's emulator, by webhook or long connection. */
final class FeishuStage extends EmulatedStage {

    /** Whether a chat is a group must not depend on how busy the machine is. */
    private static final Duration UNHURRIED = Duration.ofMinutes(1);

    private static final Chat GROUP = new Chat("feishu", "oc_launch", Chat.Kind.GROUP, "新品上市项目群");

    private final FeishuEmulator emulator;
    private final Feishu feishu;
    private final boolean stream;
    private Optional<FeishuConnection> connection = Optional.empty();

    FeishuStage(Organisation organisation, Clock clock, boolean stream) {
        super(organisation, clock);
        this.stream = stream;
        FeishuApp app = FeishuApp.demo(
                "cli_" + String.format("%016x", ThreadLocalRandom.current().nextLong()));
        emulator = new FeishuEmulator(app, tenant(), clock);
        emulator.start(0);
        feishu = new Feishu(
                new FeishuSettings(
                        app.id(), app.secret(), app.verificationToken(), app.encryptKey(), emulator.address()),
                HttpCalls.usual(),
                TokenShelf.inMemory(clock),
                Words.in(organisation.language(), organisation.zone()),
                clock,
                UNHURRIED);
    }

    @Override
    Emulator emulator() {
        return emulator;
    }

    @Override
    String chatId(Chat chat) {
        return chat.isGroup() ? chat.id() : FeishuEmulator.single(chat.id());
    }

    @Override
    public Optional<ChatPlatform> platform() {
        return Optional.of(feishu.platform());
    }

    @Override
    public Chat group() {
        return GROUP;
    }

    @Override
    void connect(Receiver desk) {
        if (!stream) {
            emulator.pushTo(Doorway.leadTo(Map.of("/feishu/events", feishu.inbound(desk)))
                    .resolve("/feishu/events"));
            return;
        }
        FeishuConnection opened = feishu.connection(desk, pace());
        connection = Optional.of(opened);
        opened.start();
        soon().until(() -> emulator.sockets().any());
    }

    @Override
    JsonNode action(Chat chat, String message, String button, Inbound.Press press) {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("tag", "button");
        action.putObject("value").put("phrase", press.phrase()).put("version", Long.toString(press.version()));
        JsonNode card = emulator.chats().message(message).orElseThrow().payload();
        if (holding(card, "tag", "form").isPresent()) {
            ObjectNode values = action.put("name", button).putObject("form_value");
            press.form()
                    .forEach((name, value) ->
                            values.put(name, value.matches("\\d{4}-\\d\\d-\\d\\d") ? value + " +0800" : value));
        }
        return action;
    }

    @Override
    public void joins(String person) {
        emulator.addBot(GROUP.id(), account(person));
    }

    @Override
    public void close() {
        connection.ifPresent(FeishuConnection::close);
        super.close();
    }
}
