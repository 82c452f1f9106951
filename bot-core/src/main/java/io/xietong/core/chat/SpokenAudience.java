package io.xietong.core.chat;

import io.xietong.core.people.Audience;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads for whom something is: 「全公司」「设计部、李雷」. */
public final class SpokenAudience {

    private static final Pattern EVERYBODY =
            Pattern.compile("(?i)全公司|公司|全体|全员|所有人|大家|the whole company|everybody|everyone|company|all");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；:：]+");

    private SpokenAudience() {}

    /**
     * What was read.
     *
     * @param unknown the sentence about a name that nobody has; then the audience does not count
     */
    public record Read(Audience audience, Optional<Message> unknown) {}

    public static boolean isEverybody(String word) {
        return EVERYBODY.matcher(word.strip()).matches();
    }

    public static Read read(String typed, Organisation organisation) {
        if (isEverybody(typed)) return new Read(Audience.COMPANY, Optional.empty());
        Named named = Named.in(organisation);
        List<String> departments = new ArrayList<>();
        List<String> people = new ArrayList<>();
        boolean company = false;
        for (String word : BETWEEN.split(typed.strip())) {
            Optional<Department> department = named.exactDepartment(word);
            List<Person> same = named.people(word);
            if (isEverybody(word)) company = true;
            else if (department.isPresent()) departments.add(department.get().id());
            else if (!same.isEmpty()) same.forEach(person -> people.add(person.id()));
            else return new Read(Audience.COMPANY, Optional.of(unknown(word, organisation)));
        }
        return new Read(company ? Audience.COMPANY : new Audience(false, departments, people), Optional.empty());
    }

    private static Message unknown(String word, Organisation organisation) {
        List<Object> names = organisation.departments().stream()
                .<Object>map(Department::name)
                .toList();
        return Message.of("phrase.audience.unknown", word, names);
    }
}
