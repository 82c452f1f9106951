package io.xietong.core.item;

/** Something that happened to an item. Each is one entry of its trail, under its type's simple name, which is never reused. */
public interface Fact {

    /** Whether something was decided by it; after a fact that decides nothing, buttons drawn before still mean what they meant. */
    default boolean decides() {
        return true;
    }
}
