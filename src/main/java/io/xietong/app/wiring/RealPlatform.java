package io.xietong.app.wiring;

import io.xietong.app.config.Policy;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import io.xietong.wire.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform outside this house, as its settings describe it. Nothing is called before something is asked for. */
public interface RealPlatform {

    /** A connection that we keep to the platform. */
    interface Connection {

        void start();

        void close();
    }

    ChatPlatform platform();

    /** How long the platform waits for an answer, less what understanding the event and a busy machine may take of it. */
    Duration patience();

    /** Learns what no event can be understood without; takes half a second at most, and never fails. Mostly nothing. */
    default void prepare() {}

    /** The addresses that the platform calls, by path; none when we keep a connection to it. */
    Map<String, Webhook> webhooks(Receiver receiver);

    /** What is kept up while the program runs; mostly empty when the platform is set to call us. */
    Optional<Connection> connection(Receiver receiver);

    /** Offers the verbs where people type, as well as the platform lets us; takes its time, and never fails. Mostly nothing. */
    default void offer(List<Phrase> phrases) {}

    /** How a web page learns who opens it; empty where the platform has no such way, or it is not set up. */
    default Optional<SignIn> signIn() {
        return Optional.empty();
    }

    /** By how much this machine's clock is off the platform's, as far as is known. */
    PlatformClock clock();

    /** Asks the platform for its time; that it does not answer does not matter. */
    void compareClocks();

    /** The platform's own list of people. */
    DirectorySource directory();

    /** What is not set up as the company's policy needs it, each with the next step; empty when all is well. */
    List<Message> check(Policy policy);
}
