package io.xietong.core.gate;

import io.xietong.core.item.Actor;
import java.time.Instant;
import java.util.List;

/**
 * What one department has said, on its behalf (plan duty 15).
 *
 * @param reason     in its own words; may be empty when it passes
 * @param conditions of a conditional pass
 * @param asHead     given by the department's head, or who acts as head; else the head may overrule it for the policy's hours
 */
public record Answer(
        String department,
        Verdict verdict,
        String reason,
        List<Condition> conditions,
        Actor by,
        Instant at,
        boolean asHead) {

    public Answer {
        conditions = List.copyOf(conditions);
    }

    /** Whether it says the same as another one, whoever gave it. */
    boolean saysTheSameAs(Answer other) {
        return verdict == other.verdict && reason.equals(other.reason) && conditions.equals(other.conditions);
    }
}
