package io.xietong.core.gate;

import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.util.List;

/** What happened to a gate. Each fact is one entry of its trail. */
public sealed interface GateFact extends Fact {

    /** @param locks open conditions of earlier gates, without which it cannot pass */
    record GateCalled(Checkpoint at, List<Lock> locks) implements GateFact {

        public GateCalled {
            locks = List.copyOf(locks);
        }
    }

    /** A department has answered. */
    record Judged(Answer answer) implements GateFact {}

    /** A department's head has said otherwise. @param before what had been answered for it */
    record Overruled(Answer answer, Answer before) implements GateFact {}

    /** Every department has passed it, but these conditions are open. */
    record HeldBack(List<Lock> locks) implements GateFact {

        public HeldBack {
            locks = List.copyOf(locks);
        }
    }

    /** A condition of an earlier gate was met or waived. */
    record LockLifted(ItemNumber item) implements GateFact {}

    record ReviewPassed() implements GateFact {}

    /** @param against the departments that did not pass it */
    record ReviewFailed(List<String> against) implements GateFact {

        public ReviewFailed {
            against = List.copyOf(against);
        }
    }

    /** @param round from 2 */
    record CalledAgain(int round, String changed) implements GateFact {}

    record GateReleased(Release release) implements GateFact {}

    record GateWithdrawn() implements GateFact {}

    /** Somebody else leads the project from now on. */
    record LeadHandedOn(String from, String to) implements GateFact {}

    /** A department that had not answered is no longer there. */
    record DepartmentGone(String department) implements GateFact {}
}
