package io.xietong.core.feature;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.item.ItemNumber;

/** Verbs that mean the same for every kind of item. */
public sealed interface SharedCommand extends AboutItem {

    /** 评论. */
    record Comment(ItemNumber number, String text) implements SharedCommand {}

    /** 关注. */
    record Watch(ItemNumber number) implements SharedCommand {}

    /** 取关. */
    record Unwatch(ItemNumber number) implements SharedCommand {}
}
