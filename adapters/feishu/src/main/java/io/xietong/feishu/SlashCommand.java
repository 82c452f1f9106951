package io.xietong.feishu;

/**
 * A command that Feishu offers while one types {@code /}. Picked, it arrives as ordinary text.
 *
 * @param name    lower-case letters, digits, {@code _} and {@code -}; whether Feishu takes Chinese names is not known
 * @param chinese what it does, in a few words
 * @param english the same
 */
public record SlashCommand(String name, String chinese, String english) {

    public SlashCommand {
        if (!name.matches("[a-z0-9_-]{1,30}"))
            throw new IllegalArgumentException("no name of a slash command: " + name);
    }
}
