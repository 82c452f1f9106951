package io.xietong.core.people;

import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks an organisation over before it is used; each finding is a sentence that says what to do. */
public final class OrganisationCheck {

    /** @param error it cannot be used so; otherwise it works, but somebody should look at it */
    public record Problem(boolean error, Message what) {}

    private final OrganisationData data;
    private final Set<String> people = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private OrganisationCheck(OrganisationData data) {
        this.data = data;
        data.people().forEach(person -> people.add(person.id()));
        data.people().stream().filter(Person::left).map(Person::id).forEach(left::add);
    }

    public static List<Problem> check(OrganisationData data) {
        OrganisationCheck check = new OrganisationCheck(data);
        check.people();
        check.departments();
        check.deputyCircles();
        check.offices();
        return List.copyOf(check.problems);
    }

    private void error(String key, Object... args) {
        problems.add(new Problem(true, Message.of("organisation." + key, args)));
    }

    private void warning(String key, Object... args) {
        problems.add(new Problem(false, Message.of("organisation." + key, args)));
    }

    private void people() {
        Set<String> departments = new HashSet<>();
        data.departments().forEach(department -> departments.add(department.id()));
        Set<String> seen = new HashSet<>();
        Map<String, String> accounts = new HashMap<>();
        for (Person person : data.people()) {
            if (person.id().isBlank() || person.id().contains(" ")) error("bad-id", person.id(), person.name());
            if (person.name().isBlank()) error("no-name", person.id());
            if (!seen.add(person.id())) error("duplicate-person", person.id());
            if (person.department().isBlank()) error("no-department", person.name(), person.id());
            else if (!departments.contains(person.department())) {
                error("unknown-department", person.name(), person.department());
            }
            person.accounts().forEach((platform, account) -> {
                String other = accounts.put(platform + "/" + account, person.id());
                if (other != null && !other.equals(person.id()))
                    error("shared-account", platform, account, other, person.id());
            });
        }
    }

    private void departments() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Department department : data.departments()) {
            if (department.id().isBlank() || department.id().contains(" "))
                error("bad-department-id", department.id(), department.name());
            if (department.name().isBlank()) error("no-department-name", department.id());
            for (String id : department.ids()) if (!ids.add(id)) error("duplicate-department", id);
            if (!names.add(department.name())) error("duplicate-department-name", department.name());
            if (department.head().isEmpty()) warning("no-head", department.name());
            if (department.contacts().isEmpty()) warning("no-contact", department.name());
            department.head().ifPresent(head -> known(head, department.name(), "head"));
            department.deputies().forEach(deputy -> known(deputy, department.name(), "deputies"));
            department.contacts().forEach(contact -> known(contact, department.name(), "contacts"));
            if (department.head().filter(department.deputies()::contains).isPresent()) {
                error("own-deputy", department.name(), department.head().get());
            }
        }
    }

    private void known(String person, String where, String key) {
        if (!people.contains(person)) error("unknown-person", where, key, person);
        if (left.contains(person)) warning("has-left", where, key, person);
    }

    /** Heads whose only deputies are each other's heads would wait for each other when both are away. */
    private void deputyCircles() {
        Map<String, String> standsIn = new LinkedHashMap<>();
        for (Department department : data.departments()) {
            if (department.head().isPresent() && department.deputies().size() == 1) {
                standsIn.put(department.head().get(), department.deputies().get(0));
            }
        }
        Set<Set<String>> told = new HashSet<>();
        for (String start : standsIn.keySet()) {
            Set<String> path = new LinkedHashSet<>();
            Optional<String> current = Optional.of(start);
            while (current.isPresent() && path.add(current.get()))
                current = Optional.ofNullable(standsIn.get(current.get()));
            boolean circle = current.isPresent() && current.get().equals(start) && path.size() > 1;
            if (circle && told.add(path)) error("deputy-circle", new ArrayList<Object>(path));
        }
    }

    private void offices() {
        known(data.committee().chair(), "committee", "chair");
        known(data.committee().viceChair(), "committee", "vice-chair");
        data.committee().members().forEach(member -> known(member, "committee", "members"));
        if (data.committee().chair().equals(data.committee().viceChair()))
            error("chair-is-vice", data.committee().chair());
        if (data.secretaries().isEmpty()) error("no-secretary");
        data.secretaries().forEach(secretary -> known(secretary, "secretariat", "secretaries"));
        if (data.admins().isEmpty()) error("no-admin");
        data.admins().forEach(admin -> known(admin, "it", "admins"));
    }
}
