package io.xietong.core.people;

import io.xietong.core.text.Language;
import java.time.ZoneId;
import java.util.List;

/** The content of {@code organisation.yml} as read, before {@link OrganisationCheck} has looked at it. */
public record OrganisationData(
        String name,
        ZoneId zone,
        Language language,
        List<Person> people,
        List<Department> departments,
        Committee committee,
        List<String> secretaries,
        List<String> admins) {

    public OrganisationData {
        people = List.copyOf(people);
        departments = List.copyOf(departments);
        secretaries = List.copyOf(secretaries);
        admins = List.copyOf(admins);
    }
}
