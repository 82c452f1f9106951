package io.xietong.feishu;

import io.xietong.core.chat.Phrase;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A command that Feishu offers while one types {@code /}. Picked, it arrives as ordinary text.
 *
 * @param name    lower-case letters, digits, {@code _} and {@code -}; whether Feishu takes Chinese names is not known
 * @param chinese what it does, in a few words
 * @param english the same
 */
public record SlashCommand(String name, String chinese, String english) {

    private static final String NAME = "[a-z0-9_-]{1,30}";

    public SlashCommand {
        if (!name.matches(NAME)) throw new IllegalArgumentException("no name of a slash command: " + name);
    }

    /** A verb under its first English name that may be one of a command; empty when none may. */
    static Optional<SlashCommand> of(Phrase phrase) {
        return phrase.english().stream()
                .filter(name -> name.matches(NAME))
                .findFirst()
                .map(name -> new SlashCommand(name, help(phrase, Language.CHINESE), help(phrase, Language.ENGLISH)));
    }

    private static String help(Phrase phrase, Language language) {
        return Words.in(language, ZoneOffset.UTC).say(phrase.help());
    }
}
