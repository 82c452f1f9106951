package io.xietong.core.people;

import io.xietong.core.people.DirectorySource.Listing;
import io.xietong.core.people.DirectorySource.Member;
import io.xietong.core.people.DirectorySource.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what a platform says about people with the organisation: people by account, and by name where there is exactly one of
 * that name on both sides; departments by name. A team below a department of the organisation counts as that department. What
 * the platform does not know, such as contacts, deputies and committee, is left alone.
 */
public final class DirectoryComparison {

    private static final int DEEPEST = 30;

    private final Organisation organisation;
    private final String platform;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Department> departments;
    private final List<DirectoryChange> changes = new ArrayList<>();

    private DirectoryComparison(Organisation organisation, String platform, Listing listing) {
        this.organisation = organisation;
        this.platform = platform;
        listing.departments().forEach(unit -> units.put(unit.id(), unit));
        listing.members().stream().filter(Member::active).forEach(member -> members.put(member.account(), member));
        this.departments = organisation.departments().stream()
                .collect(Collectors.toMap(Department::name, department -> department, (first, second) -> first));
    }

    /** The differences: first people, then heads. Empty when the organisation is as the platform says. */
    public static List<DirectoryChange> compare(Organisation organisation, String platform, Listing listing) {
        DirectoryComparison comparison = new DirectoryComparison(organisation, platform, listing);
        comparison.known();
        comparison.strangers(listing.members());
        comparison.heads(listing.departments());
        return List.copyOf(comparison.changes);
    }

    private void known() {
        for (Person person : organisation.people()) {
            String account = person.accounts().get(platform);
            if (account == null) continue;
            Member member = members.get(account);
            if (member == null) changes.add(new DirectoryChange.Left(person, account));
            else compare(person, member);
        }
    }

    private void compare(Person person, Member member) {
        if (!member.name().isBlank() && !member.name().equals(person.name()))
            changes.add(new DirectoryChange.Renamed(person, member.name()));
        Set<String> all = member.departments().stream()
                .flatMap(unit -> department(unit).stream())
                .map(Department::id)
                .collect(Collectors.toSet());
        if (all.isEmpty() || all.contains(person.department())) return;
        main(member)
                .ifPresent(to -> changes.add(
                        new DirectoryChange.Moved(person, organisation.departmentName(person.department()), to)));
    }

    private void strangers(List<Member> inOrder) {
        Set<String> seen = new HashSet<>();
        for (Member member : inOrder) {
            boolean stranger =
                    organisation.byAccount(platform, member.account()).isEmpty();
            if (!member.active() || !stranger || !seen.add(member.account())) continue;
            Optional<Person> same = sameName(member);
            Optional<Department> department = main(member);
            if (same.isPresent()) changes.add(new DirectoryChange.Linked(same.get(), member.account()));
            else if (department.isPresent())
                changes.add(new DirectoryChange.Joined(member.account(), member.name(), department.get()));
            else changes.add(new DirectoryChange.Unplaced(member.account(), member.name(), unitName(member)));
        }
    }

    /** The one person of that name who has no account here, if there is one member of that name as well. */
    private Optional<Person> sameName(Member member) {
        List<Person> people = organisation.people().stream()
                .filter(person -> person.name().equals(member.name()))
                .toList();
        long namesakes = members.values().stream()
                .filter(other -> other.name().equals(member.name()))
                .count();
        boolean clear = people.size() == 1
                && namesakes == 1
                && !people.get(0).accounts().containsKey(platform);
        return clear ? Optional.of(people.get(0)) : Optional.empty();
    }

    private void heads(List<Unit> inOrder) {
        for (Unit unit : inOrder) {
            Department department = departments.get(unit.name());
            List<Person> heads = unit.heads().stream()
                    .filter(members::containsKey)
                    .flatMap(account -> organisation.byAccount(platform, account).stream())
                    .toList();
            if (department == null || heads.isEmpty()) continue;
            boolean still = heads.stream()
                    .anyMatch(
                            head -> department.head().filter(head.id()::equals).isPresent());
            String before = department.head().map(organisation::nameOf).orElse("");
            if (!still) changes.add(new DirectoryChange.NewHead(department, before, heads.get(0)));
        }
    }

    private Optional<Department> main(Member member) {
        return member.departments().stream()
                .flatMap(unit -> department(unit).stream())
                .findFirst();
    }

    /** The department that a unit is, or is part of. */
    private Optional<Department> department(String unit) {
        Unit current = units.get(unit);
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            Department found = departments.get(current.name());
            if (found != null) return Optional.of(found);
            current = units.get(current.parent());
        }
        return Optional.empty();
    }

    private String unitName(Member member) {
        return member.departments().stream()
                .flatMap(id -> Optional.ofNullable(units.get(id)).stream())
                .map(Unit::name)
                .findFirst()
                .orElse("-");
    }
}
