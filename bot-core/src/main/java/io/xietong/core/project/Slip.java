package io.xietong.core.project;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 延期: a milestone was put off.
 *
 * @param ordinal    of the milestone
 * @param department whose delay it is; it stands in that department's account
 * @param by         person id of who reported it
 */
public record Slip(
        int ordinal, LocalDate from, LocalDate to, String department, String reason, String by, Instant at) {}
