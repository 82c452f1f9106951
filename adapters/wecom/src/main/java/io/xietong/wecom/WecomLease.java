package io.xietong.wecom;

import java.util.OptionalLong;

/**
 * Which node may hold the bot's connection: WeCom keeps one per bot and cuts the older. Implemented for one node on what all nodes
 * share; a lease that is not held again for {@value #SECONDS} seconds is free for others. Thread-safe.
 */
public interface WecomLease {

    /** How long a lease lasts after it was last held: three heartbeats and a little. */
    int SECONDS = 100;

    /**
     * Takes the lease, or keeps it.
     *
     * @return the fencing number, larger each time another node takes over and the same while this one keeps it; empty while
     *     another node has the lease
     * @throws RuntimeException when it cannot be known; counts as not held
     */
    OptionalLong hold();

    /** Lets others take it at once; does nothing when this node has it not. */
    void release();

    /** For a program that runs on one node alone. */
    static WecomLease alone() {
        return new WecomLease() {

            @Override
            public OptionalLong hold() {
                return OptionalLong.of(1);
            }

            @Override
            public void release() {}
        };
    }
}
