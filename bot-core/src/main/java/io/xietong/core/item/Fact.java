package io.xietong.core.item;

/** Something that happened to an item. Each is one entry of its trail, under its type's simple name, which is never reused. */
public interface Fact {}
