package io.xietong.app.wiring;

import io.xietong.app.web.Door;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import java.util.List;
import java.util.Optional;

/** A chat platform that is switched on: the way out, and the ways by which it comes in. */
interface Gateway {

    ChatPlatform platform();

    /** Made once, after the engine; they open with the web server and close with it. */
    List<Door> doors(Engine engine, Vitals vitals);

    /** How a web page learns who opens it; empty where the platform cannot say. */
    default Optional<SignIn> signIn() {
        return Optional.empty();
    }

    /** By how much this machine's clock is off the platform's; empty for one that lives by the company's clock. */
    default Optional<PlatformClock> clock() {
        return Optional.empty();
    }

    /** Begins to hear over a connection of our own, where there is one; called once, after everything else runs. */
    default void connect() {}

    /** Hears nothing any more over it; called before everything else stops. */
    default void disconnect() {}

    /** Lets what was heard be answered; called once nothing new comes in. */
    default void close() {}
}
