package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.fuzz.CardText;
import io.xietong.fuzz.Markdown;
import io.xietong.fuzz.Nearby;
import java.net.URI;
import java.util.Set;

/** Whatever people write, in cards, in XML and in markdown: no mention, no link and no markup of theirs. */
class WecomCardsFuzz {

    private static final String FORM = "https://xietong.example/form/x";
    private static final WecomCards CARDS = new WecomCards(WecomFuzzed.WORDS, (single, card) -> URI.create(FORM));
    private static final Chat PERSON = new Chat("wecom", "lilei", Chat.Kind.SINGLE, "");
    private static final Chat GROUP = new Chat("wecom", "wrlaunch", Chat.Kind.GROUP, "项目群");
    /** What nobody is shown. */
    private static final Set<String> CARRIED = Set.of("key", "id", "selected_id");

    @FuzzTest(maxDuration = "60s")
    void no_mention_link_or_markup_comes_to_life(byte[] bytes) {
        Nearby.eachText(bytes, 40, text -> {
            CardText written = CardText.of(text);
            for (Card card : new Card[] {written.item(), written.form()}) {
                for (Chat chat : new Chat[] {PERSON, GROUP}) {
                    WecomCards.Drawn drawn = CARDS.fresh(card, chat, "t1");
                    plain(drawn.card(), "");
                    drawn.before()
                            .map(WecomEscape::markdown)
                            .ifPresent(before -> Markdown.of(before).isPlain());
                    WecomXml xml = WecomXml.read(WecomCardXml.of(CARDS.again(card, chat, "t1")))
                            .orElseThrow();
                    assertThat(xml.text("TaskId")).isEqualTo("t1");
                    assertThat(xml.text("CardType")).isEqualTo("button_interaction");
                }
            }
            Markdown.of(WecomEscape.markdown(text)).isPlain().reads(text);
            assertThat(WecomEscape.plain(text)).doesNotContain("@", "<");
            String speech = WecomEscape.speech(text);
            assertThat(speech).doesNotContain("@", "<", "](");
            Markdown.of(speech).hidesNoAddress();
        });
    }

    private static void plain(JsonNode json, String under) {
        if (json.isTextual() && !CARRIED.contains(under))
            assertThat(json.asText()).as(under).doesNotContain("@", "<");
        if (under.equals("url")) assertThat(json.asText()).isEqualTo(FORM);
        if (json.isObject()) json.properties().forEach(field -> plain(field.getValue(), field.getKey()));
        else json.forEach(element -> plain(element, under));
    }
}
