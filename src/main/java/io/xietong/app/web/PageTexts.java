package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of a page, for its template and for its scripts.
 *
 * @param company the company's name, shown in the title
 */
public record PageTexts(Words words, String company) {

    private static final Set<String> KEYS = keys();

    static PageTexts in(Language language, Organisation organisation) {
        return new PageTexts(Words.in(language, organisation.zone()), organisation.name());
    }

    /** BCP 47 tag of the page's language. */
    public String language() {
        return words.language().tag();
    }

    /** Tag of the language that the switch leads to. */
    public String otherLanguage() {
        return (words.language() == Language.CHINESE ? Language.ENGLISH : Language.CHINESE).tag();
    }

    /** @param name of a text in {@code words/page} */
    public String say(String name) {
        return words.say("page." + name);
    }

    /** All texts as a JSON object, their places {@code {0}}, {@code {1}} … still open. */
    public String json() {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        KEYS.forEach(key -> texts.put(key.substring("page.".length()), words.say(key, "{0}", "{1}", "{2}", "{3}")));
        return texts.toString();
    }

    private static Set<String> keys() {
        Properties texts = new Properties();
        String file = "/words/page." + Language.CHINESE.tag() + ".properties";
        try (var in = PageTexts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
