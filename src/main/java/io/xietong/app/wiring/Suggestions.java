package io.xietong.app.wiring;

import io.xietong.app.desk.Company;
import io.xietong.app.web.Completer;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.people.Role;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Completes commands from the same list that the parser reads. Thread-safe. */
record Suggestions(Phrasebook phrasebook, Supplier<Company> company) implements Completer {

    @Override
    public List<Completion> complete(String person, String prefix, Language language) {
        Set<Role> roles = company.get().organisation().rolesOf(person);
        Words words = Words.in(language, company.get().organisation().zone());
        String typed = prefix.strip().toLowerCase(Locale.ROOT);
        return phrasebook.phrases().stream()
                .filter(phrase -> phrase.who().stream().anyMatch(roles::contains))
                .filter(phrase -> names(phrase).anyMatch(name -> name.startsWith(typed)))
                .map(phrase -> new Completion(
                        name(phrase, language), words.say(phrase.help()) + " — " + words.say(phrase.example())))
                .toList();
    }

    private static Stream<String> names(Phrase phrase) {
        return phrase.words();
    }

    private static String name(Phrase phrase, Language language) {
        return language == Language.CHINESE ? phrase.verb() : phrase.english().get(0);
    }
}
