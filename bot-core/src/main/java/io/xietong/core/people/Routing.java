package io.xietong.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds who answers for a department: its contact, else second contact, deputy, head, secretary (spec.md 4.1, plan duty 14).
 * Nothing waits for somebody who is away. Immutable.
 */
public final class Routing {

    private final Organisation organisation;
    private final Availability availability;

    public Routing(Organisation organisation, Availability availability) {
        this.organisation = organisation;
        this.availability = availability.without(organisation::hasLeft);
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
        return actingDeputy(department, excluded).map(person -> new Assignment(person, head, Seat.DEPUTY));
    }

    /** The first deputy of a department who is there, or who stands in for one. */
    public Optional<String> actingDeputy(String department, Set<String> excluded) {
        return organisation.department(department).map(Department::deputies).orElse(List.of()).stream()
                .flatMap(deputy -> availability.actingFor(deputy, excluded).stream())
                .findFirst();
    }

    /**
     * In whose name a person may speak for a department: their own (empty) when they hold one of its seats, the holder's when
     * they stand in for one. No answer when they may not speak for it at all. The secretary may only while nobody else is there.
     *
     * @param excluded people who may not because they are a party
     */
    public Optional<Standing> standing(String person, String department, Set<String> excluded) {
        Optional<Department> found = organisation.department(department);
        if (found.isEmpty() || excluded.contains(person)) return Optional.empty();
        if (found.get().seats(person)) {
            return Optional.of(new Standing(actingHead(department, excluded)
                    .filter(acting -> acting.person().equals(person))
                    .flatMap(Assignment::inNameOf)));
        }
        boolean nobodyThere = assign(department, excluded)
                .filter(first -> first.seat() != Seat.SECRETARY)
                .isEmpty();
        return holders(department).stream()
                .filter(holder -> nobodyThere || holder.seat() != Seat.SECRETARY)
                .filter(holder -> availability
                        .actingFor(holder.person(), excluded)
                        .filter(person::equals)
                        .isPresent())
                .findFirst()
                .map(holder -> new Standing(Optional.of(holder.person()).filter(p -> !p.equals(person))));
    }

    /** How one person may speak for another: themself, or in the other's name while standing in for them. */
    public Optional<Standing> standingFor(String person, String other, Set<String> excluded) {
        if (person.equals(other)) return Optional.of(new Standing(Optional.empty()));
        return standIn(other, excluded).filter(person::equals).map(acting -> new Standing(Optional.of(other)));
    }

    /**
     * How one person may act for who presides over the committee: themself, as their delegate, or as the vice-chair for a chair who is
     * away. A department's deputy decides for it, never for the committee.
     */
    public Optional<Standing> presiding(String person, String presiding, Set<String> excluded) {
        Committee committee = organisation.committee();
        boolean officer = presiding.equals(committee.chair()) || presiding.equals(committee.viceChair());
        if (!officer || person.equals(presiding)) return standingFor(person, presiding, excluded);
        Optional<String> delegate = actingFor(presiding, excluded);
        Optional<String> acting = presiding.equals(committee.chair())
                ? delegate.or(() -> actingFor(committee.viceChair(), excluded))
                : delegate;
        return acting.filter(person::equals).map(found -> new Standing(Optional.of(presiding)));
    }

    /** Who is told what somebody should know: themself or their delegate; for who has left a colleague, else a secretary. */
    public Optional<String> reader(String person) {
        Optional<String> acting = actingFor(person, Set.of());
        if (acting.isPresent()) return acting;
        if (!organisation.hasLeft(person)) return Optional.of(person);
        return standIn(person, Set.of())
                .or(() -> organisation.secretaries().stream().findFirst());
    }

    /** Who decides for somebody today: themself, or the end of the chain of delegates, but no excluded person. */
    public Optional<String> actingFor(String person, Set<String> excluded) {
        return availability.actingFor(person, excluded);
    }

    /**
     * Who decides for somebody today when plain leave or a broken chain names nobody either: a deputy of their department, else
     * its head, else a contact. Empty when none of them is there.
     */
    public Optional<String> standIn(String person, Set<String> excluded) {
        return actingFor(person, excluded)
                .or(() -> organisation.departmentOf(person).stream()
                        .flatMap(own -> Stream.of(
                                        own.deputies(), own.head().stream().toList(), own.contacts())
                                .flatMap(List::stream))
                        .filter(colleague -> !availability.isAway(colleague) && !excluded.contains(colleague))
                        .findFirst());
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
