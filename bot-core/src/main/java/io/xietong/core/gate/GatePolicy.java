package io.xietong.core.gate;

import java.time.Duration;
import java.util.List;

/**
 * The numbers of gates, from {@code policy.yml}. Days are working days.
 *
 * @param reviewDays    for every department to answer
 * @param rungs         percent of that time at which a silent department is reminded: its contact, then also its deputy
 * @param overdueRounds working days in a row after it on which contact and head of a silent department are reminded
 * @param overrule      working time in which a department's head may overrule what was answered for it; 0 for none
 * @param conditionDays for a condition that names no day
 */
public record GatePolicy(int reviewDays, List<Integer> rungs, int overdueRounds, Duration overrule, int conditionDays) {

    public GatePolicy {
        rungs = List.copyOf(rungs);
    }
}
