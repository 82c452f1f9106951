package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Sent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WecomCardsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOSTILE = List.of(
            "@所有人 快看",
            "@all",
            "<@zhangwei>",
            "<@all>",
            "[点我](https://evil.example)",
            "![x](http://evil.example/a.png)",
            "<a href=\"https://evil.example\">x</a>",
            "<font color=\"warning\">红</font>",
            "**粗** _斜_ `code` ~~删~~",
            "# 标题\n> 引用\n- 列表\n+ 列表",
            "| a | b |\n|---|---|",
            "]]><xml>",
            "\u202e反转\u0000\u0007",
            "😀\ud83d");

    private final WecomCards cards =
            new WecomCards(World.WORDS, (single, card) -> URI.create("https://xietong.example/form/t"));

    private static Map<String, Card> gallery() {
        Map<String, Card> gallery = new LinkedHashMap<>();
        gallery.put("request-awaiting", Gallery.awaiting());
        gallery.put("request-overdue", Gallery.overdue());
        gallery.put("request-completed", Gallery.completed());
        gallery.put("gate", Gallery.gate());
        gallery.put("project-active", Gallery.project());
        gallery.put("form", Gallery.form());
        gallery.put("list", Gallery.list());
        gallery.put("help", Gallery.help());
        gallery.put("confirm", Gallery.confirm());
        gallery.put("meeting", Gallery.meeting());
        gallery.put("minutes", Gallery.minutes());
        gallery.put("notice", Gallery.notice());
        gallery.put("library", Gallery.library());
        return gallery;
    }

    /** Written anew with {@code -Dgolden=write}, compared otherwise. */
    @Test
    void each_card_is_drawn_as_its_golden_files_say() throws IOException {
        Files.createDirectories(GOLDEN);
        for (Map.Entry<String, Card> entry : gallery().entrySet()) {
            for (Chat chat : List.of(World.LI_LEI, World.LAUNCH)) {
                WecomCards.Drawn drawn = cards.fresh(entry.getValue(), chat, "t1");
                var whole = JSON.createObjectNode();
                whole.put("before", drawn.before().orElse(""));
                whole.set("card", drawn.card());
                String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
                Path file = GOLDEN.resolve(entry.getKey() + (chat.isGroup() ? "-group" : "") + ".json");
                if ("write".equals(System.getProperty("golden"))) Files.writeString(file, text);
                assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
            }
        }
    }

    @Test
    void wecom_takes_each_of_them() {
        try (World world = new World()) {
            gallery()
                    .forEach((name, card) -> assertThat(
                                    world.both().platform().send(World.card(name, World.LI_LEI, card)))
                            .as(name)
                            .isInstanceOf(Sent.class));
        }
    }

    @Test
    void fields_are_filled_in_on_a_page_by_one_person_and_typed_in_a_group() {
        Card card = Card.titled("XQ-1 海报", Tone.WARNING)
                .form(List.of(Input.longText("text", "补充内容", true, "", "")))
                .buttons(List.of(Button.primary("supply", "补充", "补充 XQ-1")))
                .drawnFor(2);
        JsonNode single = cards.fresh(card, World.LI_LEI, "t1").card();
        assertThat(single.path("card_action").path("url").asText()).isEqualTo("https://xietong.example/form/t");
        assertThat(single.path("horizontal_content_list").get(0).path("url").asText())
                .isEqualTo("https://xietong.example/form/t");
        JsonNode group = cards.fresh(card, World.LAUNCH, "t1").card();
        assertThat(group.toString()).doesNotContain("https://");
        assertThat(group.path("sub_title_text").asText()).isEqualTo("需要填写内容时,请 ＠ 我 并输入,例如:补充 XQ-1");
    }

    @Test
    void one_choice_among_few_is_asked_on_the_card_and_among_many_on_the_page() {
        for (int count : new int[] {1, 10, 11}) {
            List<Input.Option> options = new ArrayList<>();
            for (int i = 0; i < count; i++) options.add(new Input.Option("d" + i, "部门" + i));
            Card card = Card.titled("转派", Tone.NEUTRAL)
                    .form(List.of(Input.choice("to", "转派给", true, "d0", options)))
                    .buttons(List.of(Button.primary("ok", "确定", "转派 XQ-1")))
                    .build();
            JsonNode drawn = cards.fresh(card, World.LI_LEI, "t1").card();
            assertThat(drawn.has("button_selection")).isEqualTo(count <= 10);
            assertThat(drawn.has("card_action")).isEqualTo(count > 10);
        }
    }

    @Test
    void a_card_that_replaces_another_says_how_to_read_the_rest() {
        JsonNode drawn = cards.again(World.request("很长🎉".repeat(300)), World.LI_LEI, "t1");
        String below = drawn.path("sub_title_text").asText();
        assertThat(below).endsWith("(发送「XQ-1」给我可看全文)").doesNotContain("\ufffd");
        assertThat(WecomLengths.characters(below)).isLessThanOrEqualTo(WecomCards.SUBTITLE);
    }

    @Test
    void an_item_without_buttons_can_still_be_asked_about() {
        JsonNode drawn = cards.fresh(Gallery.completed(), World.LAUNCH, "t1").card();
        assertThat(drawn.path("button_list").toString())
                .isEqualTo("[{\"text\":\"查看进度\",\"style\":4,\"key\":\"9:XQ-132\"}]");
    }

    @Test
    void a_phrase_too_long_for_a_button_is_typed() {
        Card card = Card.titled("x", Tone.NEUTRAL)
                .buttons(List.of(Button.plain("a", "很长的按钮文字超过十个字", "求助 " + "长".repeat(400))))
                .build();
        WecomCards.Drawn drawn = cards.fresh(card, World.LI_LEI, "t1");
        assertThat(drawn.before().orElseThrow()).contains("求助 长长长");
        assertThat(drawn.card().path("button_list").get(0).path("text").asText())
                .isEqualTo("查看进度");
    }

    @Test
    void no_mention_link_or_markup_of_a_user_comes_to_life() {
        List<String> hostile = new ArrayList<>(HOSTILE);
        Random random = new Random(7);
        int[] alphabet = "@<>[]()*_`#>-+|!~:/\\ \n中a😀".codePoints().toArray();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < 30; n++) text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            hostile.add(text.toString());
        }
        for (String text : hostile) {
            String markdown = WecomEscape.markdown(text);
            assertThat(markdown).as(text).doesNotContain("@", "](", "://", "**", "`", "<", "|", "~~", "_");
            assertThat(markdown.lines()).as(text).noneMatch(line -> line.strip().matches("[#>+-].*"));
            String speech = WecomEscape.speech(text);
            assertThat(speech).as(text).doesNotContain("@", "](", "**", "`", "<", "|", "~~");
            Card card = Card.titled(text, Tone.INFO)
                    .line(text)
                    .field(text, text)
                    .progress(10, text)
                    .buttons(List.of(Button.danger("a", text, "受理 XQ-1", text)))
                    .drawnFor(1);
            JsonNode drawn = cards.fresh(card, World.LAUNCH, "t1").card();
            assertThat(drawn.toString()).as(text).doesNotContain("@", "<");
            assertThat(WecomXml.read(WecomCardXml.of(cards.again(card, World.LAUNCH, "t1"))))
                    .as(text)
                    .isPresent();
        }
    }

    @Test
    void texts_are_cut_between_lines_and_never_within_a_character() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(300); n > 0; n--) {
                text.append(List.of("a", "界", "🎉", "\n", "word ").get(random.nextInt(5)));
            }
            List<String> pieces = WecomLengths.pieces(text.toString(), 64);
            assertThat(String.join("", pieces)).isEqualTo(text.toString());
            assertThat(pieces).allMatch(piece -> WecomLengths.bytes(piece) <= 64);
        }
    }
}
