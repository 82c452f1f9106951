package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.ChatPlatform.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeishuCardsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOSTILE = List.of(
            "<at id=all></at>",
            "<at user_id=\"all\">所有人</at>",
            "<at id=ou_lilei></at>",
            "[点我](https://evil.example)",
            "<a href='https://evil.example'>x</a>",
            "**粗** ~~删~~ `code` <font color='red'>红</font>",
            "{\"tag\":\"markdown\"}",
            "\\u003cat id=all\\u003e",
            "![](img_v2)",
            "\u202e反转\u0000\u0007",
            "😀\ud83d",
            "\n\n# 标题\n---\n",
            "${x}{{y}}{0}");

    private final FeishuCards cards = new FeishuCards(World.WORDS);

    private static Map<String, Card> gallery() {
        Map<String, Card> cards = new TreeMap<>();
        cards.put("request-awaiting", Gallery.awaiting());
        cards.put("request-overdue", Gallery.overdue());
        cards.put("request-completed", Gallery.completed());
        cards.put("gate", Gallery.gate());
        cards.put("project-active", Gallery.project());
        cards.put("form", Gallery.form());
        cards.put("list", Gallery.list());
        cards.put("help", Gallery.help());
        cards.put("confirm", Gallery.confirm());
        cards.put("meeting", Gallery.meeting());
        cards.put("minutes", Gallery.minutes());
        cards.put("notice", Gallery.notice());
        cards.put("library", Gallery.library());
        return cards;
    }

    /** Written anew with {@code -Dgolden=write}, compared otherwise. */
    @Test
    void each_card_is_drawn_as_its_golden_file_says() throws IOException {
        Files.createDirectories(GOLDEN);
        for (Map.Entry<String, Card> entry : gallery().entrySet()) {
            String drawn =
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(cards.draw(entry.getValue())) + "\n";
            Path file = GOLDEN.resolve(entry.getKey() + ".json");
            if ("write".equals(System.getProperty("golden"))) Files.writeString(file, drawn);
            assertThat(drawn).as(entry.getKey()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void feishu_takes_each_of_them() {
        try (World world = new World()) {
            gallery()
                    .forEach((name, card) -> assertThat(world.platform.send(World.card(name, World.LAUNCH, card)))
                            .as(name)
                            .isInstanceOf(Sent.class));
        }
    }

    /** Nothing but plain text holds what came from outside, and plain text is shown as it is. */
    @Test
    void hostile_text_never_comes_to_life_and_is_never_lost() throws JsonProcessingException {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            String text = HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));
            Card card = Card.titled(text, Tone.INFO)
                    .line(text)
                    .field(text, text)
                    .progress(random.nextInt(200) - 50, text)
                    .form(List.of(
                            Input.longText("a", text, true, text, text),
                            Input.choice("b", text, false, "1", List.of(new Option("1", text), new Option("2", text)))))
                    .buttons(List.of(Button.danger("x", text, text, text)))
                    .drawnFor(1);
            JsonNode drawn = JSON.readTree(cards.draw(card).toString());
            assertThat(drawn.findValuesAsText("tag")).doesNotContain("markdown", "lark_md", "img", "hr");
            assertThat(texts(drawn)).contains(text);
        }
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json.path("tag").asText().equals("plain_text"))
            texts.add(json.path("content").asText());
        json.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    @Test
    void whatever_the_size_feishu_takes_it() {
        Random random = new Random(5);
        try (World world = new World()) {
            for (int round = 0; round < 60; round++) {
                Card card = large(random);
                assertThat(FeishuCards.fits(cards.draw(card))).isTrue();
                assertThat(world.platform.send(World.card("r" + round, World.LAUNCH, card)))
                        .isInstanceOf(Sent.class);
            }
        }
    }

    private static Card large(Random random) {
        Card.Builder card = Card.titled("XQ-1 " + "题".repeat(random.nextInt(300)), Tone.WARNING);
        for (int i = random.nextInt(250); i > 0; i--) card.line("行".repeat(random.nextInt(400)));
        for (int i = random.nextInt(100); i > 0; i--) card.field("名" + i, "值".repeat(1 + random.nextInt(3000)));
        List<Option> options = new ArrayList<>();
        for (int i = random.nextInt(400); i > 0; i--) options.add(new Option("o" + i, "选项".repeat(random.nextInt(60))));
        List<Button> buttons = new ArrayList<>();
        for (int i = 1 + random.nextInt(80); i > 0; i--) buttons.add(Button.plain("b" + i, "按钮" + i, "评论 XQ-" + i));
        if (random.nextBoolean())
            card.form(List.of(
                    Input.choice("c", "选", true, "", options),
                    Input.longText("t", "文", true, "提示".repeat(100), "初".repeat(random.nextInt(3000)))));
        return card.buttons(buttons).drawnFor(9);
    }

    @Test
    void required_is_left_to_the_desk_when_several_buttons_send_the_form() {
        List<Input> inputs = List.of(Input.text("a", "说明", true, "", ""));
        Button send = Button.primary("s", "提交", "提交");
        Button drop = Button.danger("d", "撤回", "撤回", "确定?");

        JsonNode one = cards.draw(
                Card.titled("x", Tone.INFO).form(inputs).buttons(List.of(send)).build());
        JsonNode two = cards.draw(Card.titled("x", Tone.INFO)
                .form(inputs)
                .buttons(List.of(send, drop))
                .build());
        assertThat(one.findValue("required").asBoolean()).isTrue();
        assertThat(two.findValue("required").asBoolean()).isFalse();
        assertThat(two.findValuesAsText("form_action_type")).containsExactly("submit", "submit");
    }

    @Test
    void a_text_too_long_for_its_field_is_shown_beside_it() {
        JsonNode drawn = cards.draw(Card.titled("x", Tone.INFO)
                .form(List.of(Input.longText("need", "需求", true, "", "长".repeat(1001))))
                .buttons(List.of(Button.primary("s", "提交", "求助")))
                .build());

        assertThat(texts(drawn)).contains("长".repeat(1001)).anyMatch(text -> text.contains("超过 1000 字"));
        assertThat(drawn.findValue("default_value")).isNull();
    }
}
