package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.ChatPlatform.Sent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DingtalkCardsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

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

    private static Map<String, DingtalkCards.Drawn> gallery(DingtalkCards cards) {
        Map<String, DingtalkCards.Drawn> drawn = new TreeMap<>();
        drawn.put("request-awaiting", cards.draw(Gallery.awaiting(), World.LI_LEI));
        drawn.put("request-awaiting-group", cards.draw(Gallery.awaiting(), World.LAUNCH));
        drawn.put("request-overdue", cards.draw(Gallery.overdue(), World.LI_LEI));
        drawn.put("request-completed", cards.draw(Gallery.completed(), World.LAUNCH));
        drawn.put("gate", cards.draw(Gallery.gate(), World.LAUNCH));
        drawn.put("project-active", cards.draw(Gallery.project(), World.LI_LEI));
        drawn.put("form", cards.draw(Gallery.form(), World.LI_LEI));
        drawn.put("list", cards.draw(Gallery.list(), World.LI_LEI));
        drawn.put("help", cards.draw(Gallery.help(), World.LAUNCH));
        drawn.put("confirm", cards.draw(Gallery.confirm(), World.LI_LEI));
        drawn.put("meeting", cards.draw(Gallery.meeting(), World.LI_LEI));
        drawn.put("minutes", cards.draw(Gallery.minutes(), World.LI_LEI));
        drawn.put("notice", cards.draw(Gallery.notice(), World.LI_LEI));
        drawn.put("library", cards.draw(Gallery.library(), World.LI_LEI));
        return drawn;
    }

    /** Written anew with {@code -Dgolden=write}, compared otherwise. */
    @Test
    void each_card_is_drawn_as_its_golden_file_says() throws IOException {
        Files.createDirectories(GOLDEN);
        for (Map.Entry<String, DingtalkCards.Drawn> entry : gallery(cards).entrySet()) {
            String drawn = JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(entry.getValue().parameters())
                    + "\n";
            Path file = GOLDEN.resolve(entry.getKey() + ".json");
            if ("write".equals(System.getProperty("golden"))) Files.writeString(file, drawn);
            assertThat(drawn).as(entry.getKey()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void fields_are_filled_in_on_a_page_by_one_person_and_asked_back_in_private_in_a_group() {
        assertThat(cards.draw(withForm(), World.LI_LEI).markdown()).contains("[填写表单](https://xietong.example/form/t)");
        assertThat(cards.draw(withForm(), World.LAUNCH).markdown())
                .doesNotContain("](")
                .contains("我会在单聊里问你");
    }

    @Test
    void what_a_form_starts_with_travels_with_the_main_button_when_that_is_enough() {
        JsonNode accept =
                cards.draw(Gallery.awaiting(), World.LAUNCH).buttons().get(0).path("params");
        JsonNode decline =
                cards.draw(Gallery.awaiting(), World.LAUNCH).buttons().get(3).path("params");
        assertThat(accept.path("date").asText()).isEqualTo("2026-11-27");
        assertThat(decline.has("date")).isFalse();
        assertThat(cards.draw(Gallery.awaiting(), World.LAUNCH).markdown()).contains("点「受理」即提交:承诺完成日 2026-11-27");

        Card lacking = Card.titled("求助", Tone.INFO)
                .form(List.of(Input.text("a", "一", true, "", "有"), Input.text("b", "二", true, "", "")))
                .buttons(List.of(Button.primary("file", "提交", "求助")))
                .build();
        assertThat(cards.draw(lacking, World.LI_LEI)
                        .buttons()
                        .get(0)
                        .path("params")
                        .has("a"))
                .isFalse();
    }

    @Test
    void a_field_cannot_pass_for_what_a_button_carries() {
        Card tricky = Card.titled("x", Tone.INFO)
                .form(List.of(
                        Input.text("phrase", "一", false, "", "撤回 XQ-1"), Input.text("version", "二", false, "", "9")))
                .buttons(List.of(Button.primary("file", "提交", "求助")))
                .drawnFor(3);
        JsonNode params = cards.draw(tricky, World.LI_LEI).buttons().get(0).path("params");
        assertThat(params.toString()).isEqualTo("{\"phrase\":\"求助\",\"version\":\"3\"}");
    }

    @Test
    void more_buttons_than_fit_become_commands_to_send() {
        List<Button> many = new ArrayList<>();
        for (int i = 1; i <= 12; i++) many.add(Button.plain("b" + i, "XQ-" + i, "XQ-" + i));
        DingtalkCards.Drawn drawn =
                cards.draw(Card.titled("列表", Tone.NEUTRAL).buttons(many).build(), World.LI_LEI);
        assertThat(drawn.buttons()).hasSize(DingtalkCards.MOST_BUTTONS);
        assertThat(drawn.markdown()).contains("还可以发送:XQ-9、XQ-10、XQ-11、XQ-12");
    }

    @Test
    void a_text_that_is_too_long_is_cut_alone_and_says_where_the_rest_is() {
        DingtalkCards.Drawn drawn = cards.draw(World.request("很长🎉".repeat(3000)), World.LI_LEI);
        assertThat(DingtalkLines.bytes(drawn.markdown())).isLessThanOrEqualTo(DingtalkCards.MOST_BYTES);
        assertThat(drawn.markdown()).contains("…", "查看全文:轨迹 XQ-1", "截止 11月26日").doesNotContain("\ufffd");
    }

    @Test
    void whatever_the_size_it_fits_and_dingtalk_takes_it() {
        Random random = new Random(5);
        try (World world = new World()) {
            for (int round = 0; round < 60; round++) {
                Card card = large(random);
                DingtalkCards.Drawn drawn = cards.draw(card, World.LI_LEI);
                assertThat(DingtalkLines.bytes(drawn.markdown())).isLessThanOrEqualTo(DingtalkCards.MOST_BYTES);
                assertThat(drawn.markdown()).contains("](https://xietong.example/form/t)");
                assertThat(world.platform.send(World.card("r" + round, World.LAUNCH, card)))
                        .isInstanceOf(Sent.class);
            }
        }
    }

    private static Card large(Random random) {
        Card.Builder card = Card.titled("XQ-1 " + "题".repeat(random.nextInt(300)), Tone.WARNING);
        for (int i = random.nextInt(250); i > 0; i--) card.line("行".repeat(random.nextInt(400)));
        for (int i = random.nextInt(100); i > 0; i--) card.field("名" + i, "值".repeat(1 + random.nextInt(3000)));
        List<Button> buttons = new ArrayList<>();
        for (int i = 1 + random.nextInt(80); i > 0; i--)
            buttons.add(Button.danger("b" + i, "按钮" + i, "评论 XQ-" + i, "后果".repeat(random.nextInt(200))));
        return card.form(List.of(Input.longText("t", "文", true, "提示", "初".repeat(random.nextInt(3000)))))
                .buttons(buttons)
                .drawnFor(9);
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
                "<script>alert(1)</script>",
                "&#64;all &lt;b&gt;",
                "标题\n===",
                "    缩进成代码",
                "1. 一\n2) 二",
                "\u202e反转\u0000\u0007\ud83d",
                "\r\n# 换行\r# 再换"));
        Random random = new Random(7);
        String alphabet = "@[]()*_`#>-+=|<!~:/\\ \n中a😀1.&";
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
            assertThat(drawn.lines()).as(text).noneMatch(line -> line.strip().matches("[#>+=-].*|\\d+[.)]( .*)?"));
            assertThat(drawn.lines()).as(text).noneMatch(line -> line.startsWith(" ") && !line.isBlank());
            Card card = Card.titled(text, Tone.INFO)
                    .line(text)
                    .field(text, text)
                    .progress(50, text)
                    .buttons(List.of(Button.danger("x", "删", "撤回 " + text, text)))
                    .build();
            DingtalkCards.Drawn whole = cards.draw(card, World.LAUNCH);
            assertThat(whole.title() + whole.markdown())
                    .as(text)
                    .doesNotContain("@", "](", "://", "`", "<", "~~", "&#");
            assertThat(whole.title()).doesNotContain("\n");
        }
        assertThat(DingtalkEscape.plain("@所有人")).isEqualTo("＠所有人");
    }
}
