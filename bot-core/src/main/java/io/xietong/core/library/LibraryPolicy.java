package io.xietong.core.library;

/**
 * The numbers of the library.
 *
 * @param reviewMonths  after so many months a document is looked at again, unless its owner names a day
 * @param remindDays    working days before that day, on which the owner is reminded; 0 for not at all
 * @param overdueRounds working days in a row on which the owner is reminded afterwards
 * @param uploads       which files it takes
 */
public record LibraryPolicy(int reviewMonths, int remindDays, int overdueRounds, UploadRules uploads) {}
