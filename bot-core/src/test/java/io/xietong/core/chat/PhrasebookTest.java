package io.xietong.core.chat;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.Heard;
import io.xietong.core.action.ActionCommand;
import io.xietong.core.action.Order;
import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.MeetingCommand;
import io.xietong.core.meeting.Reply;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {

    private static final ItemNumber NUMBER = ItemNumber.request(1);

    @Test
    void no_two_verbs_of_one_kind_of_item_share_a_word() {
        for (ItemKind kind : ItemKind.values()) {
            assertThat(words(phrase -> phrase.about().contains(kind))).doesNotHaveDuplicates();
        }
        assertThat(words(phrase -> !phrase.isAboutItem())).doesNotHaveDuplicates();
        assertThat(words(phrase -> true)).allSatisfy(word -> assertThat(word).isEqualTo(new Typed(word).folded()));
    }

    private static List<String> words(Predicate<Phrase> which) {
        return Heard.BOOK.phrases().stream()
                .filter(which)
                .flatMap(Phrase::words)
                .toList();
    }

    @Test
    void a_word_said_of_oneself_and_of_an_item_is_told_by_the_number() {
        assertThat(TUESDAY.command("请假 明天")).isInstanceOf(TalkCommand.Delegate.class);
        assertThat(TUESDAY.command("委托 韩梅 明天")).isInstanceOf(TalkCommand.Delegate.class);
        assertThat(TUESDAY.command("请假 HY-4 当天出差"))
                .isEqualTo(new MeetingCommand.Answer(
                        new ItemNumber(ItemKind.MEETING, 4), Reply.DECLINED, Optional.empty(), "当天出差"));
        assertThat(TUESDAY.command("hy4 委托 韩梅"))
                .isEqualTo(new MeetingCommand.Answer(
                        new ItemNumber(ItemKind.MEETING, 4), Reply.STAND_IN, Optional.of("han.mei"), ""));
    }

    @Test
    void every_word_of_every_verb_leads_to_it() {
        for (Phrase phrase : Heard.BOOK.phrases()) {
            for (String word : phrase.words().toList()) {
                Reading reading = TUESDAY.read(word);
                boolean asked = reading instanceof Reading.NumberNeeded needed
                                && needed.of().containsAll(phrase.about())
                                && needed.phrase().words().anyMatch(word::equals)
                        || reading instanceof Reading.Incomplete incomplete && incomplete.phrase() == phrase
                        || reading instanceof Reading.Understood && !phrase.isAboutItem()
                        || phrase.isAboutItem()
                                && words(other -> !other.isAboutItem()).contains(word);
                assertThat(asked).as(word + " read as " + reading).isTrue();
            }
        }
    }

    @Test
    void the_number_tells_which_verb_a_word_names() {
        assertThat(TUESDAY.command("升级 XQ-1 急")).isInstanceOf(RequestCommand.Escalate.class);
        assertThat(TUESDAY.command("升级 ZY-1 急")).isInstanceOf(DisputeCommand.Escalate.class);
        assertThat(TUESDAY.command("ZY-1 撤回")).isInstanceOf(DisputeCommand.Withdraw.class);
        assertThat(TUESDAY.command("完成 xd 1 已入库")).isInstanceOf(ActionCommand.Finish.class);
        assertThat(TUESDAY.command("受理 zy1 进度")).isInstanceOf(DisputeCommand.Receive.class);
        assertThat(TUESDAY.command("撤回 7")).isEqualTo(new RequestCommand.Withdraw(ItemNumber.request(7), false));
        assertThat(TUESDAY.command("表决 7 弃权"))
                .isEqualTo(new DisputeCommand.Vote(
                        new ItemNumber(ItemKind.DISPUTE, 7), DisputeCommand.Choice.ABSTAIN, ""));
        assertThat(TUESDAY.read("验收 ZY-1 5")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.read("裁决 XQ-1 照办")).isInstanceOf(Reading.Wrong.class);
    }

    @Test
    void a_dispute_is_raised_about_an_item_or_with_a_department() {
        assertThat(TUESDAY.command("争议 XQ-1 对方三次推迟"))
                .isEqualTo(new DisputeCommand.Raise(Optional.of(NUMBER), Optional.empty(), "对方三次推迟"));
        assertThat(TUESDAY.command("争议 与生产部 样机迟迟未交"))
                .isEqualTo(new DisputeCommand.Raise(Optional.empty(), Optional.of("production"), "样机迟迟未交"));
        assertThat(TUESDAY.command("dispute XQ-1 because it is late"))
                .isEqualTo(new DisputeCommand.Raise(Optional.of(NUMBER), Optional.empty(), "it is late"));
        assertThat(TUESDAY.read("争议 样机迟迟未交")).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.read("争议 XQ-1")).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.command("争议 ZY-1")).isEqualTo(new TalkCommand.Show(new ItemNumber(ItemKind.DISPUTE, 1)));
    }

    @Test
    void a_vote_and_a_ruling_are_read_with_their_reasons_and_orders() {
        ItemNumber number = new ItemNumber(ItemKind.DISPUTE, 1);
        assertThat(TUESDAY.command("表决 ZY-1 支持乙方 物料确实没到"))
                .isEqualTo(new DisputeCommand.Vote(number, DisputeCommand.Choice.SECOND, "物料确实没到"));
        assertThat(TUESDAY.read("表决 ZY-1")).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.with(Map.of("choice", "FIRST")).command("表决 ZY-1"))
                .isEqualTo(new DisputeCommand.Vote(number, DisputeCommand.Choice.FIRST, ""));
        String text = "支持甲方,生产部补齐\n- 何涛 12月5日前 补齐样机\n- 李雷 确认收货 下周五";
        assertThat(TUESDAY.command("裁决 ZY-1 确认 " + text))
                .isEqualTo(new DisputeCommand.Rule(
                        number,
                        text,
                        Optional.of(DisputeCommand.Choice.FIRST),
                        List.of(
                                new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 5)),
                                new Order("li.lei", "确认收货", LocalDate.of(2026, 12, 4))),
                        true));
        assertThat(TUESDAY.read("裁决 ZY-1 照办\n- 尽快补齐样机")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.read("裁决 ZY-1")).isInstanceOf(Reading.Incomplete.class);
    }

    @Test
    void an_action_item_is_read_with_who_what_and_when() {
        ItemNumber number = new ItemNumber(ItemKind.ACTION_ITEM, 1);
        assertThat(TUESDAY.command("行动项 何涛 补齐样机 周五"))
                .isEqualTo(new ActionCommand.Assign(
                        Optional.of("he.tao"), "补齐样机", Optional.of(LocalDate.of(2026, 11, 27)), Optional.empty()));
        assertThat(TUESDAY.command("行动项 ZY-3 何涛 12月5日前 补齐样机"))
                .isEqualTo(new ActionCommand.Assign(
                        Optional.of("he.tao"),
                        "补齐样机",
                        Optional.of(LocalDate.of(2026, 12, 5)),
                        Optional.of(new ItemNumber(ItemKind.DISPUTE, 3))));
        assertThat(TUESDAY.command("转派 XD-1 许宁 他在现场")).isEqualTo(new ActionCommand.HandOver(number, "xu.ning", "他在现场"));
        assertThat(TUESDAY.command("改期 XD-1 下周三 物料晚到"))
                .isEqualTo(new ActionCommand.PutOff(number, LocalDate.of(2026, 12, 2), "物料晚到"));
        for (String text : List.of("行动项", "行动项 何涛 补齐样机", "转派 XD-1", "改期 XD-1 下周三", "完成 XD-1"))
            assertThat(TUESDAY.read(text)).as(text).isInstanceOf(Reading.Incomplete.class);
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
                "我可没答应受理 XQ-1",
                "谁把 XQ-1 转给财务了?",
                "XQ-1 受理的人是谁",
                "XQ-1 催办过了",
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
        assertThat(TUESDAY.command("评论 XQ-1 参见 XQ-2")).isEqualTo(new SharedCommand.Comment(NUMBER, "参见 XQ-2"));
        assertThat(TUESDAY.command("XQ-1 评论 参见 XQ-2")).isEqualTo(new SharedCommand.Comment(NUMBER, "参见 XQ-2"));
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
        assertThat(TUESDAY.command("评论 XQ-1 " + nasty)).isEqualTo(new SharedCommand.Comment(NUMBER, nasty));
        assertThat(((RequestCommand.File) TUESDAY.command("求助 设计部 " + nasty)).need())
                .isEqualTo(nasty);
        assertThat(((RequestCommand.Draft) TUESDAY.command("请设计部帮忙 " + nasty)).need())
                .contains(nasty);
    }

    @Test
    void control_and_direction_characters_are_taken_out() {
        assertThat(TUESDAY.command("评论\u0000 XQ-1 a\u202Eb\u200Bc\u0007d\uFEFF\uD800e"))
                .isEqualTo(new SharedCommand.Comment(NUMBER, "abcde"));
        assertThat(TUESDAY.command("评论 XQ-1 第一行\n第二行\t列")).isEqualTo(new SharedCommand.Comment(NUMBER, "第一行\n第二行\t列"));
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
