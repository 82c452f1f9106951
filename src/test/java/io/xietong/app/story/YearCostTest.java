package io.xietong.app.story;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the year of {@link YearTest} costs in calls on each platform, over its adapter and its emulator: counted anew, and compared
 * with {@code docs/year.tsv}. Takes a minute for each, so only when the year is to be written down, by {@code scripts/docs --year}.
 */
@EnabledIfSystemProperty(
        named = YearCosts.WRITE,
        matches = "true",
        disabledReason = "takes minutes: scripts/docs --year")
class YearCostTest {

    @ParameterizedTest
    @ValueSource(strings = {"feishu", "dingtalk", "wecom"})
    void a_year_costs_so_many_calls(String platform, @TempDir Path folder) throws Exception {
        Files.copyWithMeetings(folder);
        try (Office office = Office.onSeveral(folder, "2026-02-02T08:00:00", platform + "-webhook")) {
            Diary diary = new Diary(office);
            new Year(office, diary, folder).write();
            diary.live();
            YearCosts.are(platform, new YearTally(office).calls(platform));
        }
    }
}
