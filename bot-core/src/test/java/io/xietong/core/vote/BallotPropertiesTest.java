package io.xietong.core.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BallotPropertiesTest {

    @Property
    void what_was_decided_without_the_chair_stays_whatever_the_others_vote(
            @ForAll("rules") Rule rule, @ForAll("choices") List<String> choices) {
        List<String> voters =
                IntStream.range(0, choices.size()).mapToObj(i -> "v" + i).toList();
        Ballot ballot = Ballot.open(rule, List.of("a", "b"), voters, Set.of(), "v0", 50);
        Outcome first = ballot.outcome();
        for (int i = 0; i < voters.size(); i++) {
            String voter = voters.get(i);
            ballot = ballot.with(new Vote(voter, choices.get(i), Actor.person(voter), "", Instant.EPOCH));
            if (first instanceof Outcome.Decided) assertThat(ballot.outcome()).isEqualTo(first);
            else first = ballot.outcome();
        }
        assertThat(ballot.outcome()).isNotInstanceOf(Outcome.Open.class);
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Arbitraries.of(Rule.SIMPLE_MAJORITY, Rule.TWO_THIRDS);
    }

    @Provide
    Arbitrary<List<String>> choices() {
        return Arbitraries.of("a", "b", Ballot.ABSTAIN).list().ofMinSize(1).ofMaxSize(9);
    }
}
