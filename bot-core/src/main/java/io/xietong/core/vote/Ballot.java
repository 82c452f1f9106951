package io.xietong.core.vote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vote from its opening to its outcome.
 *
 * <p>Voters who are recused count neither for the quorum nor for a majority. The outcome is a function of the votes alone, and
 * it is known as soon as it is certain. Immutable.
 *
 * @param choices  what can be voted for, besides abstaining
 * @param voters   ids of the seats that vote, in the order in which they are listed
 * @param recused  voters who may not vote, or have declared that they will not
 * @param chair    whose vote counts at a tie; need not be a voter
 * @param quorum   percent of the voters left that must have voted, abstentions included; 0 for none
 */
public record Ballot(
        Rule rule,
        List<String> choices,
        List<String> voters,
        Set<String> recused,
        String chair,
        int quorum,
        List<Vote> votes) {

    public static final String ABSTAIN = "abstain";

    public Ballot {
        choices = List.copyOf(choices);
        voters = List.copyOf(voters);
        recused = Set.copyOf(recused);
        votes = List.copyOf(votes);
    }

    public static Ballot open(
            Rule rule, List<String> choices, List<String> voters, Set<String> recused, String chair, int quorum) {
        return new Ballot(rule, choices, voters, recused, chair, quorum, List.of());
    }

    /** The voters who are not recused. */
    public List<String> eligible() {
        return voters.stream().filter(voter -> !recused.contains(voter)).toList();
    }

    public Optional<Vote> of(String voter) {
        return votes.stream().filter(vote -> vote.voter().equals(voter)).findFirst();
    }

    /** With one more vote, or another one in the place of the voter's earlier one. */
    public Ballot with(Vote vote) {
        boolean known = vote.choice().equals(ABSTAIN) || choices.contains(vote.choice());
        if (!known) throw new IllegalArgumentException("nobody can vote for " + vote.choice());
        List<Vote> next = new ArrayList<>(votes);
        next.removeIf(other -> other.voter().equals(vote.voter()));
        next.add(vote);
        return new Ballot(rule, choices, voters, recused, chair, quorum, next);
    }

    /** Without a voter, whose vote falls away if it was cast. */
    public Ballot without(String voter) {
        Set<String> more = new LinkedHashSet<>(recused);
        more.add(voter);
        return new Ballot(
                rule,
                choices,
                voters,
                more,
                chair,
                quorum,
                votes.stream().filter(vote -> !vote.voter().equals(voter)).toList());
    }

    /** The votes for each choice, abstentions included, those without a vote at 0. */
    public Map<String, Integer> tally() {
        Map<String, Integer> tally = new LinkedHashMap<>();
        choices.forEach(choice -> tally.put(choice, 0));
        tally.put(ABSTAIN, 0);
        counted().forEach(vote -> tally.merge(vote.choice(), 1, Integer::sum));
        return tally;
    }

    private List<Vote> counted() {
        List<String> eligible = eligible();
        return votes.stream().filter(vote -> eligible.contains(vote.voter())).toList();
    }

    private List<String> missing() {
        return eligible().stream().filter(voter -> of(voter).isEmpty()).toList();
    }

    private int quorumVotes() {
        return (eligible().size() * quorum + 99) / 100;
    }

    public Outcome outcome() {
        return switch (rule) {
            case CHAIR_DECIDES ->
                of(chair)
                        .filter(vote -> !vote.choice().equals(ABSTAIN))
                        .<Outcome>map(vote -> new Outcome.Decided(vote.choice(), true))
                        .orElseGet(() -> new Outcome.Open(List.of(chair)));
            case SIMPLE_MAJORITY -> decided(1, 2, true);
            case TWO_THIRDS -> decided(2, 3, false);
            case UNANIMOUS -> unanimous();
        };
    }

    /** @param share of the votes for some choice that a choice must reach: more than it when strict, at least it otherwise */
    private Outcome decided(int share, int of, boolean strict) {
        if (eligible().isEmpty()) return new Outcome.NoQuorum(1, 0);
        int missing = missing().size();
        if (counted().size() < quorumVotes()) return new Outcome.Open(missing());
        Map<String, Integer> tally = tally();
        int forSome = tally.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(ABSTAIN))
                .mapToInt(Map.Entry::getValue)
                .sum();
        for (String choice : choices) {
            int votes = tally.get(choice);
            int worst = (forSome + missing) * share;
            boolean certain = strict ? votes * of > worst : votes * of >= worst;
            if (votes > 0 && certain) return new Outcome.Decided(choice, false);
        }
        if (missing > 0) return new Outcome.Open(missing());
        return of(chair)
                .filter(vote -> strict && tied(tally, vote.choice()))
                .<Outcome>map(vote -> new Outcome.Decided(vote.choice(), true))
                .orElseGet(Outcome.UpToTheChair::new);
    }

    private boolean tied(Map<String, Integer> tally, String choice) {
        int most = choices.stream().mapToInt(tally::get).max().orElse(0);
        return tally.getOrDefault(choice, -1) == most && !choice.equals(ABSTAIN);
    }

    private Outcome unanimous() {
        String forIt = choices.get(0);
        Optional<Vote> against = counted().stream()
                .filter(vote -> !vote.choice().equals(forIt) && !vote.choice().equals(ABSTAIN))
                .findFirst();
        if (against.isPresent()) return new Outcome.Decided(against.get().choice(), false);
        return missing().isEmpty() && !eligible().isEmpty()
                ? new Outcome.Decided(forIt, false)
                : new Outcome.Open(missing());
    }
}
