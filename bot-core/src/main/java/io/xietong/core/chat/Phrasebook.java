package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what people type and what buttons carry; one way for both. Forgiving: width, case, blanks, a missing dash, the
 * order of verb and number, polite words around. Never guesses: what is not plainly a known verb is offered, not done.
 * Immutable, thread-safe; never throws for any text, and takes time in proportion to its length.
 */
public final class Phrasebook {

    private static final Pattern MENTION =
            Pattern.compile("^@\\s{0,2}(?:协同|小协|机器人|bot|xietong)\\S{0,4}[\\s:,]{0,9}|^[/、]\\s{0,9}");
    private static final Pattern POLITE = Pattern.compile(
            "^(?:你好|您好|好的|好吧|抱歉|不好意思|hi\\b|hello|hey\\b|麻烦你?|请你?(?!假|补)|劳驾|帮我|帮忙|我想要?|我要|给我|把|将|please|pls|could you"
                    + "|can you|i want to|i'd like to|ok\\b|sorry|的)");
    private static final Pattern LOOKING = Pattern.compile(
            "看看|看一?下|查看|打开|显示|怎么?样|什么情况|到哪(?:一步)?了|如何|状态|一下|现在|了|呢|show|view|open|status|how is|the|me|[^\\p{L}\\p{N}]");
    private static final Pattern BARE =
            Pattern.compile("^[\\s:，,]{0,9}#?\\s?(\\d{1,9})(?=$|[\\s,，:。]|[^\\d月号日天/.\\-:个年周点分星])");
    private static final Pattern HASH = Pattern.compile("(?<![\\w#])#\\s?(\\d{1,9})(?!\\d)");
    private static final Pattern COUNTED = Pattern.compile("[\\d一二两三四五六七八九十]\\s?个?工作日");

    /** Verbs of talk that an item's number belongs to; the others leave it in the text. */
    private static final Set<String> TAKE_NUMBER = Set.of("find", "calendar", "dispute", "action");

    /** So short a text cannot mean much else. */
    private static final int SHORT = 12;

    private static final Pattern DENIED =
            Pattern.compile("(?:[不别没未勿]|不要|不用|不必|不需要|无需|don't|do not|not|never)\\s{0,2}$");

    private static final int LONGEST_DENIAL = 8;

    /** Polite words taken off the front of one text. */
    private static final int MOST_POLITE = 12;

    /** Words of the verb that say nothing by themselves. */
    private static final Pattern PARTICLE = Pattern.compile("^(?:一下|了|吧)(?=$|[\\s,，。!！])");

    /** Reads a sentence that names no verb, such as 「请市场部周五前给出海报」, as a draft to be confirmed. */
    public interface NaturalReader {
        Optional<Command> read(Hearing hearing, String text);
    }

    private final List<Phrase> phrases;
    private final Vocabulary vocabulary;
    private final NaturalReader natural;

    /** @param phrases in the order in which help shows them */
    public Phrasebook(List<Phrase> phrases, NaturalReader natural) {
        this.phrases = List.copyOf(phrases);
        this.vocabulary = new Vocabulary(this.phrases);
        this.natural = natural;
    }

    /** A verb that was found, and what is left to read. */
    private record Verb(Phrase phrase, Typed rest) {}

    /** An item's number and where it stands. */
    private record Numbered(ItemNumber item, int start, int end) {}

    public List<Phrase> phrases() {
        return phrases;
    }

    public Reading read(Hearing hearing) {
        Typed typed = withoutMention(new Typed(hearing.text()));
        if (polite(typed).isEmpty()) return new Reading.Understood(new TalkCommand.Home());
        Optional<Numbered> numbered = number(typed);
        return numbered.isPresent() ? aboutAnItem(hearing, typed, numbered.get()) : withoutNumber(hearing, typed);
    }

    private Reading aboutAnItem(Hearing hearing, Typed typed, Numbered numbered) {
        Typed around = typed.without(numbered.start(), numbered.end());
        if (LOOKING.matcher(around.folded()).replaceAll("").isBlank())
            return new Reading.Understood(new TalkCommand.Show(numbered.item()));

        Optional<ItemKind> kind = Optional.of(numbered.item().kind());
        Optional<Verb> verb = first(around, kind).or(() -> beside(typed, numbered));
        if (verb.isPresent()) {
            Phrase phrase = verb.get().phrase();
            if (phrase.isAboutItem() || TAKE_NUMBER.contains(phrase.id()))
                return read(hearing, verb.get(), Optional.of(numbered.item()));
            return read(hearing, first(typed, kind).orElse(verb.get()), Optional.empty());
        }
        return draft(hearing, typed).orElseGet(() -> unclear(around, true));
    }

    private Reading withoutNumber(Hearing hearing, Typed typed) {
        Optional<Verb> verb = first(typed, Optional.empty()).filter(found -> fits(found, hearing));
        if (verb.isPresent()) return read(hearing, verb.get(), Optional.empty());
        return draft(hearing, typed)
                .or(() -> lookUp(hearing, typed))
                .orElseGet(() -> hashAlone(typed).orElseGet(() -> unclear(typed, false)));
    }

    private Reading unclear(Typed typed, boolean aboutAnItem) {
        return new Reading.Unclear(new Nearest(phrases).to(polite(typed).folded(), aboutAnItem));
    }

    private Reading read(Hearing hearing, Verb verb, Optional<ItemNumber> item) {
        Typed rest = verb.rest();
        Optional<ItemNumber> number = item;
        if (verb.phrase().isAboutItem() && number.isEmpty()) {
            Matcher bare = BARE.matcher(rest.folded());
            if (!bare.find() || Long.parseLong(bare.group(1)) < 1)
                return new Reading.NumberNeeded(
                        verb.phrase(), vocabulary.kinds(verb.phrase().verb()));
            ItemKind kind = Collections.min(verb.phrase().about());
            number = Optional.of(new ItemNumber(kind, Long.parseLong(bare.group(1))));
            rest = rest.from(bare.end(1));
        }
        Optional<ItemKind> other = number.map(ItemNumber::kind).filter(kind -> !Vocabulary.fits(verb.phrase(), kind));
        if (other.isPresent()) return new Reading.Wrong(misfit(verb.phrase(), number.get()));
        Matcher particle = PARTICLE.matcher(rest.folded());
        if (particle.find()) rest = rest.from(particle.end());
        return verb.phrase().reader().read(new Spoken(hearing, verb.phrase(), number, rest));
    }

    private Message misfit(Phrase phrase, ItemNumber number) {
        return Message.of("phrase.not-of-this-kind", phrase.verb(), number, vocabulary.verbs(number.kind()));
    }

    private static Optional<Numbered> number(Typed typed) {
        Matcher found = ItemNumber.pattern().matcher(typed.folded());
        if (!found.find()) return Optional.empty();
        return ItemNumber.of(found).map(item -> new Numbered(item, found.start(), found.end()));
    }

    /** 「#132」 and nothing else but words of looking. */
    private static Optional<Reading> hashAlone(Typed typed) {
        Matcher hash = HASH.matcher(typed.folded());
        if (!hash.find() || Long.parseLong(hash.group(1)) < 1) return Optional.empty();
        Typed around = typed.without(hash.start(), hash.end());
        if (!LOOKING.matcher(around.folded()).replaceAll("").isBlank()) return Optional.empty();
        return Optional.of(
                new Reading.Understood(new TalkCommand.Show(ItemNumber.request(Long.parseLong(hash.group(1))))));
    }

    /** A sentence that asks a department for something; one that names none only if no verb is in it. */
    private Optional<Reading> draft(Hearing hearing, Typed typed) {
        boolean named =
                new Named(hearing.organisation()).department(typed.folded()).isPresent();
        boolean verbInside = phrases.stream()
                .filter(phrase -> !phrase.id().equals("request"))
                .flatMap(phrase -> phrase.chinese().stream())
                .anyMatch(word -> stands(word, typed.folded()));
        if (!named && (verbInside || number(typed).isPresent())) return Optional.empty();
        return natural.read(hearing, typed.original()).map(Reading.Understood::new);
    }

    /** 「设计部的接口人是谁」「5个工作日是哪天」: harmless to answer wherever the word stands. */
    private Optional<Reading> lookUp(Hearing hearing, Typed typed) {
        return vocabulary.words(Optional.empty()).stream()
                .filter(word -> stands(word.text(), typed.folded()) && isLookUp(word.phrase(), hearing, typed.folded()))
                .findFirst()
                .map(word -> read(hearing, new Verb(word.phrase(), typed), Optional.empty()));
    }

    private static boolean isLookUp(Phrase phrase, Hearing hearing, String folded) {
        return switch (phrase.id()) {
            case "contacts" ->
                new Named(hearing.organisation()).department(folded).isPresent();
            case "calendar" -> COUNTED.matcher(folded).find();
            case "todo", "settings" -> folded.length() <= SHORT;
            default -> false;
        };
    }

    /**
     * 「帮助我们设计部做海报」 is a sentence, not a call for help: a short verb of talk with a rest that names a department. Nor is
     * 「找财务部要发票」 a search.
     */
    private boolean fits(Verb verb, Hearing hearing) {
        if (verb.phrase().isAboutItem() || !hearing.form().isEmpty()) return true;
        Optional<Named.Mention> department =
                new Named(hearing.organisation()).department(verb.rest().folded());
        if (verb.phrase().id().equals("find"))
            return department
                    .filter(found -> found.start() == 0
                            && found.end() < verb.rest().folded().length())
                    .isEmpty();
        boolean talk =
                List.of("help", "home", "todo", "mine").contains(verb.phrase().id());
        return !talk || verb.rest().folded().length() < 8 || department.isEmpty();
    }

    private Optional<Verb> first(Typed typed, Optional<ItemKind> kind) {
        return leading(typed, kind).or(() -> leading(polite(typed), kind));
    }

    private Optional<Verb> leading(Typed typed, Optional<ItemKind> kind) {
        return vocabulary.words(kind).stream()
                .filter(word -> startsWith(typed.folded(), word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .map(word -> new Verb(word.phrase(), typed.from(word.text().length())));
    }

    /** 「周五 受理 XQ-132」「这个不归我们 XQ-132 婉拒」: the verb right before or right after the number, not denied, and not two. */
    private Optional<Verb> beside(Typed typed, Numbered numbered) {
        Typed before = typed.upTo(numbered.start());
        Typed after = typed.from(numbered.end());
        Optional<ItemKind> kind = Optional.of(numbered.item().kind());
        Optional<Verb> ahead = ending(before, after, kind);
        Optional<Verb> behind = leading(skipped(after), kind)
                .map(found -> new Verb(found.phrase(), found.rest().with(polite(before))));
        boolean two = ahead.isPresent()
                && behind.isPresent()
                && ahead.get().phrase() != behind.get().phrase();
        return two ? Optional.empty() : behind.or(() -> ahead);
    }

    private Optional<Verb> ending(Typed before, Typed after, Optional<ItemKind> kind) {
        return vocabulary.words(kind).stream()
                .filter(word -> word.text().length() > 1 && endsWith(before.folded(), word.text()))
                .max(Comparator.comparingInt(word -> word.text().length()))
                .map(word -> new Verb(
                        word.phrase(),
                        before.upTo(before.folded().length() - word.text().length())
                                .with(after)));
    }

    private static boolean startsWith(String text, String word) {
        return text.startsWith(word) && endsThere(text, word.length(), word);
    }

    private static boolean endsWith(String text, String word) {
        int at = text.length() - word.length();
        return text.endsWith(word)
                && startsThere(text, at, word)
                && !DENIED.matcher(text.substring(Math.max(0, at - LONGEST_DENIAL), at))
                        .find();
    }

    private static boolean stands(String word, String text) {
        if (word.length() < 2) return false;
        int at = text.indexOf(word);
        while (at >= 0 && !(startsThere(text, at, word) && endsThere(text, at + word.length(), word))) {
            at = text.indexOf(word, at + 1);
        }
        return at >= 0;
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

    private static Typed withoutMention(Typed typed) {
        return stripped(typed, MENTION);
    }

    /** Without polite words, punctuation and emoji before the first word that says something. */
    private static Typed polite(Typed typed) {
        return skipped(stripped(skipped(typed), POLITE));
    }

    private static Typed stripped(Typed typed, Pattern start) {
        Typed rest = typed;
        for (int i = 0; i < MOST_POLITE; i++) {
            Matcher matcher = start.matcher(rest.folded());
            if (!matcher.find()) return rest;
            rest = skipped(rest.from(matcher.end()));
        }
        return rest;
    }

    private static Typed skipped(Typed typed) {
        String text = typed.folded();
        int at = 0;
        while (at < text.length() && !isSaid(text.codePointAt(at))) at += Character.charCount(text.codePointAt(at));
        return at == 0 ? typed : typed.from(at);
    }

    private static boolean isSaid(int point) {
        return Character.isLetterOrDigit(point) || "?@#/「『《“\"".indexOf(point) >= 0;
    }
}
