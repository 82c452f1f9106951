package io.xietong.core.vote;

import java.util.List;

/** How a vote stands. */
public sealed interface Outcome {

    /**
     * It is decided: whatever the missing votes will be, nothing can change it.
     *
     * @param choice     what was decided
     * @param byTheChair it was the chair who decided it: alone by rule, or at a tie
     */
    record Decided(String choice, boolean byTheChair) implements Outcome {}

    /** It is open. @param missing voters who have not voted, in their order */
    record Open(List<String> missing) implements Outcome {

        public Open {
            missing = List.copyOf(missing);
        }
    }

    /** All votes are in and no choice won: the chair has to decide. */
    record UpToTheChair() implements Outcome {}

    /**
     * So many are recused that the quorum cannot be reached: the chair has to decide.
     *
     * @param quorum votes that would be needed
     * @param left   voters who are left
     */
    record NoQuorum(int quorum, int left) implements Outcome {}
}
