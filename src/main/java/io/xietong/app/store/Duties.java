package io.xietong.app.store;

import java.util.Set;

/**
 * What somebody answers for today.
 *
 * @param person      person id
 * @param standsInFor people they decide for while those are away; not themself
 * @param departments ids of those whose contact or acting head they are
 * @param headed      ids of those whose acting head they are
 * @param secretary   whether what waits for the secretariat is theirs too
 */
public record Duties(
        String person, Set<String> standsInFor, Set<String> departments, Set<String> headed, boolean secretary) {

    public Duties {
        standsInFor = Set.copyOf(standsInFor);
        departments = Set.copyOf(departments);
        headed = Set.copyOf(headed);
    }

    /** Of somebody who answers for nothing but what is asked of them. */
    public static Duties of(String person) {
        return new Duties(person, Set.of(), Set.of(), Set.of(), false);
    }
}
