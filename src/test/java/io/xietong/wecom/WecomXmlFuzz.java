package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Nothing in XML grows, refers or nests without end, and text goes in and comes out as it was. */
class WecomXmlFuzz {

    private static final int DEEPEST = 13;
    private static final int MOST = 5_000;

    @FuzzTest(maxDuration = "60s")
    void nothing_grows_or_refers_and_text_comes_back_as_it_was(byte[] bytes) {
        Nearby.each(bytes, 100, WecomXmlFuzz::holds);
    }

    private static void holds(byte[] bytes) {
        WecomXml.read(bytes).ifPresent(read -> {
            assertThat(length(read)).isLessThanOrEqualTo(bytes.length);
            assertThat(depth(read)).isLessThanOrEqualTo(DEEPEST);
            assertThat(count(read)).isLessThanOrEqualTo(MOST);
        });
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(WecomXml.read("<!DOCTYPE xml [" + text + "]><xml>1</xml>")).isEmpty();
        String written = "<xml><Content>" + WecomXml.cdata(text) + "</Content></xml>";
        assertThat(WecomXml.read(written).orElseThrow().path("Content").text()).isEqualTo(asXmlHolds(text));
    }

    /** XML has no way to write some characters, and one for all ends of lines. */
    private static String asXmlHolds(String text) {
        StringBuilder held = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= 0x20 || point == '\n' || point == '\t' || point == '\r')
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .filter(point -> point != 0xFFFE && point != 0xFFFF)
                .forEach(held::appendCodePoint);
        return held.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int length(WecomXml element) {
        return element.text().length()
                + element.inside().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(WecomXmlFuzz::length)
                        .sum();
    }

    private static int depth(WecomXml element) {
        return 1
                + element.inside().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(WecomXmlFuzz::depth)
                        .max()
                        .orElse(0);
    }

    private static int count(WecomXml element) {
        return 1
                + element.inside().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(WecomXmlFuzz::count)
                        .sum();
    }
}
