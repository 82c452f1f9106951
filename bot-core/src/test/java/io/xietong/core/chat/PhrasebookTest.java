package io.xietong.core.chat;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.Heard;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {

    private static final ItemNumber NUMBER = ItemNumber.request(1);

    @Test
    void no_two_verbs_share_a_word() {
        List<String> words =
                Heard.BOOK.phrases().stream().flatMap(Phrase::words).toList();
        assertThat(words).doesNotHaveDuplicates();
        assertThat(words).allSatisfy(word -> assertThat(word).isEqualTo(new Typed(word).folded()));
    }

    @Test
    void every_word_of_every_verb_leads_to_it() {
        for (Phrase phrase : Heard.BOOK.phrases()) {
            for (String word : phrase.words().toList()) {
                Reading reading = TUESDAY.read(word);
                boolean asked = reading instanceof Reading.NumberNeeded needed && needed.phrase() == phrase
                        || reading instanceof Reading.Incomplete incomplete && incomplete.phrase() == phrase
                        || reading instanceof Reading.Understood && !phrase.about();
                assertThat(asked).as(word + " read as " + reading).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "别催办 XQ-1",
                "先不要撤回 XQ-1",
                "XQ-1 还没完成",
                "XQ-1 已经完成一半了",
                "XQ-1 客户说取消订单怎么办",
                "不用转派 XQ-1",
                "XQ-1 别升级",
                "don't cancel XQ-1",
                "I'll take XQ-1, done by Friday"
            })
    void what_is_denied_or_only_told_is_not_done(String text) {
        assertThat(TUESDAY.read(text)).as(text).isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void an_unknown_verb_gets_three_near_ones() {
        for (String text : List.of("asdf", "哈哈哈", "XQ-1 哈哈", "受", "zzzzzzzz", "1+1")) {
            assertThat(TUESDAY.read(text))
                    .isInstanceOfSatisfying(
                            Reading.Unclear.class,
                            unclear -> assertThat(unclear.nearest())
                                    .as(text)
                                    .hasSize(3)
                                    .doesNotHaveDuplicates());
        }
    }

    @Test
    void nothing_but_a_greeting_shows_the_home_card() {
        for (String text : List.of("", "  ", "你好", "hello!", "@协同", "@bot ", "👋", "\u0000\u200b"))
            assertThat(TUESDAY.command(text)).as(text).isEqualTo(new TalkCommand.Home());
    }

    @Test
    void a_number_in_the_text_of_another_verb_stays_in_it() {
        RequestCommand.File file = (RequestCommand.File) TUESDAY.command("求助 设计部 参考 XQ-12 再出一版海报");
        assertThat(file.need()).isEqualTo("参考 XQ-12 再出一版海报");
        RequestCommand.Draft draft = (RequestCommand.Draft) TUESDAY.command("请设计部参考 XQ-12 再出一版海报");
        assertThat(draft.department()).contains("design");
        assertThat(draft.need()).contains("XQ-12");
        assertThat(TUESDAY.command("评论 XQ-1 参见 XQ-2")).isEqualTo(new RequestCommand.Comment(NUMBER, "参见 XQ-2"));
        assertThat(TUESDAY.command("XQ-1 评论 参见 XQ-2")).isEqualTo(new RequestCommand.Comment(NUMBER, "参见 XQ-2"));
    }

    @Test
    void a_verb_without_a_number_asks_which_and_a_bare_number_will_do() {
        assertThat(TUESDAY.read("催办")).isInstanceOf(Reading.NumberNeeded.class);
        assertThat(TUESDAY.command("催办 1")).isEqualTo(new RequestCommand.Nudge(NUMBER));
        assertThat(TUESDAY.command("催办#1")).isEqualTo(new RequestCommand.Nudge(NUMBER));
        assertThat(TUESDAY.read("受理 11月27日")).isInstanceOf(Reading.NumberNeeded.class);
        assertThat(TUESDAY.read("催办 0")).isInstanceOf(Reading.NumberNeeded.class);
        assertThat(TUESDAY.read("催办 XQ-0")).isNotInstanceOf(Reading.Understood.class);
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

    @Test
    void friday_on_a_friday_is_asked_and_the_buttons_answer_it() {
        Heard friday = TUESDAY.on("2026-11-27");
        for (String text : List.of("受理 XQ-1 周五", "求助 设计部 新品海报 周五", "求助 周洁 新品海报 周五", "请假 周五", "代理 王芳 周五")) {
            assertThat(friday.read(text)).as(text).isInstanceOfSatisfying(Reading.Choice.class, choice -> {
                assertThat(choice.options()).hasSize(2);
                for (Reading.Choice.Option option : choice.options()) {
                    assertThat(friday.command(option.phrase()).toString())
                            .as(option.phrase())
                            .containsPattern("2026-11-27|2026-12-04")
                            .containsPattern("Accept|File|Delegate");
                }
            });
        }
        assertThat(friday.command("请设计部周五前出海报").toString())
                .as("a draft leaves it open")
                .contains("wantedBy=Optional.empty");
    }

    @Test
    void withdrawing_is_confirmed_only_when_it_is_said() {
        assertThat(TUESDAY.command("撤回 XQ-1")).isEqualTo(new RequestCommand.Withdraw(NUMBER, false));
        assertThat(TUESDAY.command("撤回 XQ-1 确认")).isEqualTo(new RequestCommand.Withdraw(NUMBER, true));
        assertThat(TUESDAY.command("撤回 XQ-1 我还不确定")).isEqualTo(new RequestCommand.Withdraw(NUMBER, false));
    }

    @Test
    void mass_mentions_markup_emoji_and_four_byte_characters_stay_as_they_were_written() {
        String nasty = "@所有人 @all <at id=all></at> **粗** [x](http://a) 𠮷野家 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫠 é";
        assertThat(TUESDAY.command("评论 XQ-1 " + nasty)).isEqualTo(new RequestCommand.Comment(NUMBER, nasty));
        assertThat(((RequestCommand.File) TUESDAY.command("求助 设计部 " + nasty)).need())
                .isEqualTo(nasty);
        assertThat(((RequestCommand.Draft) TUESDAY.command("请设计部帮忙 " + nasty)).need())
                .contains(nasty);
    }

    @Test
    void control_and_direction_characters_are_taken_out() {
        assertThat(TUESDAY.command("评论\u0000 XQ-1 a\u202Eb\u200Bc\u0007d\uFEFF\uD800e"))
                .isEqualTo(new RequestCommand.Comment(NUMBER, "abcde"));
        assertThat(TUESDAY.command("评论 XQ-1 第一行\n第二行\t列")).isEqualTo(new RequestCommand.Comment(NUMBER, "第一行\n第二行\t列"));
    }

    @Test
    void two_people_of_one_name_are_asked_about() {
        OrganisationData data = Demo.data();
        List<Person> people = new ArrayList<>(data.people());
        people.add(new Person("li.lei.2", "李雷", "finance", Map.of()));
        Organisation namesakes = new Organisation(new OrganisationData(
                data.name(),
                data.zone(),
                data.language(),
                people,
                data.departments(),
                data.committee(),
                data.secretaries(),
                data.admins()));
        for (String text : List.of("转派 XQ-1 李雷 他熟悉", "求助 李雷 成本数据")) {
            Reading reading = Heard.BOOK.read(new Hearing(
                    text, Map.of(), namesakes, "zhou.jie", false, TUESDAY.today(), day -> true, Language.CHINESE));
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            Reading.Choice.class,
                            choice -> assertThat(choice.options())
                                    .extracting(Reading.Choice.Option::phrase)
                                    .containsExactly(text.replace("李雷", "li.lei"), text.replace("李雷", "li.lei.2")));
        }
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

    private static TalkCommand.Settings settings(Language language, String from, String to, Boolean digest) {
        return new TalkCommand.Settings(
                Optional.ofNullable(language),
                Optional.ofNullable(from).map(LocalTime::parse),
                Optional.ofNullable(to).map(LocalTime::parse),
                Optional.ofNullable(digest));
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

    private static TalkCommand.Delegate delegate(String person, String delegate, String from, String until) {
        return new TalkCommand.Delegate(
                Optional.ofNullable(person),
                Optional.ofNullable(delegate),
                LocalDate.parse(from),
                LocalDate.parse(until));
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

    @Test
    void a_sentence_never_acts_and_a_command_that_is_complete_does() {
        assertThat(TUESDAY.command("请设计部周五前出新品海报")).isInstanceOf(RequestCommand.Draft.class);
        assertThat(TUESDAY.command("求助 设计部 新品海报 周五")).isInstanceOf(RequestCommand.File.class);
        assertThat(TUESDAY.command("求助 设计部")).isInstanceOf(RequestCommand.Draft.class);
        assertThat(TUESDAY.read("今天天气不错")).isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void the_need_is_kept_without_the_words_around_it() {
        for (String text : Arrays.asList("请设计部周五前出新品海报", "请设计部出新品海报,周五前", "麻烦设计部周五前出新品海报,谢谢!", "周五前请设计部出新品海报")) {
            assertThat(((RequestCommand.Draft) TUESDAY.command(text)).need())
                    .as(text)
                    .isEqualTo("出新品海报");
        }
        assertThat(((RequestCommand.File) TUESDAY.command("求助 设计部:「新品海报」 周五")).need())
                .isEqualTo("新品海报");
    }
}
