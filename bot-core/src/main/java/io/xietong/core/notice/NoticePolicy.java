package io.xietong.core.notice;

/**
 * The numbers of notices.
 *
 * @param readDays      working days within which what must be read is to be confirmed
 * @param remindDays    working days before that, on which who has not confirmed is reminded; 0 for not at all
 * @param overdueRounds working days in a row on which they are reminded afterwards
 * @param headsToAll    whether heads may address the whole company and other departments
 */
public record NoticePolicy(int readDays, int remindDays, int overdueRounds, boolean headsToAll) {}
