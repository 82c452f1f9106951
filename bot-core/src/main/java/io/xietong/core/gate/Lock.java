package io.xietong.core.gate;

import io.xietong.core.item.ItemNumber;

/** An open condition of an earlier gate of the same project. @param item its action item */
public record Lock(ItemNumber item, String what) {}
