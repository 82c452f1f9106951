package io.xietong.core.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For whom something is.
 *
 * @param company     everybody; then the rest does not matter
 * @param departments ids, each with all its people
 * @param people      ids
 */
public record Audience(boolean company, List<String> departments, List<String> people) {

    public static final Audience COMPANY = new Audience(true, List.of(), List.of());

    public Audience {
        departments = List.copyOf(departments);
        people = List.copyOf(people);
    }

    public boolean isEmpty() {
        return !company && departments.isEmpty() && people.isEmpty();
    }

    /** Whether somebody is among them, as the company is now. */
    public boolean holds(String person, Organisation organisation) {
        boolean member = organisation
                .person(person)
                .filter(found -> departments.contains(found.department()))
                .isPresent();
        return company || member || people.contains(person);
    }

    /** The ids of all of them, as the company is now, in the order of the organisation's file. */
    public Set<String> members(Organisation organisation) {
        Set<String> members = new LinkedHashSet<>();
        for (Person person : organisation.people()) if (holds(person.id(), organisation)) members.add(person.id());
        return members;
    }
}
