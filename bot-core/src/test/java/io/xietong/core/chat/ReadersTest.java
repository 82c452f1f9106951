package io.xietong.core.chat;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read behind each verb. */
class ReadersTest {

    private static final ItemNumber NUMBER = ItemNumber.request(1);

    private static TalkCommand.Settings settings(Language language, String from, String to, Boolean digest) {
        return new TalkCommand.Settings(
                Optional.ofNullable(language),
                Optional.ofNullable(from).map(LocalTime::parse),
                Optional.ofNullable(to).map(LocalTime::parse),
                Optional.ofNullable(digest),
                Optional.empty());
    }

    private static TalkCommand.Delegate delegate(String person, String delegate, String from, String until) {
        return new TalkCommand.Delegate(
                Optional.ofNullable(person),
                Optional.ofNullable(delegate),
                LocalDate.parse(from),
                LocalDate.parse(until));
    }

    @ParameterizedTest
    @CsvSource({
        "'婉拒 XQ-1 不归我们,建议找生产部', production",
        "'婉拒 XQ-1 建议改求财务部,我们没有预算', finance",
        "婉拒 XQ-1 请联系信息技术部, it",
        "'decline XQ-1 not ours, please ask Finance', finance",
        "婉拒 XQ-1 归生产部管, production",
        "婉拒 XQ-1 生产部已经在做了,",
        "婉拒 XQ-1 没有人手,"
    })
    void a_decline_names_whom_to_ask_instead_and_keeps_the_reason_whole(String text, String suggested) {
        RequestCommand.Decline decline = (RequestCommand.Decline) TUESDAY.command(text);
        assertThat(decline.suggestedDepartment()).isEqualTo(Optional.ofNullable(suggested));
        assertThat(decline.reason()).isEqualTo(text.replaceFirst("^\\S+ XQ-1 ", ""));
    }

    @Test
    void a_decline_by_form_takes_the_chosen_department() {
        assertThat(TUESDAY.with(Map.of("text", "没有人手", "to", "production")).command("婉拒 XQ-1"))
                .isEqualTo(new RequestCommand.Decline(NUMBER, "没有人手", Optional.of("production")));
    }

    @ParameterizedTest
    @CsvSource({
        "转派 XQ-1 生产部 归他们管, production, , 归他们管",
        "转派 XQ-1 给生产部:因为归他们管, production, , 归他们管",
        "转派 XQ-1 韩梅, market, han.mei, ''",
        "转派 XQ-1 给韩梅 她熟悉, market, han.mei, 她熟悉",
        "transfer XQ-1 to Finance because it is their budget, finance, , it is their budget",
        "transfer XQ-1 to it, it, , ''"
    })
    void a_transfer_names_its_place_and_reason(String text, String department, String person, String reason) {
        assertThat(TUESDAY.command(text))
                .isEqualTo(new RequestCommand.Transfer(NUMBER, department, Optional.ofNullable(person), reason));
    }

    @Test
    void a_transfer_to_nowhere_names_the_departments_there_are() {
        assertThat(TUESDAY.read("转派 XQ-1 销售部"))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.why().args()).contains("销售部"));
        assertThat(TUESDAY.read("转派 XQ-1 不是设计部的事")).isInstanceOf(Reading.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "验收 XQ-1 5, 5, ''",
        "验收 XQ-1 5 很快, 5, 很快",
        "'验收 XQ-1 4分,颜色很好', 4, 颜色很好",
        "验收 XQ-1 很好 五星, 5, 很好",
        "验收 XQ-1 ⭐⭐⭐⭐ 不错, 4, 不错",
        "验收 XQ-1 满分, 5, ''",
        "verify XQ-1 3 stars late, 3, late",
        "验收 XQ-1 5/5, 5, ''"
    })
    void a_rating_is_read_with_the_words_beside_it(String text, int stars, String comment) {
        assertThat(TUESDAY.command(text)).isEqualTo(new RequestCommand.Verify(NUMBER, Optional.of(stars), comment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"验收 XQ-1 6", "验收 XQ-1 0分", "验收 XQ-1 12 星", "验收 XQ-1 ⭐⭐⭐⭐⭐⭐"})
    void a_rating_that_is_none_is_refused(String text) {
        assertThat(TUESDAY.read(text)).isEqualTo(new Reading.Wrong(Message.of("request.refused.rating", NUMBER)));
    }

    @ParameterizedTest
    @CsvSource({
        "设置 平台 飞书, feishu",
        "設置 平台 釘釘, dingtalk",
        "设置 平台 企业微信, wecom",
        "设置 企微, wecom",
        "settings platform WeCom, wecom",
        "settings platform Lark, feishu",
        "设置 平台 沙盒, sandbox",
        "设置 平台 自动, auto",
        "settings platform auto, auto"
    })
    void the_platform_to_be_reached_on_is_read_by_its_usual_names(String text, String platform) {
        assertThat(TUESDAY.command(text))
                .isEqualTo(new TalkCommand.Settings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(platform)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"设置 平台", "设置 平台 微信", "settings platform slack"})
    void another_platform_is_asked_about(String text) {
        assertThat(TUESDAY.read(text)).isEqualTo(new Reading.Wrong(Message.of("phrase.settings.bad-platform")));
    }

    @Test
    void settings_are_read_one_at_a_time() {
        assertThat(TUESDAY.command("设置 免打扰 22:30-7")).isEqualTo(settings(null, "22:30", "07:00", null));
        assertThat(TUESDAY.command("免打扰 22点到8点")).isEqualTo(settings(null, "22:00", "08:00", null));
        assertThat(TUESDAY.command("设置 免打扰 20:00-24:00")).isEqualTo(settings(null, "20:00", "00:00", null));
        assertThat(TUESDAY.command("设置 英文")).isEqualTo(settings(Language.ENGLISH, null, null, null));
        assertThat(TUESDAY.command("关闭摘要")).isEqualTo(settings(null, null, null, false));
        assertThat(TUESDAY.with(Map.of("language", "en", "quiet", "21:00-07:30", "digest", "no"))
                        .command("设置"))
                .isEqualTo(settings(Language.ENGLISH, "21:00", "07:30", false));
        assertThat(TUESDAY.read("设置 免打扰 25:00-8:00")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.with(Map.of("quiet", "late")).read("设置"))
                .isEqualTo(new Reading.Wrong(Message.of("phrase.settings.bad-time", "late")));
    }

    @Test
    void leave_is_read_for_oneself_and_for_others() {
        assertThat(TUESDAY.command("请假 周一 到 周三")).isEqualTo(delegate(null, null, "2026-11-30", "2026-12-02"));
        assertThat(TUESDAY.command("请假 12月5日到12月1日")).isEqualTo(delegate(null, null, "2026-12-01", "2026-12-05"));
        assertThat(TUESDAY.command("请假到周五")).isEqualTo(delegate(null, null, "2026-11-24", "2026-11-27"));
        assertThat(TUESDAY.command("请假 韩梅 明天")).isEqualTo(delegate("han.mei", null, "2026-11-25", "2026-11-25"));
        assertThat(TUESDAY.command("代理 张伟 由 王芳 明天"))
                .isEqualTo(delegate("zhang.wei", "wang.fang", "2026-11-25", "2026-11-25"));
        assertThat(TUESDAY.command("销假 韩梅")).isEqualTo(new TalkCommand.EndDelegation(Optional.of("han.mei")));
    }

    @Test
    void what_was_said_of_a_leave_is_kept_in_the_card_that_asks_for_the_rest() {
        Reading.Incomplete asked = (Reading.Incomplete) TUESDAY.read("代理 王芳");
        assertThat(asked.inputs().get(0).initial()).isEqualTo("wang.fang");
        assertThat(TUESDAY.with(Map.of("delegate", "wang.fang", "from", "2026-11-25", "until", "2026-11-27"))
                        .command("代理"))
                .isEqualTo(delegate(null, "wang.fang", "2026-11-25", "2026-11-27"));
        assertThat(TUESDAY.with(Map.of(
                                "person", "han.mei", "delegate", "", "from", "2026-11-25", "until", "2026-11-27"))
                        .command("请假"))
                .isEqualTo(delegate("han.mei", null, "2026-11-25", "2026-11-27"));
    }

    @Test
    void the_calendar_answers_counts_within_reason() {
        assertThat(TUESDAY.command("日历 5个工作日")).isEqualTo(new TalkCommand.WorkingDays(5));
        assertThat(TUESDAY.command("日历 十个工作日")).isEqualTo(new TalkCommand.WorkingDays(10));
        assertThat(TUESDAY.read("日历 0个工作日")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.read("日历 9999个工作日")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.command("日历 导入")).isEqualTo(new TalkCommand.ImportCalendar());
        assertThat(TUESDAY.command("日历 XQ-1")).isEqualTo(new TalkCommand.ExplainDue(NUMBER));
        assertThat(TUESDAY.command("日历")).isEqualTo(new TalkCommand.ShowCalendar());
    }
}
