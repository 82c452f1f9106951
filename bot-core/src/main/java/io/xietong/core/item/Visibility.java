package io.xietong.core.item;

/** Who may see an item besides its parties (plan duty 5). */
public enum Visibility {
    /** The people of both departments. */
    DEPARTMENTS,
    /** Everybody in the company. */
    COMPANY,
    /** Only the parties, their heads and those named. */
    NAMED
}
