package io.xietong.core.request;

import io.xietong.core.chat.Chat;
import io.xietong.core.item.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

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

    /** Characters of the need that fit into a title or a list. */
    private static final int SHORT = 20;

    public Ask {
        named = Set.copyOf(named);
    }

    /** The first words of the need, never cut inside a character. */
    public String summary() {
        String line = need.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= SHORT) return line;
        return line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
