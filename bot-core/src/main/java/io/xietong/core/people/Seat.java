package io.xietong.core.people;

/** The seats of a department in the order in which they are asked to answer (spec.md 4.1). */
public enum Seat {
    CONTACT,
    SECOND_CONTACT,
    DEPUTY,
    HEAD,
    SECRETARY
}
