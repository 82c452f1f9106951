package io.xietong.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xietong.core.meeting.Recurrence;
import io.xietong.core.meeting.Series;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code policy.yml}: every number of the plan, checked with key, value and what is allowed. */
class PolicyTest {

    private static final String SERIES =
            "{ id: a, title: 周会, day-off: skip, at: \"09:00\", length: 1h, invite: [heads], agenda: [],";

    @TempDir
    private Path folder;

    @Test
    void the_plans_own_numbers_are_the_defaults_and_the_demo_files() {
        assertThat(Policy.read(Path.of("..", "config", "policy.yml"))).isEqualTo(Policy.usual());
        assertThat(Policy.usual().request().responseTime()).isEqualTo(Duration.ofHours(24));
        assertThat(Policy.usual().request().rungs()).containsExactly(50, 75, 90);
    }

    @Test
    void a_file_changes_what_it_names_and_leaves_the_rest() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yml"), "request: { response: { time: 48h } }");
        assertThat(Policy.read(file).request().responseTime()).isEqualTo(Duration.ofHours(48));
        assertThat(Policy.read(file).request().acceptanceDays()).isEqualTo(5);
    }

    @Test
    void series_are_days_by_rule_and_none_when_the_list_is_empty() throws IOException {
        Path file = Files.writeString(
                folder.resolve("policy.yml"),
                "meeting: { series: [" + SERIES + " host: secretary, every: month, day: 31 }] }");
        assertThat(Policy.read(file).meeting().series())
                .singleElement()
                .satisfies(series -> assertThat(series.rule())
                        .isEqualTo(new Recurrence(new Recurrence.MonthlyOn(31), Recurrence.Shift.SKIP)));
        assertThat(Policy.usual().meeting().series()).extracting(Series::id).containsExactly("committee", "briefing");
        Files.writeString(file, "meeting: { series: [] }");
        assertThat(Policy.read(file).meeting().series()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request: { response: { mode: fast } }   | request.response.mode 不能是「fast」,可以是:natural, natural-rolled, working-hours。
            request: { response: { time: 24 } }     | request.response.time 不能是「24」,可以是:1h - 30d (30s, 15m, 24h, 2d)。
            request: { response: { time: 99d } }    | request.response.time 不能是「99d」
            request: { rungs: [75, 50] }            | request.rungs 不能是「[75,50]」,可以是:1-99, [50, 75, 90]。
            request: { rungs: [] }                  | request.rungs 不能是「[]」
            request: { rungs: [50, 100] }           | request.rungs 不能是「[50,100]」
            request: { bounces: 0 }                 | request.bounces 不能是「0」,可以是:1-20。
            request: { bounces: two }               | request.bounces 不能是「two」
            talk: { quiet-from: "25:00" }           | talk.quiet-from 不能是「25:00」,可以是:00:00-23:59。
            talk: { longest-text: 99999 }           | talk.longest-text 不能是「99999」,可以是:100-8000。
            meeting: { notice-days: [1, 5] }        | meeting.notice-days 不能是「[1,5]」
            meeting: { agenda-days: 4 }             | meeting.agenda-days 不能是「4」,可以是:10, 5, 1。
            meeting: { series: [SERIES host: boss, every: week, weekday: monday }] }    | meeting.series[1] 的 host 不能是「boss」,可以是:chair, secretary, heads-in-turn。
            meeting: { series: [SERIES host: chair, every: month, week: 5, weekday: monday }] } | meeting.series[1] 的 week 不能是「5」,可以是:1, 2, 3, 4, last。
            meeting: { series: [SERIES host: chair, every: month, day: 32 }] } | meeting.series[1] 的 day 不能是「32」,可以是:1-31。
            meeting: { series: [SERIES host: chair, evry: month }] } | meeting.series[1] 不能是
            meeting: { calendar-reminder: 7m }      | meeting.calendar-reminder 不能是「7m」,可以是:none, 5m, 15m, 1h, 1d。
            courier: { attempts: -1 }               | courier.attempts 不能是「-1」
            request: { acceptence-days: 5 }         | 里没有 request.acceptence-days 这个键,是不是想写 request.acceptance-days?
            """)
    void a_number_that_is_not_allowed_is_named(String yaml, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yml"), yaml.replace("SERIES", SERIES));
        ConfigFault fault = catchThrowableOfType(ConfigFault.class, () -> Policy.read(file));
        Words words = Words.in(Language.CHINESE, ZoneOffset.UTC);
        assertThat(fault.problems())
                .singleElement()
                .satisfies(problem -> assertThat(words.say(problem)).contains(sentence.strip()));
    }
}
