package io.xietong.core.gate;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Reading;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of words about a gate. */
class GatePhrasesTest {

    private static final ItemNumber GATE = new ItemNumber(ItemKind.GATE, 21);
    private static final ItemNumber PROJECT = new ItemNumber(ItemKind.PROJECT, 8);

    private static GateCommand.Judge says(Verdict verdict, String reason, Condition... conditions) {
        return new GateCommand.Judge(GATE, verdict, reason, List.of(conditions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"评审 XM-8 2", "评审XM8 第2个里程碑", "发起评审 XM-8 里程碑2", "gate XM-8 2", "XM-8 评审 2", "评审 8 2"})
    void the_milestone_is_named_by_its_place(String text) {
        assertThat(TUESDAY.command(text)).isEqualTo(new GateCommand.Call(PROJECT, Optional.of(2)));
    }

    @Test
    void without_a_place_the_next_one_is_meant_and_a_gate_is_shown() {
        assertThat(TUESDAY.command("评审 XM-8")).isEqualTo(new GateCommand.Call(PROJECT, Optional.empty()));
        assertThat(TUESDAY.command("评审 XM-8 12月5日")).isEqualTo(new GateCommand.Call(PROJECT, Optional.empty()));
        assertThat(TUESDAY.command("评审 PS-21")).isEqualTo(new TalkCommand.Show(GATE));
        assertThat(TUESDAY.read("评审")).isInstanceOf(Reading.NumberNeeded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通过 PS-21", "PS-21 通过", "pass ps21", "评审通过 PS-21", "PS－２１ 同意通过"})
    void a_pass_needs_no_words(String text) {
        assertThat(TUESDAY.command(text)).isEqualTo(says(Verdict.PASS, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"不通过 PS-21 没有通过跌落测试", "PS-21 不通过,没有通过跌落测试", "不能通过 PS-21 没有通过跌落测试", "暂不通过 PS-21 因为没有通过跌落测试"})
    void a_no_is_never_taken_for_a_pass(String text) {
        assertThat(TUESDAY.command(text)).isEqualTo(says(Verdict.FAIL, "没有通过跌落测试"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS-21 还没通过", "PS-21 通过了吗", "要是通过 PS-21 怎么办", "我们觉得 PS-21 难以通过", "不该通过 PS-21", "别通过 PS-21"})
    void what_is_not_plainly_an_answer_is_none(String text) {
        assertThat(TUESDAY.command(text)).isNotInstanceOf(GateCommand.class);
    }

    @Test
    void each_line_is_a_condition_with_who_and_when_where_they_are_said() {
        assertThat(TUESDAY.command("有条件通过 PS-21 何涛 12月5日前 补齐样机\n- 设计部 下周三前 定稿主视觉\n3. 渠道清单补全"))
                .isEqualTo(says(
                        Verdict.CONDITIONAL,
                        "何涛 12月5日前 补齐样机\n- 设计部 下周三前 定稿主视觉\n3. 渠道清单补全",
                        new Condition(
                                "补齐样机",
                                Optional.of("he.tao"),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 12, 5))),
                        new Condition(
                                "定稿主视觉",
                                Optional.empty(),
                                Optional.of("design"),
                                Optional.of(LocalDate.of(2026, 12, 2))),
                        new Condition("渠道清单补全", Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(TUESDAY.read("有条件通过 PS-21 何涛 12月5日前")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.with(Map.of("text", "生产部:何涛 周五前 补齐样机")).command("有条件通过 PS-21"))
                .isEqualTo(says(
                        Verdict.CONDITIONAL,
                        "生产部:何涛 周五前 补齐样机",
                        new Condition(
                                "补齐样机",
                                Optional.of("he.tao"),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 11, 27)))));
    }

    @Test
    void an_override_is_confirmed_with_its_reason() {
        assertThat(TUESDAY.command("放行 PS-21 上市日期不能改")).isEqualTo(new GateCommand.Release(GATE, "上市日期不能改", false));
        assertThat(TUESDAY.command("放行 PS-21 确认 上市日期不能改")).isEqualTo(new GateCommand.Release(GATE, "上市日期不能改", true));
        assertThat(TUESDAY.with(Map.of("text", "上市日期不能改")).command("放行 PS-21 确认"))
                .isEqualTo(new GateCommand.Release(GATE, "上市日期不能改", true));
    }

    @Test
    void what_is_missing_is_asked_for() {
        for (String text : List.of("有条件通过 PS-21", "不通过 PS-21", "弃权 PS-21", "再评 PS-21", "放行 PS-21", "放行 PS-21 确认"))
            assertThat(TUESDAY.read(text)).as(text).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.command("撤回 PS-21")).isEqualTo(new GateCommand.Withdraw(GATE, false));
        assertThat(TUESDAY.command("撤回 PS-21 确认")).isEqualTo(new GateCommand.Withdraw(GATE, true));
        assertThat(TUESDAY.command("再评 PS-21 已加固外壳")).isEqualTo(new GateCommand.CallAgain(GATE, "已加固外壳"));
    }
}
