package io.xietong.sandbox;

import io.xietong.core.chat.Inbound;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns what somebody does in the sandbox into what the desk understands. Stateless. */
public final class SandboxInbound {

    private static final Pattern MENTION =
            Pattern.compile("[@＠](?:协同|(?:bot|xietong)(?![\\p{Alnum}_]))[,,::\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASH = Pattern.compile("^\\s*[/／]\\S");

    private SandboxInbound() {}

    /** A text said in a chat. Empty when the bot does not hear it: in a group it must be mentioned or called with a slash. */
    public static Optional<Inbound> said(String person, SandboxChat chat, String text, Instant at) {
        boolean mentioned = MENTION.matcher(text).find();
        if (chat.seenByBot().isGroup() && !mentioned && !SLASH.matcher(text).find()) return Optional.empty();
        String words = MENTION.matcher(text).replaceFirst("").strip();
        return Optional.of(inbound(person, chat, new Inbound.Text(words), at));
    }

    public static Inbound pressed(
            String person,
            SandboxChat chat,
            SandboxMessage message,
            SandboxPress press,
            Map<String, String> form,
            Instant at) {
        return inbound(person, chat, new Inbound.Press(press.phrase(), press.version(), form, message.id()), at);
    }

    /** The bot was added to a group by somebody. */
    public static Inbound joined(String person, SandboxChat chat, Instant at) {
        return inbound(person, chat, new Inbound.Joined(), at);
    }

    /** Text as a platform would pass it on: without control characters, unpaired surrogates replaced; line breaks stay. */
    public static String clean(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) kept.append('�');
            else if (!Character.isISOControl(point) || point == '\n' || point == '\t') kept.appendCodePoint(point);
        });
        return kept.toString().strip();
    }

    private static Inbound inbound(String person, SandboxChat chat, Inbound.Said said, Instant at) {
        String event = "sandbox-" + UUID.randomUUID();
        return new Inbound(SandboxPlatform.NAME, event, person, chat.seenByBot(), said, at);
    }
}
