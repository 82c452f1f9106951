package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.Heard;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Reading;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.feature.View;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each side finds on the card in each state. */
class RequestCardsTest {

    private static final Words WORDS = Words.in(Language.CHINESE, Demo.ZONE);

    private static Scene scene(State state) {
        return switch (state) {
            case AWAITING_RESPONSE -> Scene.filed();
            case NEEDS_INFO -> Scene.filed().asked();
            case IN_PROGRESS -> Scene.filed().accepted();
            case DELIVERED -> Scene.filed().delivered();
            case COMPLETED ->
                Scene.filed().delivered().does("li.lei", new RequestCommand.Verify(NUMBER, Optional.of(4), ""));
            case DECLINED -> Scene.filed().declined();
            case WITHDRAWN -> Scene.filed().does("li.lei", new RequestCommand.Withdraw(NUMBER, true));
            case LAPSED -> Scene.filed().asked().until("2026-11-26T18:00");
        };
    }

    private static List<Button> buttons(Card card) {
        return card.parts().stream()
                .filter(Part.Buttons.class::isInstance)
                .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                .toList();
    }

    private static List<Input> inputs(Card card) {
        return card.parts().stream()
                .filter(Part.Form.class::isInstance)
                .flatMap(part -> ((Part.Form) part).inputs().stream())
                .toList();
    }

    private static Map<String, String> fields(Card card) {
        return card.parts().stream()
                .filter(Part.Field.class::isInstance)
                .map(Part.Field.class::cast)
                .collect(Collectors.toMap(Part.Field::label, Part.Field::value));
    }

    @ParameterizedTest
    @CsvSource({
        "AWAITING_RESPONSE, accept needinfo transfer decline, nudge comment withdraw, comment watch, accept needinfo transfer decline",
        "NEEDS_INFO, comment, supply withdraw, comment watch, supply withdraw",
        "IN_PROGRESS, deliver comment, nudge comment withdraw, comment watch, deliver comment",
        "DELIVERED, comment, verify reopen, comment watch, verify reopen",
        "COMPLETED, comment, reopen, comment watch, reopen",
        "DECLINED, comment, transfer reopen, comment watch, transfer reopen",
        "WITHDRAWN, comment, comment, comment watch, comment",
        "LAPSED, comment, reopen, comment watch, reopen"
    })
    void the_buttons_of_each_side(State state, String answering, String asking, String lookingOn, String group) {
        Scene scene = scene(state);
        assertThat(ids(scene.card("zhou.jie"))).isEqualTo(answering);
        assertThat(ids(scene.card("qian.duo"))).isEqualTo(answering);
        assertThat(ids(scene.card("li.lei"))).isEqualTo(asking);
        assertThat(ids(scene.card("han.mei"))).isEqualTo(lookingOn);
        assertThat(ids(scene.card(null)))
                .as("in a group: whoever owes the next step")
                .isEqualTo(group);
    }

    private static String ids(Card card) {
        return String.join(" ", buttons(card).stream().map(Button::id).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "AWAITING_RESPONSE",
        "NEEDS_INFO",
        "IN_PROGRESS",
        "DELIVERED",
        "COMPLETED",
        "DECLINED",
        "WITHDRAWN",
        "LAPSED"
    })
    void every_button_carries_a_phrase_that_is_understood_and_allowed(State state) {
        Scene scene = scene(state);
        for (String reader : List.of("zhou.jie", "li.lei", "han.mei")) {
            for (Button button : buttons(scene.card(reader))) {
                Map<String, String> form = Map.of("text", "好", "to", "production", "rating", "5", "date", "2026-11-30");
                Object command = Heard.TUESDAY.with(form).command(button.phrase());
                assertThat(command).as(reader + " " + button.phrase()).isInstanceOf(AboutItem.class);
                assertThat(((AboutItem) command).number()).isEqualTo(NUMBER);
                assertThat(scene.decide(reader, (AboutItem) command))
                        .as(reader + " " + button.phrase())
                        .isInstanceOf(Decision.Done.class);
            }
        }
    }

    @Test
    void a_press_without_the_words_it_needs_is_asked_about() {
        for (String phrase : List.of("需补充 XQ-132", "婉拒 XQ-132", "转派 XQ-132", "重开 XQ-132", "评论 XQ-132", "验收 XQ-132")) {
            assertThat(Heard.TUESDAY.with(Map.of("text", " ", "to", "")).read(phrase))
                    .isInstanceOf(Reading.Incomplete.class);
        }
    }

    @Test
    void the_card_says_who_owes_what_until_when_and_by_which_rule() {
        Scene scene = Scene.filed().at("2026-11-24T14:00");
        Card card = scene.card("zhou.jie");
        assertThat(card.title()).isEqualTo("XQ-132 新品海报");
        assertThat(card.version()).isEqualTo(1);
        assertThat(card.tone()).isEqualTo(Tone.INFO);
        assertThat(card.parts().get(0)).isEqualTo(new Part.Line("待响应 · 设计部 周洁 尚未答复(24小时,遇休顺延)"));
        assertThat(card.parts().get(1)).isEqualTo(new Part.Progress(16, "截止 11月25日(周三) 10:00,还剩 20小时"));
        assertThat(fields(card))
                .containsEntry("提出", "李雷(市场部)")
                .containsEntry("接手", "周洁(设计部)")
                .containsEntry("期望完成", "11月27日(周五)");
    }

    @Test
    void an_overdue_card_turns_red_and_says_by_how_much() {
        Scene scene = Scene.filed().until("2026-11-25T12:00");
        assertThat(scene.card("li.lei").tone()).isEqualTo(Tone.DANGER);
        assertThat(scene.card("li.lei").parts()).contains(new Part.Progress(100, "截止 11月25日(周三) 10:00,已超时 2小时"));
        assertThat(ids(scene.card("li.lei"))).isEqualTo("nudge comment withdraw escalate");
    }

    @Test
    void a_due_time_in_an_unpublished_year_is_marked_provisional() {
        Scene scene = Scene.filed()
                .does("zhou.jie", new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.of(2027, 1, 5))));
        assertThat(scene.card("li.lei").parts().toString()).contains("(暂估:次年放假安排尚未公布)");
    }

    @Test
    void the_question_the_promise_and_the_rating_are_shown_where_they_belong() {
        assertThat(scene(State.NEEDS_INFO).card("li.lei").parts().get(0))
                .isEqualTo(new Part.Line("需补充 · 等 李雷 补充:什么尺寸?"));
        assertThat(fields(scene(State.IN_PROGRESS).card("li.lei"))).containsEntry("承诺完成", "11月27日(周五)");
        assertThat(fields(scene(State.COMPLETED).card("li.lei"))).containsEntry("评分", "★★★★☆");
        assertThat(scene(State.DECLINED).card("li.lei").tone()).isEqualTo(Tone.CLOSED);
    }

    @Test
    void public_acts_ask_for_confirmation_that_names_the_effect() {
        Card answering = Scene.filed().card("zhou.jie");
        assertThat(answering.button("decline").orElseThrow().confirm())
                .hasValueSatisfying(text -> assertThat(text).contains("李雷"));
        Card asking = Scene.filed().card("li.lei");
        assertThat(asking.button("withdraw").orElseThrow().confirm())
                .hasValueSatisfying(text -> assertThat(text).contains("设计部"));
        assertThat(asking.button("withdraw").orElseThrow().phrase()).isEqualTo("撤回 XQ-132 确认");
    }

    @Test
    void the_form_proposes_the_wanted_day_and_every_other_place() {
        List<Input> inputs = inputs(Scene.filed().card("zhou.jie"));
        assertThat(inputs).extracting(Input::name).containsExactly("date", "text", "to");
        assertThat(inputs.get(0).initial()).isEqualTo("2026-11-27");
        assertThat(inputs.get(2).options())
                .extracting(Input.Option::value)
                .containsExactly("production", "finance", "it", "admin-office", "zhao.min", "qian.duo", "wu.yue");
        assertThat(inputs(Scene.filed().at("2026-11-30T10:00").card("zhou.jie"))
                        .get(0)
                        .initial())
                .as("no day that is over")
                .isEmpty();
    }

    @Test
    void a_draft_keeps_what_was_understood_and_files_it_when_sent() {
        RequestCommand.Draft draft = (RequestCommand.Draft) Heard.TUESDAY.command("请周洁明天给我海报源文件");
        Card card = RequestForm.card(draft, Demo.COMPANY, "market", WORDS);
        assertThat(fields(card)).containsEntry("接手", "周洁");
        assertThat(inputs(card)).extracting(Input::name).startsWith("department", "need", "wantedBy");
        assertThat(inputs(card).get(0).options())
                .extracting(Input.Option::value)
                .doesNotContain("market");
        Map<String, String> sent =
                Map.of("department", "design", "need", "海报源文件", "wantedBy", "2026-11-25", "named", "马丽,张伟");
        RequestCommand.File file = (RequestCommand.File) Heard.TUESDAY
                .with(sent)
                .command(card.button("file").orElseThrow().phrase());
        assertThat(file.person()).contains("zhou.jie");
        assertThat(file.named()).containsExactlyInAnyOrder("ma.li", "zhang.wei");
        assertThat(file.evenIfRepeated()).isFalse();
        assertThat(((RequestCommand.File) Heard.TUESDAY
                                .with(Map.of("department", "finance", "need", "x"))
                                .command(card.button("file").orElseThrow().phrase()))
                        .person())
                .as("another department was chosen")
                .isEmpty();
        Card again = RequestForm.again(draft, Demo.COMPANY, "market", WORDS);
        assertThat(((RequestCommand.File) Heard.TUESDAY
                                .with(sent)
                                .command(again.button("file").orElseThrow().phrase()))
                        .evenIfRepeated())
                .isTrue();
    }

    @Test
    void forged_or_broken_form_values_get_a_sentence_and_no_stack_trace() {
        for (Map<String, String> form : List.of(
                Map.of("department", "sales", "need", "x"),
                Map.of("need", "x"),
                Map.of("department", "design", "need", "x", "wantedBy", "2026-02-30"),
                Map.of("department", "design", "need", "x", "wantedBy", "nonsense"),
                Map.of("department", "design", "need", "x", "wantedBy", "9999-12-31"))) {
            assertThat(Heard.TUESDAY.with(form).read("求助")).as(form.toString()).isInstanceOf(Reading.Wrong.class);
        }
        assertThat(Heard.TUESDAY
                        .with(Map.of("department", "design", "need", "x", "visibility", "everybody"))
                        .read("求助"))
                .isInstanceOf(Reading.Understood.class);
        assertThat(Heard.TUESDAY
                        .with(Map.of("from", "soon", "until", "2026-13-01"))
                        .read("请假"))
                .isInstanceOf(Reading.Wrong.class);
    }

    @Test
    void lists_show_the_earliest_due_first_and_open_what_is_pressed() {
        Request late = Scene.filed().request();
        Request accepted = Scene.filed().accepted().request();
        Request closed = scene(State.DECLINED).request();
        Card todo = ItemLists.todo(listed(closed, accepted, late), "3", WORDS);
        assertThat(todo.parts().get(0)).isEqualTo(new Part.Line("等你处理 3 件,最早到期的在前:"));
        assertThat(todo.parts().get(1).toString()).contains("待响应").contains("截止 11月25日(周三) 10:00");
        assertThat(todo.parts().get(3).toString()).contains("已婉拒").doesNotContain("截止");
        Card empty = ItemLists.todo(List.of(), "0", WORDS);
        assertThat(empty.parts()).containsExactly(new Part.Line("现在没有等你处理的事。"));
        Card which = ItemLists.list("催办", "哪一件?", listed(late), number -> "催办 " + number, WORDS);
        assertThat(buttons(which).get(0).phrase()).isEqualTo("催办 XQ-132");
    }

    private static List<ItemLists.Listed> listed(Request... requests) {
        return Stream.of(requests)
                .map(request -> new ItemLists.Listed(request, Scene.FEATURE.state(request)))
                .toList();
    }

    @Test
    void english_cards_are_english_throughout() {
        Scene scene = Scene.filed();
        Card card = Scene.FEATURE.card(
                scene.request(),
                Optional.empty(),
                new View(
                        Optional.of("zhou.jie"),
                        Demo.COMPANY,
                        scene.occasion(Actor.CLOCK).routing(),
                        Scene.CALENDAR,
                        scene.now(),
                        Words.in(Language.ENGLISH, Demo.ZONE)));
        assertThat(buttons(card))
                .extracting(Button::label)
                .noneMatch(label -> label.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN));
    }
}
