package io.xietong.app.story;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Straight to the desk, as the sandbox does. */
final class SandboxStage implements Stage {

    private static final Chat GROUP = new Chat("sandbox", "g-launch", Chat.Kind.GROUP, "新品上市项目群");

    private final Clock clock;
    private Receiver desk;

    SandboxStage(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<ChatPlatform> platform() {
        return Optional.empty();
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String account(String person) {
        return person;
    }

    @Override
    public Chat group() {
        return GROUP;
    }

    @Override
    public void open(Receiver given) {
        desk = given;
    }

    private Receiver.Answer receive(String person, Chat chat, Inbound.Said said) {
        return desk.receive(new Inbound(name(), UUID.randomUUID().toString(), person, chat, said, clock.instant()));
    }

    @Override
    public void says(String person, Chat chat, String text) {
        receive(person, chat, new Inbound.Text(text));
    }

    @Override
    public Optional<String> presses(String person, Chat chat, String message, String button, Inbound.Press press) {
        return receive(person, chat, press).toast();
    }

    @Override
    public void joins(String person) {
        receive(person, GROUP, new Inbound.Joined());
    }

    @Override
    public void close() {}
}
