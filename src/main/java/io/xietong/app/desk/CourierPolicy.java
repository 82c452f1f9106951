package io.xietong.app.desk;

import java.time.Duration;

/**
 * The numbers of sending, from {@code policy.yml}.
 *
 * @param attempts          how often a message is tried before it is a dead letter
 * @param firstRetry        wait before the second attempt; doubled each time
 * @param longestRetry      the longest wait between attempts
 * @param perTargetMinute   messages to one chat or person in a minute
 * @param nodes             how many nodes send side by side; each takes its part of the platforms' limits
 * @param urgentReminders   whether whoever lets a matter become overdue is reminded in the platform's louder way, where it has one;
 *     platforms count these against a quota
 */
public record CourierPolicy(
        int attempts,
        Duration firstRetry,
        Duration longestRetry,
        int perTargetMinute,
        int nodes,
        boolean urgentReminders) {}
