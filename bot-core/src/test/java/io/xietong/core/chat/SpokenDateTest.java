package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.text.Message;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On Tuesday 24 November 2026. */
class SpokenDateTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Predicate<LocalDate> WORKING =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    private static SpokenDate.Found find(String text) {
        return SpokenDate.find(new Typed(text).folded(), TUESDAY, WORKING);
    }

    @ParameterizedTest
    @CsvSource({
        "今天, 2026-11-24",
        "明天下班前, 2026-11-25",
        "后天, 2026-11-26",
        "大后天, 2026-11-27",
        "周五, 2026-11-27",
        "星期五前, 2026-11-27",
        "礼拜五, 2026-11-27",
        "这周五下班前, 2026-11-27",
        "下周五, 2026-12-04",
        "下下周一, 2026-12-07",
        "周一, 2026-11-30",
        "周日, 2026-11-29",
        "週五, 2026-11-27",
        "本周内, 2026-11-27",
        "下周, 2026-12-04",
        "月底, 2026-11-30",
        "下月底, 2026-12-31",
        "年底前, 2026-12-31",
        "11月27日, 2026-11-27",
        "１１月２７日, 2026-11-27",
        "十二月三号, 2026-12-03",
        "十二月二十一日, 2026-12-21",
        "2026-12-01, 2026-12-01",
        "2026年12月1日前, 2026-12-01",
        "2026/12/1, 2026-12-01",
        "12/3, 2026-12-03",
        "12-03, 2026-12-03",
        "12.3前, 2026-12-03",
        "30号, 2026-11-30",
        "5号前, 2026-12-05",
        "下个月5号, 2026-12-05",
        "1月5日, 2027-01-05",
        "3天内, 2026-11-27",
        "十天后, 2026-12-04",
        "两周内, 2026-12-08",
        "3个工作日, 2026-11-27",
        "五个工作日后, 2026-12-01",
        "下班前, 2026-11-24",
        "today, 2026-11-24",
        "tomorrow, 2026-11-25",
        "day after tomorrow, 2026-11-26",
        "by Friday, 2026-11-27",
        "next Wed, 2026-12-02",
        "Dec 1st, 2026-12-01",
        "1 December, 2026-12-01",
        "in 3 days, 2026-11-27",
        "in a week, 2026-12-01",
        "within 3 business days, 2026-11-27",
        "周末, 2026-11-29",
        "今晚, 2026-11-24",
        "明早, 2026-11-25",
        "三号前, 2026-12-03",
        "下个月初, 2026-12-01",
        "tmr, 2026-11-25",
        "eod, 2026-11-24",
        "tonight, 2026-11-24",
        "this Friday, 2026-11-27",
        "next week, 2026-12-04",
        "in 2 weeks, 2026-12-08"
    })
    void is_found_however_it_is_said(String said, LocalDate meant) {
        for (String text : new String[] {said, "海报 " + said, "请 " + said + " 给出"}) {
            assertThat(find(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            SpokenDate.On.class, on -> assertThat(on.date()).isEqualTo(meant));
        }
    }

    @Test
    void every_day_of_the_week_and_every_month_has_its_english_name() {
        for (DayOfWeek day : DayOfWeek.values())
            assertThat(find("by " + day.name().substring(0, 3))).as(day.name()).isNotInstanceOf(SpokenDate.None.class);
        for (Month month : Month.values())
            assertThat(find("by " + month.name().substring(0, 3) + " 28"))
                    .as(month.name())
                    .isNotInstanceOf(SpokenDate.None.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "上周五的海报",
                "上个星期五发的",
                "每周五例会",
                "last friday's poster",
                "every monday",
                "2-3 张海报",
                "尺寸 60-90",
                "16/9 的画面",
                "market 3 posters",
                "decor 12",
                "版本 1.5",
                "20:00-8:30",
                "30号楼",
                "昨天的图",
                "订单 2026-11-0012",
                "电话 021-5566-1234",
                "明年",
                ""
            })
    void what_only_looks_like_a_day_is_none(String text) {
        assertThat(find(text)).isInstanceOf(SpokenDate.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2月30日", "2026-02-30", "13月5日", "11月31号", "31号前 2月31日", "十一月三十一日"})
    void a_day_that_does_not_exist_has_its_sentence(String text) {
        assertThat(find(text))
                .isInstanceOfSatisfying(
                        SpokenDate.Impossible.class,
                        found -> assertThat(found.why().key()).isEqualTo("phrase.date.impossible"));
    }

    @Test
    void a_day_that_is_over_has_its_sentence() {
        for (String text : new String[] {"11月23日", "2026-11-01", "这周一", "Nov 20"}) {
            assertThat(find(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            SpokenDate.Impossible.class,
                            found -> assertThat(found.why().key()).isEqualTo("phrase.date.past"));
        }
    }

    @Test
    void a_day_too_far_off_has_its_sentence() {
        for (String text : new String[] {"9999-12-31", "2035年1月1日", "in 99 weeks 2040-01-01", "999周后"}) {
            assertThat(find(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            SpokenDate.Impossible.class,
                            found -> assertThat(found.why())
                                    .isEqualTo(Message.of("phrase.date.too-far", LocalDate.of(2029, 11, 24))));
        }
    }

    @Test
    void friday_on_a_friday_is_asked() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        for (String text : new String[] {"周五", "星期五前", "friday"}) {
            assertThat(SpokenDate.find(text, friday, WORKING))
                    .isInstanceOfSatisfying(SpokenDate.Either.class, either -> {
                        assertThat(either.today()).isEqualTo(friday);
                        assertThat(either.nextWeek()).isEqualTo(LocalDate.of(2026, 12, 4));
                    });
        }
        assertThat(SpokenDate.find("本周五", friday, WORKING)).isInstanceOf(SpokenDate.On.class);
    }

    @Test
    void years_turn_and_leap() {
        LocalDate newYearsEve = LocalDate.of(2027, 12, 31);
        assertThat(SpokenDate.find("2月29日", newYearsEve, WORKING))
                .isInstanceOfSatisfying(
                        SpokenDate.On.class, on -> assertThat(on.date()).isEqualTo(LocalDate.of(2028, 2, 29)));
        assertThat(SpokenDate.find("1号", newYearsEve, WORKING))
                .isInstanceOfSatisfying(
                        SpokenDate.On.class, on -> assertThat(on.date()).isEqualTo(LocalDate.of(2028, 1, 1)));
        assertThat(SpokenDate.find("31号", LocalDate.of(2026, 11, 24), WORKING))
                .isInstanceOf(SpokenDate.Impossible.class);
    }

    @Test
    void the_place_in_the_text_is_told() {
        SpokenDate.Found found = find("海报周五前要");
        assertThat("海报周五前要".substring(found.start(), found.end())).isEqualTo("周五前");
    }
}
