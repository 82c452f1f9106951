package io.xietong.core.chat;

import io.xietong.core.item.ItemNumber;

/** A command about an item that exists. */
public interface AboutItem extends Command {

    ItemNumber number();
}
