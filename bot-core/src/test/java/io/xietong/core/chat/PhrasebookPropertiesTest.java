package io.xietong.core.chat;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.xietong.core.Heard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed or sent, the phrasebook answers, and soon. */
class PhrasebookPropertiesTest {

    private static final List<String> PIECES = List.of(
            "受理",
            "婉拒",
            "转派",
            "需补充",
            "验收",
            "求助",
            "请",
            "麻烦",
            "请假",
            "代理",
            "设置",
            "日历",
            "查",
            "帮助",
            "XQ-",
            "XQ-132",
            "132",
            "#1",
            "周五",
            "2月30日",
            "12/3",
            "3天",
            "个工作日",
            "设计部",
            "王芳",
            "到",
            "前",
            "5",
            "星",
            "⭐",
            "@所有人",
            "@协同",
            "/",
            "?",
            "「",
            "」",
            "(",
            "[",
            "{0}",
            "$1",
            "\\",
            "\n",
            "　",
            "👨‍👩‍👧‍👦",
            "𠮷",
            "\u0000",
            "\uD83D",
            "㍿",
            "ﷺ",
            "a",
            "ask ",
            "design",
            " ",
            ",",
            "。");

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 1500)
    void it_never_throws_for_a_mixture_of_what_it_knows(@ForAll("mixtures") String text) {
        check(TUESDAY.read(text));
    }

    @Property(tries = 1000)
    void it_never_throws_for_any_string(@ForAll String text) {
        check(TUESDAY.read(text));
    }

    @Property(tries = 500)
    void it_never_throws_for_any_form(@ForAll("mixtures") String phrase, @ForAll("mixtures") String value) {
        Map<String, String> form = Map.ofEntries(
                Map.entry("text", value),
                Map.entry("to", value),
                Map.entry("date", value),
                Map.entry("from", value),
                Map.entry("until", value),
                Map.entry("delegate", value),
                Map.entry("person", value),
                Map.entry("rating", value),
                Map.entry("department", value),
                Map.entry("need", value),
                Map.entry("wantedBy", value),
                Map.entry("visibility", value),
                Map.entry("language", value),
                Map.entry("quiet", value));
        check(TUESDAY.with(form).read(phrase));
    }

    private static void check(Reading reading) {
        assertThat(reading).isNotNull();
        if (reading instanceof Reading.Unclear unclear)
            assertThat(unclear.nearest()).hasSize(3);
        if (reading instanceof Reading.Choice choice)
            assertThat(choice.options()).isNotEmpty();
    }

    /** Ten thousand characters of what makes careless patterns run for ever or overflow the stack. */
    @Example
    void long_texts_are_read_in_time() {
        for (String piece : List.of(
                "请",
                "能不能",
                "@协同 ",
                "@",
                "/",
                " ",
                "。",
                ",",
                "1",
                "1日",
                "1月",
                "XQ ",
                "XQ-1 ",
                "周五",
                "12/",
                "前",
                "谢谢",
                "设计部",
                "a",
                "ask ",
                "受理",
                "5星",
                "⭐",
                "👨‍👩‍👧‍👦",
                "请假",
                "到",
                "王芳",
                "?",
                "「",
                "1.",
                "in ",
                "1日:")) {
            String run = piece.repeat(10_000 / piece.length());
            for (String text : List.of(
                    run,
                    "求助 设计部 " + run + "x",
                    "评论 XQ-1 " + run,
                    "验收 XQ-1 " + run,
                    "请设计部" + run + "海报",
                    "XQ-1 " + run + "x",
                    "转派 XQ-1 " + run)) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> check(TUESDAY.read(text)),
                        () -> "too slow: " + text.substring(0, 20) + "…");
            }
        }
    }

    @Property(tries = 500)
    void what_is_kept_of_a_text_is_what_was_written(@ForAll("mixtures") String text) {
        Typed typed = new Typed(text);
        assertThat(typed.between(0, typed.folded().length())).isEqualTo(typed.original());
        for (int place = 0; place <= typed.folded().length(); place += 3) {
            String kept = typed.from(place).original();
            assertThat(kept.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                    .isTrue();
        }
        assertThat(Heard.BOOK.phrases()).isNotEmpty();
    }
}
