package io.xietong.core.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.xietong.core.item.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final List<String> SIDES = List.of("a", "b");

    private static Ballot committee(Rule rule, int quorum, String... voters) {
        return Ballot.open(rule, SIDES, List.of(voters), Set.of(), "chair", quorum);
    }

    private static Vote vote(String voter, String choice) {
        return new Vote(voter, choice, Actor.person(voter), "", Instant.EPOCH);
    }

    @Test
    void a_majority_closes_the_vote_as_soon_as_the_missing_votes_cannot_change_it() {
        Ballot ballot = committee(Rule.SIMPLE_MAJORITY, 50, "v", "w", "x", "y", "chair");
        ballot = ballot.with(vote("v", "a")).with(vote("w", "a"));
        assertThat(ballot.outcome()).isEqualTo(new Outcome.Open(List.of("x", "y", "chair")));
        assertThat(ballot.with(vote("x", "a")).outcome()).isEqualTo(new Outcome.Decided("a", false));
    }

    @Test
    void abstentions_count_for_the_quorum_and_for_no_side() {
        Ballot ballot = committee(Rule.SIMPLE_MAJORITY, 60, "v", "w", "x", "y", "z")
                .with(vote("v", "a"))
                .with(vote("w", Ballot.ABSTAIN))
                .with(vote("x", Ballot.ABSTAIN));
        assertThat(ballot.outcome()).isInstanceOf(Outcome.Open.class);
        assertThat(ballot.with(vote("y", Ballot.ABSTAIN))
                        .with(vote("z", Ballot.ABSTAIN))
                        .outcome())
                .isEqualTo(new Outcome.Decided("a", false));
    }

    @Test
    void at_a_tie_the_chairs_vote_counts_and_without_one_the_chair_is_asked() {
        Ballot tied = committee(Rule.SIMPLE_MAJORITY, 0, "v", "chair")
                .with(vote("v", "a"))
                .with(vote("chair", "b"));
        assertThat(tied.outcome()).isEqualTo(new Outcome.Decided("b", true));
        Ballot withoutChair = committee(Rule.SIMPLE_MAJORITY, 0, "v", "w")
                .with(vote("v", "a"))
                .with(vote("w", "b"));
        assertThat(withoutChair.outcome()).isEqualTo(new Outcome.UpToTheChair());
    }

    @Test
    void two_thirds_may_be_exactly_reached_and_less_goes_to_the_chair() {
        Ballot ballot = committee(Rule.TWO_THIRDS, 0, "v", "w", "x")
                .with(vote("v", "a"))
                .with(vote("w", "a"));
        assertThat(ballot.outcome()).isEqualTo(new Outcome.Decided("a", false));
        Ballot four = committee(Rule.TWO_THIRDS, 0, "v", "w", "x", "y")
                .with(vote("v", "a"))
                .with(vote("w", "a"))
                .with(vote("x", "b"))
                .with(vote("y", "b"));
        assertThat(four.outcome()).isEqualTo(new Outcome.UpToTheChair());
    }

    @Test
    void the_recused_neither_vote_nor_count() {
        Ballot ballot = committee(Rule.SIMPLE_MAJORITY, 100, "v", "w", "x")
                .with(vote("x", "b"))
                .without("x")
                .with(vote("v", "a"));
        assertThat(ballot.outcome()).isEqualTo(new Outcome.Open(List.of("w")));
        assertThat(ballot.tally()).containsEntry("b", 0);
        assertThat(ballot.with(vote("x", "b")).tally()).containsEntry("b", 0);
        assertThat(ballot.without("v").without("w").outcome()).isEqualTo(new Outcome.NoQuorum(1, 0));
    }

    @Test
    void the_chair_who_decides_alone_decides_with_one_click() {
        Ballot ballot = committee(Rule.CHAIR_DECIDES, 0, "v", "w").with(vote("v", "a"));
        assertThat(ballot.outcome()).isEqualTo(new Outcome.Open(List.of("chair")));
        assertThat(ballot.with(vote("chair", "b")).outcome()).isEqualTo(new Outcome.Decided("b", true));
    }

    @Test
    void one_against_ends_what_must_be_unanimous() {
        Ballot gate =
                Ballot.open(Rule.UNANIMOUS, List.of("pass", "fail"), List.of("market", "it"), Set.of(), "chair", 0);
        assertThat(gate.with(vote("market", "pass")).outcome()).isEqualTo(new Outcome.Open(List.of("it")));
        assertThat(gate.with(vote("market", "pass")).with(vote("it", "pass")).outcome())
                .isEqualTo(new Outcome.Decided("pass", false));
        assertThat(gate.with(vote("it", "fail")).outcome()).isEqualTo(new Outcome.Decided("fail", false));
    }

    @Test
    void a_second_vote_replaces_the_first_and_an_unknown_choice_is_no_vote() {
        Ballot ballot = committee(Rule.SIMPLE_MAJORITY, 0, "v", "w", "x")
                .with(vote("v", "a"))
                .with(vote("v", "b"));
        assertThat(ballot.tally()).containsEntry("a", 0).containsEntry("b", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> ballot.with(vote("w", "c")));
    }
}
