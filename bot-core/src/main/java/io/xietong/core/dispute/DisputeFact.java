package io.xietong.core.dispute;

import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.util.Optional;
import java.util.Set;

/** What happened to a dispute. Each fact is one entry of its trail. */
public sealed interface DisputeFact extends Fact {

    record Raised(String by, String against, Optional<ItemNumber> about, String position) implements DisputeFact {}

    record PositionStated(String department, String position) implements DisputeFact {}

    record TermsProposed(String department, String terms) implements DisputeFact {}

    /** Both sides agreed. */
    record Settled(String terms) implements DisputeFact {}

    /**
     * It climbed one level.
     *
     * @param byTime the level's time was up; else a side asked for it
     */
    record Climbed(State to, boolean byTime, String reason) implements DisputeFact {}

    /** @param recused members who may not vote, because they head a party */
    record Received(DisputeKind kind, String presiding, Set<String> recused) implements DisputeFact {

        public Received {
            recused = Set.copyOf(recused);
        }
    }

    record Voted(String voter, String choice, String reason) implements DisputeFact {}

    /** Nothing can change the result any more; the presiding member is asked for the ruling. */
    record VoteClosed(String result) implements DisputeFact {}

    /** @param presided another member presides from now on */
    record DeclaredRecusal(String member, boolean presided, String reason) implements DisputeFact {}

    record Ruled(Ruling ruling) implements DisputeFact {}

    record ReviewGranted(String evidence) implements DisputeFact {}

    record DisputeWithdrawn() implements DisputeFact {}
}
