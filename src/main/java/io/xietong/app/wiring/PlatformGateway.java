package io.xietong.app.wiring;

import io.xietong.app.platform.NodeLease;
import io.xietong.app.platform.PersonalPace;
import io.xietong.app.platform.PromptReceiver;
import io.xietong.app.web.Door;
import io.xietong.app.web.PlatformDoor;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.text.Words;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real platform within the running program: its callbacks and its connection lead to the desk, and are answered in time. */
final class PlatformGateway implements Gateway {

    /** A platform that is sent nothing tells no time by itself, and a clock that was put right is to be believed soon. */
    private static final Duration COMPARE = Duration.ofMinutes(1);

    private final RealPlatform real;
    private final ChatPlatform platform;
    private final Words words;
    private final int eventsPerPerson;
    private final Clock clock;
    private Optional<PromptReceiver> receiver = Optional.empty();
    private Optional<RealPlatform.Connection> connection = Optional.empty();
    private Optional<Offer> offer = Optional.empty();
    private Optional<Pulse> comparing = Optional.empty();

    /**
     * @param words in which people are told to wait
     * @param eventsPerPerson in a minute; 0 for as many as they like
     */
    PlatformGateway(RealPlatform real, Words words, int eventsPerPerson, Clock clock) {
        this.eventsPerPerson = eventsPerPerson;
        this.clock = clock;
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
        PersonalPace pace = new PersonalPace(vitals.timed(engine.desk()), eventsPerPerson, words, clock);
        PromptReceiver prompt = new PromptReceiver(platform.name(), pace, real.patience(), words);
        receiver = Optional.of(prompt);
        connection = real.connection(prompt);
        offer = Optional.of(new Offer(
                real,
                engine.phrasebook().phrases(),
                new NodeLease(engine.database(), engine.database().time(), "offer-" + platform.name())));
        return List.of(new PlatformDoor(real.webhooks(prompt)));
    }

    @Override
    public Optional<SignIn> signIn() {
        return real.signIn();
    }

    @Override
    public Optional<PlatformClock> clock() {
        return Optional.of(real.clock());
    }

    @Override
    public void connect() {
        real.prepare();
        comparing = Optional.of(new Pulse("clock-" + platform.name(), COMPARE, real::compareClocks));
        connection.ifPresent(RealPlatform.Connection::start);
        offer.ifPresent(Offer::start);
    }

    @Override
    public void disconnect() {
        comparing.ifPresent(Pulse::close);
        offer.ifPresent(Offer::close);
        connection.ifPresent(RealPlatform.Connection::close);
    }

    @Override
    public void close() {
        receiver.ifPresent(PromptReceiver::close);
    }
}
