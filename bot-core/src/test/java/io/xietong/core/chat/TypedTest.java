package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Text in its folded form, and the way back to what was written. */
class TypedTest {

    @Test
    void every_character_is_folded_as_unicode_says() {
        for (int point = 0x21; point <= Character.MAX_CODE_POINT; point++) {
            String one = Character.toString(point);
            if (!Typed.clean(one).equals(one)) continue;
            StringBuilder expected = new StringBuilder();
            Normalizer.normalize(one, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .chars()
                    .forEach(unit -> expected.append(Traditional.simplified((char) unit)));
            assertThat(new Typed(one).folded()).as("U+%X", point).isEqualTo(expected.toString());
        }
    }

    @Test
    void a_character_that_folds_into_many_leads_back_to_itself() {
        Typed typed = new Typed("a\uFDFAb");
        assertThat(typed.folded()).hasSizeGreaterThan(15).startsWith("a").endsWith("b");
        assertThat(typed.between(1, typed.folded().length() - 1)).isEqualTo("\uFDFA");
    }

    @Property
    void what_lies_between_the_ends_is_all_that_was_written(@ForAll String text) {
        Typed typed = new Typed(text);
        assertThat(typed.between(0, typed.folded().length())).isEqualTo(typed.original());
    }
}
