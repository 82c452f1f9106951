package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import java.util.Comparator;
import java.util.Optional;

/** Finds the verb of a text where people put it: first, or beside the number. What only talks about a verb has none. Immutable. */
final class VerbSearch {

    private final Vocabulary vocabulary;

    VerbSearch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A verb that was found, and what is left to read. */
    record Verb(Phrase phrase, Typed rest) {}

    /** The verb a text begins with, or begins with after polite words. */
    Optional<Verb> first(Typed typed, Optional<ItemKind> kind) {
        return leading(typed, kind).or(() -> leading(Courtesy.off(typed), kind));
    }

    /** The verb a text begins with, if it is meant and not only talked about. */
    Optional<Verb> leading(Typed typed, Optional<ItemKind> kind) {
        return vocabulary.beginning(typed.folded(), kind).stream()
                .filter(word ->
                        WholeWord.startsWith(typed.folded(), word.text()) && !runsOn(word, typed.folded(), kind))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .filter(word ->
                        isMeant(word, typed.folded().substring(word.text().length())))
                .map(word -> new Verb(word.phrase(), typed.from(word.text().length())));
    }

    private static boolean isMeant(Vocabulary.Word word, String rest) {
        boolean changes = word.phrase().isAboutItem() && !word.phrase().id().equals("trail");
        return !Mood.isTalkBefore(rest) && !(changes && Mood.doubts(rest));
    }

    /** 「催也没用」「找错人了」: one character is a verb only by itself; without a number one may look something up with it. */
    private static boolean runsOn(Vocabulary.Word word, String text, Optional<ItemKind> kind) {
        return word.text().length() == 1
                && (kind.isPresent() || word.phrase().isAboutItem())
                && text.length() > 1
                && Character.isIdeographic(text.charAt(1));
    }

    /**
     * 「周五 受理 XQ-132」「这个不归我们 XQ-132 婉拒」: the verb right before or right after the number, not denied, and not two.
     *
     * @param start where the number stands in the folded text
     */
    Optional<Verb> beside(Typed typed, int start, int end, Optional<ItemKind> kind) {
        Typed before = typed.upTo(start);
        Typed after = typed.from(end);
        if (Mood.isTalkAfter(before.folded()) || Mood.doubts(after.folded())) return Optional.empty();
        Optional<Verb> ahead = ending(before, after, kind);
        Optional<Verb> behind = leading(Courtesy.skipped(after), kind)
                .filter(found -> Mood.isOwn(typed.folded().substring(0, start)))
                .map(found -> new Verb(found.phrase(), found.rest().with(Courtesy.off(before))));
        boolean two = ahead.isPresent()
                && behind.isPresent()
                && ahead.get().phrase() != behind.get().phrase();
        return two ? Optional.empty() : behind.or(() -> ahead);
    }

    private Optional<Verb> ending(Typed before, Typed after, Optional<ItemKind> kind) {
        if (Mood.asks(after.folded())) return Optional.empty();
        return vocabulary.words(kind).stream()
                .filter(word -> word.text().length() > 1 && WholeWord.endsWith(before.folded(), word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .filter(word -> Mood.isOwn(before.folded()
                        .substring(0, before.folded().length() - word.text().length())))
                .map(word -> new Verb(
                        word.phrase(),
                        before.upTo(before.folded().length() - word.text().length())
                                .with(after)));
    }
}
