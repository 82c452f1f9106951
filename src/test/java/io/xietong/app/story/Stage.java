package io.xietong.app.story;

import io.xietong.app.platform.OneTimeForms;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import java.time.Clock;
import java.util.Optional;

/** A platform on which stories play: the sandbox, or an emulator with the adapter that speaks to it, in one of its two modes. */
interface Stage extends AutoCloseable {

    /**
     * Chooses the stage for a run: {@code sandbox} unless given, else {@code feishu-webhook}, {@code feishu-stream} and so on, for the
     * same stories on the emulators. A story that a platform's limits rule out says so itself, and is skipped there with that
     * reason.
     */
    String PROPERTY = "xietong.story.stage";

    /**
     * @param clock by which platform and adapter live
     * @param forms where fields are filled in that a card cannot ask for
     */
    static Stage named(String name, Organisation organisation, Clock clock, OneTimeForms forms) {
        return switch (name) {
            case "sandbox" -> new SandboxStage(clock);
            case "feishu-webhook" -> new FeishuStage(organisation, clock, false);
            case "feishu-stream" -> new FeishuStage(organisation, clock, true);
            case "dingtalk-webhook" -> new DingtalkStage(organisation, clock, false);
            case "dingtalk-stream" -> new DingtalkStage(organisation, clock, true);
            case "wecom-webhook" -> new WecomStage(organisation, clock, forms, false);
            case "wecom-stream" -> new WecomStage(organisation, clock, forms, true);
            default -> throw new IllegalArgumentException("no such stage: " + name);
        };
    }

    /** The adapter's sending side; empty on the sandbox, whose messages are only remembered. */
    Optional<ChatPlatform> platform();

    /** Whether cards that changed before are sent anew when they change again. */
    default boolean sendsChangesAnew() {
        return false;
    }

    /** The platform's name in accounts. */
    String name();

    String account(String person);

    /** The group in which stories play. */
    Chat group();

    /** Opens the ways in. */
    void open(Receiver desk);

    /** Somebody says something to the bot. */
    void says(String person, Chat chat, String text);

    /**
     * Somebody presses a button.
     *
     * @param message the platform's id of the message
     * @param button  id of the button on the card
     * @return the toast that was shown
     */
    Optional<String> presses(String person, Chat chat, String message, String button, Inbound.Press press);

    /** Somebody adds the bot to the group. */
    void joins(String person);

    @Override
    void close();
}
