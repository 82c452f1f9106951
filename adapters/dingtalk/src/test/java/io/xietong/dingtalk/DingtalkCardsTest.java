package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DingtalkCardsTest {

    private final DingtalkCards cards =
            new DingtalkCards(World.WORDS, (single, card) -> URI.create("https://xietong.example/form/t"));

    private static Card withForm() {
        return Card.titled("XQ-1 海报", Tone.WARNING)
                .line("请补充")
                .form(List.of(Input.longText("text", "补充内容", true, "", "")))
                .buttons(List.of(Button.primary("supply", "补充", "补充 XQ-1")))
                .drawnFor(2);
    }

    @Test
    void the_request_card_reads_and_presses_as_it_should() {
        DingtalkCards.Drawn drawn = cards.draw(World.request("两张海报"), World.LI_LEI);
        assertThat(drawn.title()).isEqualTo("XQ-1 新品海报");
        assertThat(drawn.markdown()).isEqualTo("待响应\n\n**需求** 两张海报\n\n■■■■□□□□□□ 截止 11月26日(周四) 09:00\n\n婉拒:对方会收到你的理由");
        assertThat(drawn.buttons()).hasSize(2);
        JsonNode accept = drawn.buttons().get(0);
        assertThat(accept.path("params").toString()).isEqualTo("{\"phrase\":\"受理 XQ-1\",\"version\":\"3\"}");
        assertThat(accept.path("color").asText()).isEqualTo("blue");
        assertThat(drawn.parameters().properties())
                .allMatch(field -> field.getValue().isTextual());
    }

    @Test
    void a_groups_button_says_which_group_it_stands_in() {
        DingtalkCards.Drawn drawn = cards.draw(World.request("海报"), World.LAUNCH);
        assertThat(drawn.buttons().get(0).path("params").path("group").asText()).isEqualTo("cidlaunch==");
    }

    @Test
    void fields_are_filled_in_on_a_page_by_one_person_and_typed_in_a_group() {
        assertThat(cards.draw(withForm(), World.LI_LEI).markdown()).contains("[填写表单](https://xietong.example/form/t)");
        assertThat(cards.draw(withForm(), World.LAUNCH).markdown())
                .doesNotContain("](")
                .contains("请 @ 我 并输入,例如:补充 XQ-1");
    }

    @Test
    void more_buttons_than_fit_become_commands_to_type() {
        List<Button> many = new ArrayList<>();
        for (int i = 1; i <= 12; i++) many.add(Button.plain("b" + i, "XQ-" + i, "XQ-" + i));
        DingtalkCards.Drawn drawn =
                cards.draw(Card.titled("列表", Tone.NEUTRAL).buttons(many).build(), World.LI_LEI);
        assertThat(drawn.buttons()).hasSize(DingtalkCards.MOST_BUTTONS);
        assertThat(drawn.markdown()).contains("XQ-12:请输入「XQ-12」");
    }

    @Test
    void a_text_that_is_too_long_says_where_the_rest_is() {
        DingtalkCards.Drawn drawn = cards.draw(World.request("很长🎉".repeat(3000)), World.LI_LEI);
        assertThat(drawn.markdown().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(DingtalkCards.MOST_BYTES);
        assertThat(drawn.markdown()).contains("发送「XQ-1」到机器人单聊可查看全部").doesNotContain("�");
    }

    @Test
    void no_mention_link_or_markup_of_a_user_comes_to_life() {
        List<String> hostile = new ArrayList<>(List.of(
                "@所有人 快看",
                "@all",
                "<at id=all></at>",
                "[点我](https://evil.example)",
                "![x](http://evil.example/a.png)",
                "https://evil.example",
                "**加粗** _斜_ `code` ~~删~~",
                "# 标题\n> 引用\n- 列表\n+ 列表",
                "| a | b |\n|---|---|",
                "dtmd://dingtalkclient/sendMessage?content=x",
                "<script>alert(1)</script>"));
        Random random = new Random(7);
        String alphabet = "@[]()*_`#>-+|<!~:/\\ \n中a😀";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 30; n++) {
                int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
                text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
            }
            hostile.add(text.toString());
        }
        for (String text : hostile) {
            String drawn = DingtalkEscape.markdown(text);
            assertThat(drawn).as(text).doesNotContain("@", "](", "://", "**", "`", "<", "|", "~~", "_");
            assertThat(drawn.lines()).as(text).noneMatch(line -> line.strip().matches("[#>+-].*"));
        }
        assertThat(DingtalkEscape.plain("@所有人")).isEqualTo("＠所有人");
    }
}
