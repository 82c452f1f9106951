package io.xietong.core.dispute;

import io.xietong.core.vote.Rule;
import java.time.Duration;
import java.util.Map;

/**
 * The numbers of disputes, from {@code policy.yml}. Days are working days.
 *
 * @param frontLineDays   for the front line to agree before it climbs to the heads
 * @param headsDays       for the heads to agree before it climbs to the committee
 * @param receiptDays     for the secretary to receive it
 * @param remindDay       working day after the receipt on which those who have not voted are reminded; 3 in the plan
 * @param limitDay        working day by whose close it must be ruled; 5 in the plan
 * @param overdueRounds   working days in a row an overdue ruling is brought up with the chair
 * @param quorum          percent of the members left after recusals and absences that must have voted
 * @param alone           how long before the limit who presides may rule without the votes that are missing
 * @param earlyEscalation when a side may climb before the time is up
 * @param reviewDays      after a ruling in which new evidence may ask for its one review
 * @param rules           by which rule the committee decides each kind
 */
public record DisputePolicy(
        int frontLineDays,
        int headsDays,
        int receiptDays,
        int remindDay,
        int limitDay,
        int overdueRounds,
        int quorum,
        Duration alone,
        EarlyEscalation earlyEscalation,
        int reviewDays,
        Map<DisputeKind, Rule> rules) {

    /** When a level may be left upwards before its time is up. */
    public enum EarlyEscalation {
        /** Not at all. */
        NEVER,
        /** Once both sides have stated their positions. */
        AFTER_POSITIONS,
        /** At any time. */
        ALWAYS
    }

    public DisputePolicy {
        rules = Map.copyOf(rules);
    }
}
