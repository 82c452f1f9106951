package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.Heard;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.people.Role;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TalkCardsTest {

    private final TalkCards chinese = new TalkCards(Heard.BOOK, Words.in(Language.CHINESE, Demo.ZONE));
    private final TalkCards english = new TalkCards(Heard.BOOK, Words.in(Language.ENGLISH, Demo.ZONE));

    private static List<String> labels(Card card) {
        return card.parts().stream()
                .filter(Part.Field.class::isInstance)
                .map(part -> ((Part.Field) part).label())
                .toList();
    }

    private static List<Button> buttons(Card card) {
        return card.parts().stream()
                .filter(Part.Buttons.class::isInstance)
                .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                .toList();
    }

    @Test
    void help_shows_the_verbs_of_the_readers_roles() {
        assertThat(labels(chinese.help(Set.of(Role.EMPLOYEE), false)))
                .contains("求助", "催办", "待办", "日历")
                .doesNotContain("受理", "婉拒");
        assertThat(labels(chinese.help(Set.of(Role.EMPLOYEE, Role.CONTACT), true)))
                .contains("受理", "婉拒", "转派");
        assertThat(labels(english.help(Set.of(Role.EMPLOYEE), false))).contains("request", "nudge", "todo");
    }

    @Test
    void every_button_of_talk_is_understood() {
        for (Card card : List.of(
                chinese.help(Set.of(Role.EMPLOYEE), false),
                chinese.home("李雷", "2", "3"),
                chinese.introduction(),
                chinese.settings(Language.CHINESE, "20:00-08:30", true, List.of("feishu", "wecom"), "auto"),
                english.home("李雷", "0", "0"))) {
            assertThat(buttons(card)).isNotEmpty();
            for (Button button : buttons(card)) {
                assertThat(Heard.TUESDAY.read(button.phrase()))
                        .as(button.phrase())
                        .isInstanceOf(Reading.Understood.class);
            }
        }
    }

    @Test
    void help_about_one_verb_shows_an_example_and_what_else_can_be_said_but_no_pinyin() {
        Card card = chinese.help("受理").orElseThrow();
        assertThat(card.parts().toString())
                .contains("受理 XQ-12 周五")
                .contains("接单")
                .doesNotContain("shouli");
        assertThat(chinese.help("ACCEPT")).isPresent();
        assertThat(chinese.help("sl")).isPresent();
        assertThat(chinese.help("没有")).isEmpty();
    }

    @Test
    void the_nearest_verbs_are_buttons_with_examples() {
        Reading.Unclear unclear = (Reading.Unclear) Heard.TUESDAY.read("平论 XQ-1 好的");
        Card card = chinese.unclear(unclear.nearest());
        assertThat(buttons(card)).hasSize(3).extracting(Button::phrase).contains("评论");
    }

    @Test
    void what_is_missing_is_asked_for_by_a_card_in_the_readers_language() {
        Card card = english.incomplete((Reading.Incomplete) Heard.TUESDAY.read("转派 XQ-1"));
        assertThat(card.title()).isEqualTo("transfer XQ-1");
        assertThat(buttons(card).get(0).phrase()).isEqualTo("转派 XQ-1");
        Part.Form form = (Part.Form) card.parts().get(1);
        assertThat(form.inputs()).noneMatch(input -> input.label().startsWith("phrase."));
        assertThat(form.inputs().get(0).options()).hasSize(6);
    }

    @Test
    void two_readings_are_two_buttons() {
        Card card =
                chinese.choice((Reading.Choice) Heard.TUESDAY.on("2026-11-27").read("受理 XQ-1 周五"));
        assertThat(buttons(card)).extracting(Button::label).containsExactly("今天 11月27日(周五)", "下周 12月4日(周五)");
        assertThat(buttons(card))
                .extracting(Button::phrase)
                .containsExactly("受理 XQ-1 2026-11-27", "受理 XQ-1 2026-12-04");
    }
}
