package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.fuzz.CardText;
import io.xietong.fuzz.Markdown;
import io.xietong.fuzz.Nearby;
import java.net.URI;
import java.time.ZoneId;
import java.util.Set;

/** Whatever people write: in markdown no mention, link or markup of theirs, and a card of a size that DingTalk takes. */
class DingtalkCardsFuzz {

    private static final String FORM = "https://xietong.example/form/x";
    private static final DingtalkCards CARDS = new DingtalkCards(
            Words.in(Language.CHINESE, ZoneId.of("Asia/Shanghai")), (single, card) -> URI.create(FORM));
    private static final Chat PERSON = new Chat("dingtalk", "u-lilei", Chat.Kind.SINGLE, "");
    private static final Chat GROUP = new Chat("dingtalk", "cidlaunch==", Chat.Kind.GROUP, "项目群");

    @FuzzTest(maxDuration = "60s")
    void no_mention_link_or_markup_comes_to_life(byte[] bytes) {
        Nearby.eachText(bytes, 40, text -> {
            CardText written = CardText.of(text);
            for (Card card : new Card[] {written.item(), written.form()}) {
                for (Chat chat : new Chat[] {PERSON, GROUP}) holds(CARDS.draw(card, chat));
            }
            Markdown.of(DingtalkEscape.markdown(text)).isPlain().reads(text);
            assertThat(DingtalkEscape.markdown(text)).doesNotContain("@", "<");
            assertThat(DingtalkEscape.plain(text)).doesNotContain("@");
        });
    }

    private static void holds(DingtalkCards.Drawn drawn) {
        assertThat(DingtalkLines.bytes(drawn.markdown())).isLessThanOrEqualTo(DingtalkCards.MOST_BYTES);
        assertThat(drawn.title() + drawn.markdown()).doesNotContain("@", "<");
        assertThat(drawn.title()).doesNotContain("\n", "\r");
        Markdown.of(drawn.title()).isPlain();
        Markdown.of(drawn.markdown()).isPlainBut(2, Set.of(FORM));
    }
}
