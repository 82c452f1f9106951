package io.xietong.core.calendar;

/** How far a year's statutory days can be relied on. */
public enum YearState {
    /** Published and known. */
    CONFIRMED,
    /** Not published yet; estimated from the law. */
    PROVISIONAL,
    /** Nothing known: the weekly pattern alone. */
    MISSING
}
