package io.xietong.app.wiring;

import io.xietong.app.platform.PromptReceiver;
import io.xietong.app.web.Door;
import io.xietong.app.web.PlatformDoor;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.text.Words;
import java.util.List;
import java.util.Optional;

/** A real platform within the running program: its callbacks and its connection lead to the desk, and are answered in time. */
final class PlatformGateway implements Gateway {

    private final RealPlatform real;
    private final ChatPlatform platform;
    private final Words words;
    private Optional<PromptReceiver> receiver = Optional.empty();
    private Optional<RealPlatform.Connection> connection = Optional.empty();

    PlatformGateway(RealPlatform real, Words words) {
        this.real = real;
        this.platform = real.platform();
        this.words = words;
    }

    @Override
    public ChatPlatform platform() {
        return platform;
    }

    @Override
    public List<Door> doors(Engine engine, Vitals vitals) {
        PromptReceiver prompt =
                new PromptReceiver(platform.name(), vitals.timed(engine.desk()), real.patience(), words);
        receiver = Optional.of(prompt);
        connection = real.connection(prompt);
        return List.of(new PlatformDoor(real.webhooks(prompt)));
    }

    @Override
    public void connect() {
        connection.ifPresent(RealPlatform.Connection::start);
    }

    @Override
    public void disconnect() {
        connection.ifPresent(RealPlatform.Connection::close);
    }

    @Override
    public void close() {
        receiver.ifPresent(PromptReceiver::close);
    }
}
