package io.xietong.core.people;

/** What a person may be in the company; one person can hold several roles. */
public enum Role {
    EMPLOYEE,
    CONTACT,
    DEPUTY,
    HEAD,
    MEMBER,
    VICE_CHAIR,
    CHAIR,
    SECRETARY,
    ADMIN
}
