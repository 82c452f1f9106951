package io.xietong.core.people;

import java.util.List;
import java.util.Optional;

/**
 * A department with its seats (spec.md section 1; plan duty 38: a fixed contact per department).
 *
 * @param head     person id; empty while the seat is vacant
 * @param deputies person ids in the order in which they stand in for the head
 * @param contacts person ids, first contact first
 */
public record Department(String id, String name, Optional<String> head, List<String> deputies, List<String> contacts) {

    public Department {
        deputies = List.copyOf(deputies);
        contacts = List.copyOf(contacts);
    }

    /** Whether the person has one of the department's seats and so may speak for it. */
    public boolean seats(String person) {
        return head.filter(person::equals).isPresent() || deputies.contains(person) || contacts.contains(person);
    }
}
