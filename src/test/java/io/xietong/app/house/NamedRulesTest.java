package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that must be seen to hold at the edges, and where each is seen; a test that goes leaves its rule unseen and fails here. */
class NamedRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "chair party to the dispute, CommitteeTest, when_the_chair_is_a_party_the_vice_chair_presides_from_the_start",
        "all eligible recused, FewLeftTest, when_all_members_are_recused_who_is_left_presides_and_rules_alone",
        "quorum lost by absence, FewLeftTest, when_all_members_are_on_leave_the_chair_is_the_quorum",
        "a vote after the close, CommitteeTest,"
                + " the_committee_votes_without_the_parties_heads_and_the_ruling_becomes_action_items",
        "two votes at once, AtOnceTest, of_two_votes_at_once_that_each_end_the_vote_one_counts_and_the_chair_hears_once",
        "head and deputy on leave, AbsenceTest,"
                + " where_head_and_deputies_are_away_the_secretary_is_asked_to_name_who_decides_and_that_person_does",
        "a department merged, ReorganisationTest, what_was_a_departments_is_answered_by_the_one_that_took_it_in",
        "a gate's department merged, FewLeftTest, a_gate_asks_the_department_that_took_another_in_for_both",
        "a person leaving, ReorganisationTest, what_somebody_leaves_behind_is_carried_on_by_colleagues_in_their_name",
        "a charter date before its milestone, CharterTest, what_is_missing_is_asked_for_and_each_bad_line_has_its_sentence",
        "search for marks, SearchTest, one_character_finds_and_marks_are_only_marks"
    })
    void it_is_seen_in_a_story(String rule, String test, String method) throws IOException {
        seen(Path.of("test/java/io/xietong/app/story", test + ".java"), method);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the 31st and 29 February, the_31st_of_a_shorter_month_is_its_last_day",
        "a holiday week, a_weekly_meeting_in_a_holiday_week_moves_back_or_is_left_out"
    })
    void it_is_seen_in_the_rules_of_meetings(String rule, String method) throws IOException {
        seen(Path.of("../bot-core/src/test/java/io/xietong/core/meeting/RecurrenceTest.java"), method);
    }

    private static void seen(Path file, String method) throws IOException {
        assertThat(Files.readString(file)).contains("void " + method + "(");
    }
}
