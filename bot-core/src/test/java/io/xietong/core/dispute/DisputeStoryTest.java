package io.xietong.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.dispute.DisputeCommand.Choice;
import io.xietong.core.dispute.DisputePolicy.EarlyEscalation;
import io.xietong.core.people.Delegation;
import io.xietong.core.vote.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 争议: from the front line to a ruling (plan duties 34-36). */
class DisputeStoryTest {

    private static final DisputeCommand.Receive RECEIVE =
            new DisputeCommand.Receive(Courtroom.NUMBER, DisputeKind.RESPONSIBILITY);

    private static Courtroom raised(String at, Rule rule, EarlyEscalation early) {
        Courtroom room = new Courtroom(at, rule, early);
        room.raise("market.contact", "production", "样机三次推迟");
        return room;
    }

    private static DisputeCommand.Vote vote(Choice choice) {
        return new DisputeCommand.Vote(Courtroom.NUMBER, choice, "");
    }

    private static DisputeCommand.Rule ruling(boolean confirmed) {
        return new DisputeCommand.Rule(Courtroom.NUMBER, "周五前补齐", Optional.empty(), List.of(), confirmed);
    }

    @Test
    void it_is_settled_when_both_sides_agree_on_terms() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.NEVER);
        assertThat(room.heard())
                .containsExactly(
                        "market.contact",
                        "market.head:raised-head",
                        "production.contact:raised",
                        "production.head:raised-head");
        assertThat(room.refused("market.contact", new DisputeCommand.Agree(Courtroom.NUMBER)))
                .isEqualTo("dispute.refused.nothing-to-agree");
        room.does("production.contact", new DisputeCommand.Propose(Courtroom.NUMBER, "周三先交两台"));
        assertThat(room.heard()).containsExactly("market.contact:terms");
        assertThat(room.refused("production.contact", new DisputeCommand.Agree(Courtroom.NUMBER)))
                .isEqualTo("dispute.refused.agreed-already");
        room.does("market.contact", new DisputeCommand.Agree(Courtroom.NUMBER));
        assertThat(room.dispute.state()).isEqualTo(State.SETTLED);
        assertThat(room.heard())
                .containsExactly("market.head:settled", "production.contact:settled", "production.head:settled");
        room.until("2027-01-15T09:00:00");
        assertThat(room.heard()).isEmpty();
    }

    @Test
    void a_silent_level_does_not_block_it_climbs_when_its_time_is_up() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.NEVER);
        room.heard();
        assertThat(room.refused("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, "急")))
                .isEqualTo("dispute.refused.escalate-wait");
        room.until("2026-11-24T18:00:00");
        assertThat(room.heard()).containsExactly("production.contact:reminder-front");
        room.until("2026-11-25T18:00:00");
        assertThat(room.dispute.state()).isEqualTo(State.WITH_HEADS);
        assertThat(room.heard())
                .containsExactly(
                        "market.contact:climbed-by-time",
                        "market.head:to-heads-by-time",
                        "production.contact:climbed-by-time",
                        "production.head:to-heads-by-time");
        room.does("market.head", new DisputeCommand.Propose(Courtroom.NUMBER, "各让一步"));
        room.heard();
        room.until("2026-11-27T18:00:00");
        assertThat(room.dispute.state()).isEqualTo(State.AWAITING_RECEIPT);
        assertThat(room.heard())
                .contains("production.head:reminder-heads", "secretary:to-receive-by-time")
                .doesNotContain("market.head:reminder-heads");
    }

    @Test
    void the_committee_votes_without_the_parties_heads_and_the_chair_rules_within_five_working_days() {
        Courtroom room = raised("2026-09-21T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.AFTER_POSITIONS);
        assertThat(room.refused("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, "")))
                .isEqualTo("dispute.refused.escalate-state-first");
        room.does("production.contact", new DisputeCommand.StatePosition(Courtroom.NUMBER, "物料未到"));
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, "上市临近"));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, "谈不拢"));
        room.until("2026-09-24T15:00:00");
        room.heard();
        assertThat(room.refused("market.head", RECEIVE)).isEqualTo("dispute.refused.only-secretary");
        room.does("secretary", RECEIVE);
        assertThat(room.calendar.dateOf(
                        room.dispute.firstDue().orElseThrow().dueAt().orElseThrow()))
                .isEqualTo("2026-10-09");
        assertThat(room.heard())
                .containsExactly(
                        "chair:preside",
                        "design.head:vote",
                        "finance.head:vote",
                        "market.contact:received",
                        "market.head:recused",
                        "production.contact:received",
                        "production.head:recused");
        assertThat(room.refused("market.head", vote(Choice.FIRST))).isEqualTo("dispute.refused.only-members");
        assertThat(room.refused("finance.contact", vote(Choice.FIRST))).isEqualTo("dispute.refused.not-yours-to-see");
        assertThat(room.refused("design.head", ruling(true))).isEqualTo("dispute.refused.only-presiding");
        assertThat(room.refused("chair", ruling(true))).isEqualTo("dispute.refused.vote-open");
        room.does("design.head", vote(Choice.FIRST));
        room.until("2026-09-30T09:00:00");
        assertThat(room.heard()).containsExactly("chair:reminder-vote", "finance.head:reminder-vote");
        room.does("finance.head", vote(Choice.FIRST));
        assertThat(room.heard()).containsExactly("chair:vote-closed");
        assertThat(room.refused("chair", vote(Choice.SECOND))).isEqualTo("dispute.refused.vote-closed");
        assertThat(room.refused("chair", ruling(false))).isEqualTo("dispute.refused.confirm-ruling");
        room.does("chair", ruling(true));
        assertThat(room.dispute.ruling().orElseThrow().favours()).contains("market");
        assertThat(room.heard())
                .containsExactly(
                        "design.head:ruled",
                        "finance.head:ruled",
                        "market.contact:ruled",
                        "market.head:ruled",
                        "production.contact:ruled",
                        "production.head:ruled",
                        "secretary:ruled");
        room.does("production.contact", new DisputeCommand.Review(Courtroom.NUMBER, "签收单"));
        assertThat(room.dispute.state()).isEqualTo(State.AWAITING_RECEIPT);
        room.does("secretary", RECEIVE);
        room.does("chair", vote(Choice.SECOND));
        room.does("design.head", vote(Choice.SECOND));
        room.does("chair", ruling(true));
        assertThat(room.refused("market.contact", new DisputeCommand.Review(Courtroom.NUMBER, "再来")))
                .isEqualTo("dispute.refused.final");
    }

    @Test
    void an_overdue_ruling_is_brought_up_with_who_presides_every_working_day_up_to_the_cap() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.CHAIR_DECIDES, EarlyEscalation.ALWAYS);
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
        room.heard();
        room.until("2026-11-30T17:59:00");
        assertThat(room.heard()).containsExactly("chair:reminder-vote", "chair:ruling-today");
        room.until("2026-11-30T18:00:00");
        assertThat(room.heard()).containsExactly("chair:ruling-due", "secretary:ruling-due-watch");
        for (String day : List.of("2026-12-01", "2026-12-02", "2026-12-03")) {
            room.until(day + "T09:00:00");
            assertThat(room.heard()).containsExactly("chair:ruling-overdue", "secretary:ruling-watch");
        }
        room.until("2027-01-15T09:00:00");
        assertThat(room.heard()).isEmpty();
        room.does("chair", ruling(true));
        assertThat(room.dispute.state()).isEqualTo(State.RULED);
    }

    @Test
    void close_to_the_limit_who_presides_rules_without_the_votes_that_are_missing() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
        room.until("2026-11-30T13:59:00");
        assertThat(room.refused("chair", ruling(true))).isEqualTo("dispute.refused.vote-open");
        room.until("2026-11-30T14:00:00");
        room.does("chair", ruling(true));
        assertThat(room.dispute.state()).isEqualTo(State.RULED);
    }

    @Test
    void between_the_heads_only_they_bind_their_side() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        DisputeCommand.Propose terms = new DisputeCommand.Propose(Courtroom.NUMBER, "各让一步");
        assertThat(room.refused("production.contact", terms)).isEqualTo("dispute.refused.only-heads");
        room.does("production.contact", new DisputeCommand.StatePosition(Courtroom.NUMBER, "物料未到"));
        room.does("production.deputy", terms);
        room.does("market.head", new DisputeCommand.Agree(Courtroom.NUMBER));
        assertThat(room.dispute.state()).isEqualTo(State.SETTLED);
    }

    @Test
    void the_vice_chair_presides_when_the_chairs_own_department_is_party() {
        Courtroom room = new Courtroom("2026-11-23T09:00:00", Rule.CHAIR_DECIDES, EarlyEscalation.ALWAYS);
        room.raise("market.contact", "office", "会议室总被占用");
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
        assertThat(room.dispute.docket().orElseThrow().presiding()).isEqualTo("vice");
        assertThat(room.refused("chair", ruling(true))).isEqualTo("dispute.refused.only-presiding");
        room.does("vice", ruling(true));
    }

    @Test
    void a_member_on_leave_votes_through_a_delegate_and_one_without_is_absent() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        LocalDate today = LocalDate.parse("2026-11-23");
        room.delegations.add(
                new Delegation("design.head", Optional.of("design.deputy"), today, today.plusDays(9), "design.head"));
        room.delegations.add(new Delegation("finance.head", Optional.empty(), today, today.plusDays(9), "chair"));
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
        assertThat(room.dispute.docket().orElseThrow().ballot().eligible()).containsExactly("chair", "design.head");
        room.does("design.deputy", vote(Choice.SECOND));
        assertThat(room.dispute
                        .docket()
                        .orElseThrow()
                        .ballot()
                        .of("design.head")
                        .orElseThrow()
                        .actor()
                        .inNameOf())
                .contains("design.head");
        room.does("chair", vote(Choice.FIRST));
        assertThat(room.dispute.docket().orElseThrow().ballot().outcome())
                .hasToString("Decided[choice=market, byTheChair=true]");
    }

    @Test
    void when_all_are_recused_the_one_who_presides_decides() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
        for (String member : List.of("design.head", "finance.head", "chair")) {
            room.does(member, new DisputeCommand.Recuse(Courtroom.NUMBER, "参与过该项目"));
        }
        assertThat(room.dispute.docket().orElseThrow().presiding()).isEqualTo("vice");
        assertThat(room.refused("chair", new DisputeCommand.Recuse(Courtroom.NUMBER, "")))
                .isEqualTo("dispute.refused.no-vote-to-give-up");
        room.does("vice", ruling(true));
        assertThat(room.dispute.state()).isEqualTo(State.RULED);
    }

    @Test
    void when_everybody_who_could_vote_is_recused_the_last_one_who_can_preside_rules() {
        Courtroom room = beforeTheCommittee();
        for (String member : List.of("design.head", "chair", "finance.head")) {
            room.heard();
            room.does(member, new DisputeCommand.Recuse(Courtroom.NUMBER, ""));
        }
        assertThat(room.heard()).containsExactly("vice:vote-closed");
        assertThat(room.refused("chair", ruling(true))).isEqualTo("dispute.refused.only-presiding");
        assertThat(room.refused("vice", new DisputeCommand.Recuse(Courtroom.NUMBER, "")))
                .isEqualTo("dispute.refused.last-to-preside");
        room.does("vice", ruling(true));
        assertThat(room.dispute.state()).isEqualTo(State.RULED);
    }

    @Test
    void when_chair_and_vice_chair_are_recused_a_member_who_is_left_presides_and_votes() {
        Courtroom room = beforeTheCommittee();
        room.does("chair", new DisputeCommand.Recuse(Courtroom.NUMBER, ""));
        room.heard();
        room.does("vice", new DisputeCommand.Recuse(Courtroom.NUMBER, ""));
        assertThat(room.heard()).containsExactly("design.head:preside");
        room.does("design.head", vote(Choice.FIRST));
        room.does("finance.head", vote(Choice.FIRST));
        assertThat(room.refused("vice", ruling(true))).isEqualTo("dispute.refused.only-presiding");
        room.does("design.head", ruling(true));
    }

    @Test
    void for_a_chair_who_is_away_the_vice_chair_presides_and_never_a_deputy_of_the_chairs_department() {
        Courtroom early = beforeTheCommittee();
        away(early, "chair");
        assertThat(early.refused("secretary", ruling(true))).isEqualTo("dispute.refused.only-presiding");
        early.does("vice", vote(Choice.FIRST));
        assertThat(early.dispute.docket().orElseThrow().ballot().of("chair")).isPresent();

        Courtroom late = raised("2026-11-23T09:00:00", Rule.CHAIR_DECIDES, EarlyEscalation.ALWAYS);
        away(late, "chair");
        climbed(late);
        assertThat(late.dispute.docket().orElseThrow().presiding()).isEqualTo("vice");
        late.does("vice", ruling(true));
    }

    @Test
    void when_so_many_are_away_that_one_is_left_that_one_is_the_quorum() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        for (String member : List.of("chair", "vice", "finance.head")) away(room, member);
        climbed(room);
        assertThat(room.dispute.docket().orElseThrow().presiding()).isEqualTo("design.head");
        room.heard();
        room.does("design.head", vote(Choice.FIRST));
        room.does("design.head", ruling(true));
        assertThat(room.dispute.ruling().orElseThrow().favours()).contains("market");
    }

    @Test
    void a_head_who_is_away_is_reminded_through_the_deputy_and_without_one_the_secretary_learns_of_it() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        away(room, "market.head");
        for (String both : List.of("production.head", "production.deputy")) away(room, both);
        room.heard();
        room.until("2026-11-24T18:00:00");
        assertThat(room.heard()).containsExactly("market.deputy:reminder-heads", "secretary:nobody-heads");
    }

    private static Courtroom beforeTheCommittee() {
        Courtroom room = raised("2026-11-23T09:00:00", Rule.SIMPLE_MAJORITY, EarlyEscalation.ALWAYS);
        climbed(room);
        return room;
    }

    private static void climbed(Courtroom room) {
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        room.does("secretary", RECEIVE);
    }

    /** On leave without a delegate. */
    private static void away(Courtroom room, String person) {
        LocalDate today = LocalDate.parse("2026-11-23");
        room.delegations.add(new Delegation(person, Optional.empty(), today, today.plusDays(9), person));
    }
}
