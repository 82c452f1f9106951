package io.xietong.core.people;

import io.xietong.core.text.Language;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The company as {@code organisation.yml} describes it, with look-ups by id, account and name. Immutable, thread-safe.
 *
 * <p>Built only from data that {@link OrganisationCheck} found sound; look-ups by an unknown id answer empty.
 */
public final class Organisation {

    private final String name;
    private final ZoneId zone;
    private final Language language;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Department> former = new HashMap<>();
    private final List<Person> present;
    private final Map<String, Person> byAccount = new HashMap<>();
    private final Committee committee;
    private final List<String> secretaries;
    private final List<String> admins;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    public Organisation(OrganisationData data) {
        this.name = data.name();
        this.zone = data.zone();
        this.language = data.language();
        data.people().forEach(person -> people.put(person.id(), person));
        data.departments().forEach(department -> departments.put(department.id(), department));
        data.departments().forEach(heir -> heir.formerly().forEach(id -> former.put(id, heir)));
        present = data.people().stream().filter(person -> !person.left()).toList();
        present.forEach(person -> person.accounts()
                .forEach((platform, account) -> byAccount.putIfAbsent(platform + "/" + account, person)));
        this.committee = data.committee();
        this.secretaries = data.secretaries();
        this.admins = data.admins();
    }

    /**
     * What somebody works out of this organisation alone, made at the first call and kept as long as it.
     *
     * @param make without side effects, and without asking for the same again
     */
    public <T> T derived(Class<T> type, Function<Organisation, T> make) {
        return type.cast(derived.computeIfAbsent(type, key -> make.apply(this)));
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The language of group chats and of people who have not chosen one. */
    public Language language() {
        return language;
    }

    /** Those who are there. */
    public List<Person> people() {
        return present;
    }

    /** Those who have left and had a part in something. */
    public List<Person> leavers() {
        return people.values().stream().filter(Person::left).toList();
    }

    public List<Department> departments() {
        return List.copyOf(departments.values());
    }

    public Committee committee() {
        return committee;
    }

    public List<String> secretaries() {
        return secretaries;
    }

    public List<String> admins() {
        return admins;
    }

    /** Somebody who is there or has left. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The department with this id, or the one into which that department was merged. */
    public Optional<Department> department(String id) {
        return Optional.ofNullable(departments.get(id)).or(() -> Optional.ofNullable(former.get(id)));
    }

    /** Whether somebody is not there any more: marked so in the file, or not in it. */
    public boolean hasLeft(String person) {
        return person(person).filter(found -> !found.left()).isEmpty();
    }

    /** The department a person belongs to. */
    public Optional<Department> departmentOf(String person) {
        return person(person).flatMap(found -> department(found.department()));
    }

    public Optional<Person> byAccount(String platform, String account) {
        return Optional.ofNullable(byAccount.get(platform + "/" + account));
    }

    /** The name for texts; the id itself for somebody who has left the file. */
    public String nameOf(String person) {
        return person(person).map(Person::name).orElse(person);
    }

    /** The department's name for texts; the id itself when it is gone. */
    public String departmentName(String department) {
        return department(department).map(Department::name).orElse(department);
    }

    public Set<Role> rolesOf(String person) {
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        for (Department department : departments.values()) {
            if (department.contacts().contains(person)) roles.add(Role.CONTACT);
            if (department.deputies().contains(person)) roles.add(Role.DEPUTY);
            if (department.head().filter(person::equals).isPresent()) roles.add(Role.HEAD);
        }
        if (committee.members().contains(person)) roles.add(Role.MEMBER);
        if (person.equals(committee.viceChair())) roles.add(Role.VICE_CHAIR);
        if (person.equals(committee.chair())) roles.add(Role.CHAIR);
        if (secretaries.contains(person)) roles.add(Role.SECRETARY);
        if (admins.contains(person)) roles.add(Role.ADMIN);
        return roles;
    }
}
