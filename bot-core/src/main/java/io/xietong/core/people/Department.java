package io.xietong.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A department with its seats (spec.md section 1; plan duty 38: a fixed contact per department).
 *
 * @param head     person id; empty while the seat is vacant
 * @param deputies person ids in the order in which they stand in for the head
 * @param contacts person ids, first contact first
 * @param formerly ids of departments that were merged into this one, which answers for what was theirs
 */
public record Department(
        String id,
        String name,
        Optional<String> head,
        List<String> deputies,
        List<String> contacts,
        List<String> formerly) {

    public Department {
        deputies = List.copyOf(deputies);
        contacts = List.copyOf(contacts);
        formerly = List.copyOf(formerly);
    }

    /** One into which none was merged. */
    public Department(String id, String name, Optional<String> head, List<String> deputies, List<String> contacts) {
        this(id, name, head, deputies, contacts, List.of());
    }

    /** Its own id and those of the departments merged into it. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(formerly);
        ids.add(0, id);
        return ids;
    }

    /** Whether the person has one of the department's seats and so may speak for it. */
    public boolean seats(String person) {
        return head.filter(person::equals).isPresent() || deputies.contains(person) || contacts.contains(person);
    }
}
