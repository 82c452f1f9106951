package io.xietong.core.request;

import io.xietong.core.chat.Chat;
import io.xietong.core.item.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked for, as filed; it never changes afterwards.
 *
 * @param need          what is wanted, in the requester's own words
 * @param supportNeeded may be empty
 * @param named         person ids that may see it and are told of it besides the parties
 * @param chat          where it was filed
 */
public record Ask(
        String need,
        Optional<LocalDate> wantedBy,
        String supportNeeded,
        boolean urgent,
        Visibility visibility,
        Set<String> named,
        Instant filedAt,
        Chat chat) {

    /** What the command asks for, filed at this moment in this chat. */
    static Ask of(RequestCommand.File command, Instant now, Chat chat) {
        return new Ask(
                command.need(),
                command.wantedBy(),
                command.supportNeeded(),
                command.urgent(),
                command.visibility(),
                command.named(),
                now,
                chat);
    }

    /** What a reader sees as one: an emoji of several parts, a letter with its accents. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Characters of the need that fit into a title or a list. */
    private static final int SHORT = 20;

    public Ask {
        named = Set.copyOf(named);
    }

    /** The first words of the need, never cut inside what a reader sees as one character. */
    public String summary() {
        String line = need.strip().lines().findFirst().orElse("");
        Matcher character = CHARACTER.matcher(line);
        int end = 0;
        for (int count = 0; count < SHORT && character.find(); count++) end = character.end();
        return end == line.length() ? line : line.substring(0, end) + "…";
    }
}
