package io.xietong.core.people;

import java.util.Map;

/**
 * Somebody of the company. One person on several platforms is one {@code Person} with several accounts.
 *
 * @param id         short and stable, as in {@code organisation.yml}
 * @param department id of the department the person belongs to
 * @param accounts   platform name → account id there; the sandbox account is the id itself
 */
public record Person(String id, String name, String department, Map<String, String> accounts) {

    public Person {
        accounts = Map.copyOf(accounts);
    }
}
