package io.xietong.app.web;

/** Waits for the courier. */
public interface Delivered {

    /** Returns once nothing that may go out now is left in the outbox, or after a few seconds at the latest. */
    void untilIdle();
}
