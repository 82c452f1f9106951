package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Card;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.fuzz.CardText;
import io.xietong.fuzz.Nearby;
import java.time.ZoneId;
import java.util.Set;

/** Whatever people write, a card has only the components that we draw with, and every word of theirs is plain text. */
class FeishuCardsFuzz {

    private static final FeishuCards CARDS = new FeishuCards(Words.in(Language.CHINESE, ZoneId.of("Asia/Shanghai")));
    private static final Set<String> COMPONENTS = Set.of(
            "plain_text", "div", "column_set", "column", "form", "input", "select_static", "date_picker", "button");
    private static final Set<String> LIVE =
            Set.of("url", "href", "multi_url", "android_url", "ios_url", "pc_url", "img_key", "lark_md", "markdown");

    @FuzzTest(maxDuration = "60s")
    void no_mention_link_or_markup_comes_to_life(byte[] bytes) {
        Nearby.eachText(bytes, 40, text -> {
            holds(CardText.of(text).item());
            holds(CardText.of(text).form());
        });
    }

    private static void holds(Card card) {
        ObjectNode drawn = CARDS.draw(card);
        assertThat(FeishuCards.fits(drawn)).isTrue();
        plain(drawn, "summary");
    }

    /** @param under the name of the field that holds it */
    private static void plain(JsonNode json, String under) {
        if (json.isObject()) {
            String tag = json.path("tag").asText();
            if (json.has("tag")) assertThat(COMPONENTS).contains(tag);
            if (json.has("content") && !under.equals("summary")) assertThat(tag).isEqualTo("plain_text");
            json.properties().forEach(field -> {
                assertThat(LIVE).doesNotContain(field.getKey());
                plain(field.getValue(), field.getKey());
            });
        } else json.forEach(element -> plain(element, under));
    }
}
