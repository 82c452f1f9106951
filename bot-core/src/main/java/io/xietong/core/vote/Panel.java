package io.xietong.core.vote;

import io.xietong.core.people.Committee;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The coordination committee over one matter: whose seats vote, who presides, and who votes for whom (plan duty 9; spec.md 4.2).
 *
 * @param parties person ids of those whose own matter it is: they neither vote nor preside, nor stand in for somebody who does
 */
public record Panel(Organisation organisation, Routing routing, Set<String> parties) {

    /** An act for a seat: which one, and in whose name when that is another. */
    public record Capacity(String seat, Optional<String> inNameOf) {}

    public Panel {
        parties = Set.copyOf(parties);
    }

    /** The committee's seats in their order, the chair first. */
    private List<String> seats() {
        Committee committee = organisation.committee();
        List<String> seats = new ArrayList<>(List.of(committee.chair()));
        committee.members().stream().filter(member -> !seats.contains(member)).forEach(seats::add);
        return seats;
    }

    /** Seats of the parties. */
    public Set<String> recused() {
        Set<String> recused = new HashSet<>(parties);
        recused.retainAll(seats());
        return recused;
    }

    /** Seats whose holder is away today with nobody to decide for them. */
    private Set<String> absent() {
        Set<String> absent = new HashSet<>();
        for (String seat : seats()) if (routing.actingFor(seat, recused()).isEmpty()) absent.add(seat);
        return absent;
    }

    /** The chair; the vice-chair when the chair is a party, recused or away; else the first seat that is left and there. */
    private String presiding(Set<String> recused) {
        Committee committee = organisation.committee();
        Set<String> order = new LinkedHashSet<>(List.of(committee.chair(), committee.viceChair()));
        order.addAll(seats());
        order.removeIf(person -> isOut(person, recused));
        return order.stream()
                .filter(this::isThere)
                .findFirst()
                .or(() -> order.stream().findFirst())
                .orElse(committee.chair());
    }

    private boolean isThere(String person) {
        return routing.actingFor(person, parties).isPresent();
    }

    private boolean isOut(String person, Set<String> recused) {
        return recused.contains(person) || parties.contains(person);
    }

    /** A vote of the committee: the parties and those who are absent are recused, and its chair presides. */
    public Ballot open(Rule rule, List<String> choices, int quorum) {
        String presiding = presiding(recused());
        List<String> voters = new ArrayList<>(seats());
        if (!voters.contains(presiding)) voters.add(0, presiding);
        Set<String> left = recused();
        left.addAll(absent());
        return Ballot.open(rule, choices, voters, left, presiding, quorum);
    }

    /** The vote without a member who declares a recusal; when they presided, somebody else does from now on. */
    public Ballot without(Ballot ballot, String member) {
        Ballot without = ballot.without(member);
        String presiding = ballot.chair().equals(member) ? presiding(without.recused()) : ballot.chair();
        return new Ballot(
                without.rule(),
                without.choices(),
                without.voters(),
                without.recused(),
                presiding,
                without.quorum(),
                without.votes());
    }

    /** Whether somebody is left who can preside. */
    public boolean isHeaded(Ballot ballot) {
        return !isOut(ballot.chair(), ballot.recused());
    }

    /** For which seat a person votes: their own, else one they stand in for; never as a party. */
    public Optional<Capacity> voting(Ballot ballot, String person) {
        List<String> eligible = ballot.eligible();
        if (eligible.contains(person)) return Optional.of(new Capacity(person, Optional.empty()));
        if (parties.contains(person)) return Optional.empty();
        return eligible.stream()
                .filter(seat -> routing.presiding(person, seat, parties).isPresent())
                .findFirst()
                .map(seat -> new Capacity(seat, Optional.of(seat)));
    }

    /** Whether a person presides over the vote, or stands in for who does. */
    public Optional<Capacity> presides(Ballot ballot, String person) {
        return routing.presiding(person, ballot.chair(), parties)
                .map(standing -> new Capacity(ballot.chair(), standing.inNameOf()));
    }
}
