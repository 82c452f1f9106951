package io.xietong.core.chat;

import io.xietong.core.item.ItemNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what people type and what buttons carry; one way for both. Forgiving: width, case, blanks, a missing dash, the
 * order of verb and number, polite words around. Never guesses: what is not plainly a known verb is offered, not done.
 * Immutable, thread-safe.
 */
public final class Phrasebook {

    private static final Pattern MENTION =
            Pattern.compile("^(?:@\\s*(?:协同|小协|机器人|bot|xietong)\\S{0,4}[\\s:,,]*)+|^[/、]+\\s*");
    private static final Pattern POLITE = Pattern.compile(
            "^(?:你好|您好|hi|hello|hey|麻烦你?|请你?|劳驾|帮我|帮忙|我想要?|我要|给我|please|pls|could you|can you|i want to|i'd like to)[\\s,，!！。~]*");
    private static final Pattern NUMBER = ItemNumber.pattern();
    private static final Pattern BARE =
            Pattern.compile("^[\\s:：,]*[#]?\\s*(\\d{1,9})(?=$|[\\s,，:：。]|[^\\d月号日天/.\\-:个年周点分星])");

    /** Reads a sentence that names no verb, such as 「请市场部周五前给出海报」, as a draft to be confirmed. */
    public interface NaturalReader {
        Optional<Command> read(Hearing hearing, String text);
    }

    private final List<Phrase> phrases;
    private final NaturalReader natural;

    /** @param phrases in the order in which help shows them */
    public Phrasebook(List<Phrase> phrases, NaturalReader natural) {
        this.phrases = List.copyOf(phrases);
        this.natural = natural;
    }

    public List<Phrase> phrases() {
        return phrases;
    }

    public Reading read(Hearing hearing) {
        Typed typed = withoutMention(new Typed(hearing.text()));
        if (typed.isEmpty()) return new Reading.Understood(new TalkCommand.Home());

        Matcher number = NUMBER.matcher(typed.folded());
        Optional<ItemNumber> item = number.find() ? ItemNumber.of(number) : Optional.empty();
        Typed spoken = item.isPresent() ? typed.without(number.start(), number.end()) : typed;
        if (item.isPresent() && onlyPunctuation(spoken))
            return new Reading.Understood(new TalkCommand.Show(item.get()));

        Optional<Verb> verb = leading(spoken)
                .or(() -> leading(polite(spoken)))
                .or(() -> item.isPresent() ? within(spoken) : Optional.empty());
        if (verb.isPresent() && fits(verb.get(), hearing)) return read(hearing, verb.get(), item);

        Optional<Command> draft = item.isPresent() ? Optional.empty() : natural.read(hearing, typed.original());
        return draft.<Reading>map(Reading.Understood::new)
                .orElseGet(() -> new Reading.Unclear(new Nearest(phrases).to(spoken.folded(), item.isPresent())));
    }

    private Reading read(Hearing hearing, Verb verb, Optional<ItemNumber> item) {
        Typed rest = verb.rest();
        Optional<ItemNumber> number = item;
        if (verb.phrase().about() && number.isEmpty()) {
            Matcher bare = BARE.matcher(rest.folded());
            if (bare.find() && Long.parseLong(bare.group(1)) > 0) {
                number = Optional.of(ItemNumber.request(Long.parseLong(bare.group(1))));
                rest = rest.from(bare.end(1));
            } else {
                return new Reading.NumberNeeded(verb.phrase());
            }
        }
        return verb.phrase().reader().read(new Spoken(hearing, verb.phrase(), number, rest));
    }

    /** A verb that was found, and what is left to read. */
    private record Verb(Phrase phrase, String word, Typed rest) {}

    /** 「帮助我们设计部做海报」 is a sentence, not a call for help: a short verb of talk with a long rest that names a department. */
    private boolean fits(Verb verb, Hearing hearing) {
        if (verb.phrase().about()
                || !hearing.form().isEmpty()
                || verb.rest().folded().length() < 8) return true;
        if (!List.of("help", "home", "todo", "mine").contains(verb.phrase().id())) return true;
        return new Named(hearing.organisation())
                .department(verb.rest().folded())
                .isEmpty();
    }

    private Optional<Verb> leading(Typed typed) {
        return words().filter(word -> startsWith(typed.folded(), word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .map(word -> new Verb(
                        word.phrase(), word.text(), typed.from(word.text().length())));
    }

    private Optional<Verb> within(Typed typed) {
        return words().filter(word -> word.text().length() > 1 && standsIn(typed.folded(), word.text()) >= 0)
                .max(Comparator.<Word>comparingInt(word -> word.text().length())
                        .thenComparing(word -> -standsIn(typed.folded(), word.text())))
                .map(word -> {
                    int at = standsIn(typed.folded(), word.text());
                    return new Verb(
                            word.phrase(),
                            word.text(),
                            typed.from(at + word.text().length()));
                });
    }

    private record Word(Phrase phrase, String text) {}

    private java.util.stream.Stream<Word> words() {
        return phrases.stream().flatMap(phrase -> {
            List<String> words = new ArrayList<>(phrase.chinese());
            words.addAll(phrase.english());
            return words.stream().map(word -> new Word(phrase, word));
        });
    }

    private static boolean startsWith(String text, String word) {
        return text.startsWith(word) && endsThere(text, word.length(), word);
    }

    private static int standsIn(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0 && !(startsThere(text, at, word) && endsThere(text, at + word.length(), word))) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean startsThere(String text, int at, String word) {
        return !isLetter(word.charAt(0)) || at == 0 || !isLetter(text.charAt(at - 1));
    }

    private static boolean endsThere(String text, int end, String word) {
        return !isLetter(word.charAt(word.length() - 1)) || end == text.length() || !isLetter(text.charAt(end));
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }

    private static boolean onlyPunctuation(Typed typed) {
        return typed.folded().codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static Typed withoutMention(Typed typed) {
        Matcher matcher = MENTION.matcher(typed.folded());
        return matcher.find() && matcher.end() > 0 ? withoutMention(typed.from(matcher.end())) : typed;
    }

    private static Typed polite(Typed typed) {
        Matcher matcher = POLITE.matcher(typed.folded());
        return matcher.find() && matcher.end() > 0 ? polite(typed.from(matcher.end())) : typed;
    }
}
