package io.xietong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.ResponseTime.Mode;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan's 24 hours in the three modes of spec.md section 3. 24 November 2026 is a Tuesday. */
class ResponseTimeTest {

    private final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    private Instant due(Mode mode, int hours, String from, Pause... pauses) {
        return new ResponseTime(mode, Duration.ofHours(hours), Duration.ofHours(1))
                .due(calendar, Demo.at(from), List.of(pauses));
    }

    private static Pause pause(String from, String to) {
        return new Pause(Demo.at(from), Optional.of(Demo.at(to)), "尺寸?", "zhou.jie");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-25T10:00, 2026-11-25T10:00",
        "2026-11-24T12:30, 2026-11-25T12:30, 2026-11-25T13:30",
        "2026-11-24T20:00, 2026-11-25T20:00, 2026-11-26T09:00",
        "2026-11-27T10:00, 2026-11-28T10:00, 2026-11-30T09:00",
        "2026-11-28T10:00, 2026-11-29T10:00, 2026-11-30T10:00",
        "2026-02-13T10:00, 2026-02-14T10:00, 2026-02-14T10:00",
        "2026-02-14T17:00, 2026-02-15T17:00, 2026-02-24T09:00"
    })
    void natural_runs_round_the_clock_and_rolled_ends_in_working_time(String from, String natural, String rolled) {
        assertThat(due(Mode.NATURAL, 24, from)).isEqualTo(Demo.at(natural));
        assertThat(due(Mode.NATURAL_ROLLED, 24, from)).isEqualTo(Demo.at(rolled));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2026-11-24T10:00, 2026-11-25T10:30",
        "8, 2026-11-27T17:00, 2026-11-30T17:30",
        "24, 2026-11-24T09:00, 2026-11-27T10:30"
    })
    void working_hours_count_working_time_alone(int hours, String from, String due) {
        assertThat(due(Mode.WORKING_HOURS, hours, from)).isEqualTo(Demo.at(due));
    }

    @Test
    void a_pause_puts_off_the_end_by_its_length() {
        Pause twoHours = pause("2026-11-24T14:00", "2026-11-24T16:00");
        assertThat(due(Mode.NATURAL, 24, "2026-11-24T10:00", twoHours)).isEqualTo(Demo.at("2026-11-25T12:00"));
        assertThat(due(Mode.WORKING_HOURS, 8, "2026-11-24T09:00", twoHours)).isEqualTo(Demo.at("2026-11-25T11:30"));
    }

    @Test
    void a_pause_after_the_end_changes_nothing() {
        Pause late = pause("2026-11-25T11:00", "2026-11-26T11:00");
        assertThat(due(Mode.NATURAL_ROLLED, 24, "2026-11-24T10:00", late)).isEqualTo(Demo.at("2026-11-25T10:00"));
    }

    @Test
    void while_a_pause_is_open_there_is_no_due_time() {
        Pause open = new Pause(Demo.at("2026-11-24T11:00"), Optional.empty(), "尺寸?", "zhou.jie");
        ResponseTime time = new ResponseTime(Mode.NATURAL, Duration.ofHours(24), Duration.ofHours(1));
        assertThat(time.dueAt(calendar, Demo.at("2026-11-24T10:00"), List.of(open)))
                .isEmpty();
        assertThat(time.explain(calendar, Demo.at("2026-11-24T10:00"), List.of(open)))
                .containsExactly(
                        Message.of("calendar.explain.armed", Demo.at("2026-11-24T10:00"), time.describe()),
                        Message.of("calendar.explain.paused", Demo.at("2026-11-24T11:00"), "尺寸?"));
    }

    @Test
    void the_explanation_names_start_pauses_days_off_rolling_and_end() {
        ResponseTime time = new ResponseTime(Mode.NATURAL_ROLLED, Duration.ofHours(24), Duration.ofHours(1));
        Words words = Words.in(Language.CHINESE, Demo.ZONE);
        List<String> steps = time
                .explain(calendar, Demo.at("2026-02-14T10:00"), List.of(pause("2026-02-14T14:00", "2026-02-14T16:00")))
                .stream()
                .map(words::say)
                .toList();
        assertThat(steps)
                .containsExactly(
                        "2月14日(周六) 10:00 起算,时限:24小时,遇休顺延",
                        "2月14日(周六) 14:00 至 2月14日(周六) 16:00 暂停:尺寸?",
                        "2月14日(周六) 照常计:春节调休上班",
                        "2月15日(周日) 至 2月23日(周一) 不计:春节放假",
                        "连续计时到 2月15日(周日) 12:00,不在工作时间,顺延到 2月24日(周二) 09:00",
                        "截止:2月24日(周二) 09:00");
    }

    @Test
    void what_is_filed_on_a_day_off_leaves_working_time_to_answer_and_says_so() {
        ResponseTime time = new ResponseTime(Mode.NATURAL_ROLLED, Duration.ofHours(24), Duration.ofHours(1));
        assertThat(time.explain(calendar, Demo.at("2026-11-28T10:00"), List.of()))
                .contains(Message.of("calendar.explain.least", Duration.ofHours(1), Demo.at("2026-11-30T10:00")));
    }

    @Test
    void lengths_that_are_no_whole_hours_are_said_in_full() {
        Words words = Words.in(Language.CHINESE, Demo.ZONE);
        ResponseTime odd = new ResponseTime(Mode.NATURAL_ROLLED, Duration.ofMinutes(90), Duration.ZERO);
        assertThat(words.say(odd.describe())).isEqualTo("1小时30分钟,遇休顺延");
        assertThat(Mode.of("working-hours")).isEqualTo(Mode.WORKING_HOURS);
    }

    @Test
    void a_long_span_counts_its_weekends_instead_of_naming_them() {
        List<Message> steps = Explanation.workingDay(
                calendar, Demo.at("2026-11-24T10:00").atZone(Demo.ZONE).toLocalDate(), 60);
        assertThat(steps).hasSizeLessThan(12).contains(Message.of("calendar.explain.weekends", 11));
    }
}
