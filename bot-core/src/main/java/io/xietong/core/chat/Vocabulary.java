package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every way to say every verb. One word may name several verbs, each of another kind of item: 「升级」 is said of requests and of
 * disputes; the number tells which one is meant. Immutable.
 */
final class Vocabulary {

    /** A way to say a verb. */
    record Word(Phrase phrase, String text) {}

    /** Words in the order in which they are preferred, and the same by their first character. */
    private record Words(List<Word> all, Map<Character, List<Word>> beginning) {

        /** Of words that are the same, the first. */
        static Words of(List<Word> words) {
            Set<String> seen = new HashSet<>();
            List<Word> all =
                    words.stream().filter(word -> seen.add(word.text())).toList();
            return new Words(
                    all,
                    all.stream()
                            .collect(Collectors.groupingBy(word -> word.text().charAt(0))));
        }
    }

    private final List<Phrase> phrases;
    private final Words alone;
    private final Map<ItemKind, Words> ofKind = new EnumMap<>(ItemKind.class);

    /** @param phrases of those with the same word, the first is meant when no number tells */
    Vocabulary(List<Phrase> phrases) {
        this.phrases = phrases;
        List<Word> all = phrases.stream()
                .flatMap(phrase -> phrase.words().map(word -> new Word(phrase, word)))
                .toList();
        this.alone = Words.of(preferring(all, phrase -> !phrase.isAboutItem()));
        Arrays.stream(ItemKind.values()).forEach(kind -> {
            List<Word> own = preferring(all, phrase -> phrase.about().contains(kind));
            ofKind.put(kind, Words.of(fitting(own, kind)));
        });
    }

    /** 「请假」 alone is said of oneself, 「请假 HY-40」 of a meeting. */
    private static List<Word> preferring(List<Word> words, Predicate<Phrase> preferred) {
        return words.stream()
                .sorted(Comparator.comparing(word -> !preferred.test(word.phrase())))
                .toList();
    }

    /** Words that can be said of a kind; a word that fits no verb of it stays, so that it can be said that it does not. */
    private static List<Word> fitting(List<Word> all, ItemKind kind) {
        Set<String> taken = new HashSet<>();
        all.stream().filter(word -> fits(word.phrase(), kind)).forEach(word -> taken.add(word.text()));
        return all.stream()
                .filter(word -> fits(word.phrase(), kind) || !taken.contains(word.text()))
                .toList();
    }

    static boolean fits(Phrase phrase, ItemKind kind) {
        return !phrase.isAboutItem() || phrase.about().contains(kind);
    }

    /** @param kind of the item whose number stands beside the verb; empty when none does */
    List<Word> words(Optional<ItemKind> kind) {
        return kind.map(ofKind::get).orElse(alone).all();
    }

    /** Of those words the ones that begin with the character that a text begins with. */
    List<Word> beginning(String text, Optional<ItemKind> kind) {
        if (text.isEmpty()) return List.of();
        return kind.map(ofKind::get).orElse(alone).beginning().getOrDefault(text.charAt(0), List.of());
    }

    /** The kinds of items that a word can be said of, by whichever verb. */
    Set<ItemKind> kinds(String verb) {
        Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
        phrases.stream()
                .filter(phrase -> phrase.chinese().contains(verb))
                .forEach(phrase -> kinds.addAll(phrase.about()));
        return kinds;
    }

    /** The verbs of a kind, as buttons say them. */
    List<Object> verbs(ItemKind kind) {
        return phrases.stream()
                .filter(phrase -> phrase.about().contains(kind))
                .<Object>map(Phrase::verb)
                .toList();
    }
}
