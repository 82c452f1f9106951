package io.xietong.core.text;

import java.util.Locale;
import java.util.Optional;

/** A language the bot speaks completely. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag used in configuration, in tables and in the names of the word files. */
    public String tag() {
        return tag;
    }

    /** The language for a tag, or for a word people use for it ({@code 中文}, {@code English}); empty when it is none of ours. */
    public static Optional<Language> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "zh-cn", "zh", "中文", "汉语", "简体中文", "chinese" -> Optional.of(CHINESE);
            case "en", "en-us", "en-gb", "english", "英文", "英语" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}
