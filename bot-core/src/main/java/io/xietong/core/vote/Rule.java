package io.xietong.core.vote;

/** By what a vote is decided (spec.md 4.2 and 4.4; which one holds for which kind is policy). */
public enum Rule {
    /** The chair alone; what the others say is advice. */
    CHAIR_DECIDES,
    /** More than half of the votes for one side or the other; at a tie the chair's vote counts. */
    SIMPLE_MAJORITY,
    /** At least two thirds of the votes for one choice; when neither reaches it, the chair decides. */
    TWO_THIRDS,
    /** Everybody must be for it; one against ends it. */
    UNANIMOUS
}
