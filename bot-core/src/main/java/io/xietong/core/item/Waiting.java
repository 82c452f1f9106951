package io.xietong.core.item;

import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import java.util.Set;

/** Who owes the next step on an item; it stands in their 待办. */
public sealed interface Waiting {

    /** Whether somebody is among those who may take the step today, in person or standing in for somebody. */
    boolean isOn(String person, Organisation organisation, Routing routing);

    /** Somebody in person. @param person id */
    record OnPerson(String person) implements Waiting {

        @Override
        public boolean isOn(String other, Organisation organisation, Routing routing) {
            return other.equals(person)
                    || routing.standIn(person, Set.of()).filter(other::equals).isPresent();
        }
    }

    /** Whoever answers for a department today: contacts and acting head. @param department id */
    record OnDepartment(String department) implements Waiting {

        @Override
        public boolean isOn(String person, Organisation organisation, Routing routing) {
            return routing.standing(person, department, Set.of()).isPresent();
        }
    }

    /** Whoever acts as a department's head today. @param department id */
    record OnHead(String department) implements Waiting {

        @Override
        public boolean isOn(String person, Organisation organisation, Routing routing) {
            return routing.actingHead(department, Set.of())
                    .filter(head -> head.person().equals(person))
                    .isPresent();
        }
    }

    /** Any of the secretaries. */
    record OnSecretariat() implements Waiting {

        @Override
        public boolean isOn(String person, Organisation organisation, Routing routing) {
            return organisation.secretaries().contains(person);
        }
    }
}
