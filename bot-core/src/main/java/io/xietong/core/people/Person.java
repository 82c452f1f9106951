package io.xietong.core.people;

import java.util.Map;

/**
 * Somebody of the company. One person on several platforms is one {@code Person} with several accounts.
 *
 * @param id         short and stable, as in {@code organisation.yml}
 * @param department id of the department the person belongs to
 * @param accounts   platform name → account id there; the sandbox account is the id itself
 * @param left       whether they have left: kept for the name and the department of what they had a part in
 */
public record Person(String id, String name, String department, Map<String, String> accounts, boolean left) {

    public Person {
        accounts = Map.copyOf(accounts);
    }

    /** Somebody who is there. */
    public Person(String id, String name, String department, Map<String, String> accounts) {
        this(id, name, department, accounts, false);
    }
}
