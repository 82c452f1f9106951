package io.xietong.core.item;

/** Who owes the next step on an item; it stands in their 待办. */
public sealed interface Waiting {

    /** Somebody in person. @param person id */
    record OnPerson(String person) implements Waiting {}

    /** Whoever answers for a department today: contacts and acting head. @param department id */
    record OnDepartment(String department) implements Waiting {}

    /** Whoever acts as a department's head today. @param department id */
    record OnHead(String department) implements Waiting {}

    /** Any of the secretaries. */
    record OnSecretariat() implements Waiting {}
}
