package io.xietong.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who answers for a department: its contact, else second contact, deputy, head, secretary (spec.md 4.1, plan duty 14).
 * Nothing waits for somebody who is away. Immutable.
 */
public final class Routing {

    private final Organisation organisation;
    private final Availability availability;

    public Routing(Organisation organisation, Availability availability) {
        this.organisation = organisation;
        this.availability = availability;
    }

    /** Who is asked first. Empty only when the company has no secretary to be found either. */
    public Optional<Assignment> assign(String department, Set<String> excluded) {
        return holders(department).stream()
                .flatMap(seat -> stands(seat, excluded).stream())
                .findFirst();
    }

    /** Who acts as head today: the head, the head's delegate, else the first deputy who is there (in the head's name). */
    public Optional<Assignment> actingHead(String department, Set<String> excluded) {
        Optional<Department> found = organisation.department(department);
        Optional<String> head = found.flatMap(Department::head);
        Optional<Assignment> own = head.flatMap(h -> stands(new Holder(h, Seat.HEAD), excluded));
        if (own.isPresent()) return own;
        return found.map(Department::deputies).orElse(List.of()).stream()
                .flatMap(deputy -> availability.actingFor(deputy, excluded).stream())
                .findFirst()
                .map(person -> new Assignment(person, head, Seat.DEPUTY));
    }

    /**
     * In whose name a person may speak for a department: their own (empty) when they hold one of its seats, the holder's when
     * they stand in for one. No answer when they may not speak for it at all.
     */
    public Optional<Standing> standing(String person, String department) {
        Optional<Department> found = organisation.department(department);
        if (found.isEmpty()) return Optional.empty();
        if (found.get().seats(person)) {
            Optional<String> absentHead = found.get()
                    .head()
                    .filter(head -> found.get().deputies().contains(person))
                    .filter(availability::isAway);
            return Optional.of(new Standing(absentHead));
        }
        return holders(department).stream()
                .filter(holder -> availability
                        .actingFor(holder.person(), Set.of())
                        .filter(person::equals)
                        .isPresent())
                .findFirst()
                .map(holder -> new Standing(Optional.of(holder.person()).filter(p -> !p.equals(person))));
    }

    /** How one person may speak for another: themself, or in the other's name while standing in for them. */
    public Optional<Standing> standingFor(String person, String other) {
        if (person.equals(other)) return Optional.of(new Standing(Optional.empty()));
        return availability
                .actingFor(other, Set.of())
                .filter(person::equals)
                .map(acting -> new Standing(Optional.of(other)));
    }

    /** Who decides for somebody today: themself, or the end of the chain of delegates. */
    public Optional<String> actingFor(String person) {
        return availability.actingFor(person, Set.of());
    }

    /** How a person speaks: in their own name, or for another. */
    public record Standing(Optional<String> inNameOf) {}

    private Optional<Assignment> stands(Holder holder, Set<String> excluded) {
        return availability
                .actingFor(holder.person(), excluded)
                .map(person -> new Assignment(
                        person, Optional.of(holder.person()).filter(p -> !p.equals(person)), holder.seat()));
    }

    private List<Holder> holders(String department) {
        List<Holder> holders = new ArrayList<>();
        organisation.department(department).ifPresent(d -> {
            for (int i = 0; i < d.contacts().size(); i++) {
                holders.add(new Holder(d.contacts().get(i), i == 0 ? Seat.CONTACT : Seat.SECOND_CONTACT));
            }
            d.deputies().forEach(deputy -> holders.add(new Holder(deputy, Seat.DEPUTY)));
            d.head().ifPresent(head -> holders.add(new Holder(head, Seat.HEAD)));
        });
        organisation.secretaries().forEach(secretary -> holders.add(new Holder(secretary, Seat.SECRETARY)));
        return holders;
    }

    private record Holder(String person, Seat seat) {}
}
