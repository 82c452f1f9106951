package io.xietong.core.action;

/**
 * The numbers of action items, from {@code policy.yml}.
 *
 * @param remindDays    working days before the due day on which the owner is reminded; 0 for not at all
 * @param overdueRounds working days in a row an overdue one is brought up with owner and head
 */
public record ActionPolicy(int remindDays, int overdueRounds) {}
