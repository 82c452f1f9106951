package io.xietong.core.item;

/** What an item number stands for; the prefix is pinyin, so that it can be typed and spoken. */
public enum ItemKind {
    REQUEST("XQ"),
    DISPUTE("ZY"),
    PROJECT("XM"),
    GATE("PS"),
    MEETING("HY"),
    ACTION_ITEM("XD"),
    NOTICE("GG"),
    DOCUMENT("WJ");

    private final String prefix;

    ItemKind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }
}
