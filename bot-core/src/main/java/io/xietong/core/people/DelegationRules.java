package io.xietong.core.people;

import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which leave and delegations may be set: by whom, no circles, no chain that is too long (spec.md 4.11). */
public final class DelegationRules {

    private DelegationRules() {}

    /** Oneself, the own department's head and deputies, and the secretary. */
    public static boolean maySet(String speaker, String person, Organisation organisation) {
        if (speaker.equals(person) || organisation.rolesOf(speaker).contains(Role.SECRETARY)) return true;
        return organisation
                .departmentOf(person)
                .filter(own -> own.head().filter(speaker::equals).isPresent()
                        || own.deputies().contains(speaker))
                .isPresent();
    }

    /** Why it cannot be set; empty when it can. */
    public static Optional<Message> fault(
            Delegation wanted, List<Delegation> existing, LocalDate today, Organisation organisation) {
        if (!maySet(wanted.setBy(), wanted.person(), organisation)) {
            return Optional.of(Message.of("talk.delegate.rights", organisation.nameOf(wanted.person())));
        }
        if (wanted.lastDay().isBefore(today)) return Optional.of(Message.of("talk.delegate.past", wanted.lastDay()));
        if (wanted.delegate().filter(wanted.person()::equals).isPresent()) {
            return Optional.of(Message.of("talk.delegate.self"));
        }
        return wanted.delegate().flatMap(delegate -> chainFault(wanted, existing, organisation));
    }

    private static Optional<Message> chainFault(
            Delegation wanted, List<Delegation> existing, Organisation organisation) {
        List<String> after = chain(wanted.delegate().orElseThrow(), wanted, existing, true);
        List<String> before = chain(wanted.person(), wanted, existing, false);
        if (after.contains(wanted.person())) {
            List<Object> names = new ArrayList<>(List.of(organisation.nameOf(wanted.person())));
            after.forEach(person -> names.add(organisation.nameOf(person)));
            return Optional.of(Message.of("talk.delegate.circle", names));
        }
        int passed = before.size() + after.size() - 1;
        return passed > Availability.LONGEST_CHAIN
                ? Optional.of(Message.of("talk.delegate.chain", Availability.LONGEST_CHAIN, passed))
                : Optional.empty();
    }

    /**
     * The longest line of people a delegation leads to, or comes from, through others that overlap it in time; the first
     * included.
     */
    private static List<String> chain(String from, Delegation wanted, List<Delegation> existing, boolean forward) {
        return chain(from, wanted, existing, forward, List.of());
    }

    private static List<String> chain(
            String from, Delegation wanted, List<Delegation> existing, boolean forward, List<String> before) {
        List<String> line = new ArrayList<>(before);
        line.add(from);
        if (line.size() > Availability.LONGEST_CHAIN + 1 || forward && from.equals(wanted.person())) return line;
        return existing.stream()
                .filter(other -> !other.lastDay().isBefore(wanted.firstDay())
                        && !other.firstDay().isAfter(wanted.lastDay()))
                .filter(other -> forward
                        ? other.person().equals(from) && other.delegate().isPresent()
                        : other.delegate().filter(from::equals).isPresent())
                .map(other -> forward ? other.delegate().orElseThrow() : other.person())
                .filter(next -> !line.contains(next))
                .distinct()
                .map(next -> chain(next, wanted, existing, forward, line))
                .max(Comparator.comparing((List<String> longer) -> longer.contains(wanted.person()))
                        .thenComparingInt(List::size))
                .orElse(line);
    }
}
