package io.xietong.core.request;

import java.time.Duration;
import java.util.List;

/**
 * The numbers of the request, from {@code policy.yml}.
 *
 * @param responseMode       {@code natural}, {@code natural-rolled} or {@code working-hours} (spec.md section 3)
 * @param responseTime       how long the receiving department has to answer; 24 hours in the plan
 * @param leastWorkingTime   working time that must have passed before it can be overdue, in the rolled mode
 * @param rungs              percent of the time at which contact, deputy and requester hear of it; 100 is the head's
 * @param overdueRounds      how many working days in a row an unanswered request is brought up again
 * @param clarificationDays  working days the requester has to answer a question before the request is closed
 * @param acceptanceDays     working days the requester has to accept what was delivered before it counts as accepted
 * @param longestPauses      questions back before the head must agree to another one
 * @param nudgeEvery         least time between two nudges of one request by hand
 * @param nudgesPerDay       nudges of one request by hand in a working day
 * @param bounces            transfers and declines between departments after which the heads are offered the matter
 * @param reopenDays         working days in which a closed request can be reopened
 * @param reopensBeforeHeads the reopening that is told to both heads
 * @param similarShown       earlier requests shown to somebody who files a new one
 */
public record RequestPolicy(
        String responseMode,
        Duration responseTime,
        Duration leastWorkingTime,
        List<Integer> rungs,
        int overdueRounds,
        int clarificationDays,
        int acceptanceDays,
        int longestPauses,
        Duration nudgeEvery,
        int nudgesPerDay,
        int bounces,
        int reopenDays,
        int reopensBeforeHeads,
        int similarShown) {

    public RequestPolicy {
        rungs = List.copyOf(rungs);
    }
}
