package io.xietong.core.chat;

import io.xietong.core.chat.VerbSearch.Verb;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.util.Collections;
import java.util.HashSet;
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

    private static final Pattern LOOKING =
            Pattern.compile("看看|看一?下|查看|打开|显示|怎么?样|什么情况|到哪(?:一步|里|儿)?了?|如何|状态|详情|需求单?|单子|这个|那个|一下|现在|[了呢呀啊吧的]"
                    + "|show|view|open|status|how is|the|me|[^\\p{L}\\p{N}]");
    private static final Pattern ASKED_AFTER =
            Pattern.compile("怎么?样了|[什啥]么?情况|到哪|状态|进度|status|how(?:'s| is)|where is|any (?:news|progress)");
    /** A number without its letters, before which stands no more than what it is the number of. */
    private static final Pattern BARE = Pattern.compile(
            "^[\\s:，,]{0,9}(?:(?:my|the|this|that|request|item|no\\.?|那个?|这个?|我的?|需求单?|单子?|单号|编号)\\s{0,3}){0,4}#?\\s?(\\d{1,9})"
                    + "(?=$|[\\s,，:。]|[^\\d月号日天/.\\-:个年周点分星])");

    private static final Pattern ALONE = Pattern.compile("(?<![\\w#./-])(#?)\\s?(\\d{1,9})(?![\\w./-])");
    private static final Pattern COUNTED = Pattern.compile("[\\d一二两三四五六七八九十]\\s?个?工作日");

    /** Verbs of talk that an item's number belongs to; the others leave it in the text. */
    private static final Set<String> TAKE_NUMBER =
            Set.of("find", "calendar", "dispute", "action", "meetings", "upload");

    /** So short a text cannot mean much else. */
    private static final int SHORT = 12;

    /** Words of the verb that say nothing by themselves. */
    private static final Pattern PARTICLE = Pattern.compile("^(?:一?下|了|吧)(?=$|[\\s,，。!！:：])");

    /** Reads a sentence that names no verb, such as 「请市场部周五前给出海报」, as a draft to be confirmed. */
    public interface NaturalReader {
        Optional<Command> read(Hearing hearing, String text);
    }

    private final List<Phrase> phrases;
    private final Vocabulary vocabulary;
    private final VerbSearch verbs;
    private final NaturalReader natural;
    private final Nearest nearest;

    /** @param phrases in the order in which help shows them */
    public Phrasebook(List<Phrase> phrases, NaturalReader natural) {
        this.phrases = List.copyOf(phrases);
        this.vocabulary = new Vocabulary(this.phrases);
        this.verbs = new VerbSearch(vocabulary);
        this.natural = natural;
        this.nearest = new Nearest(this.phrases);
    }

    /** An item's number and where it stands. */
    private record Numbered(ItemNumber item, int start, int end) {}

    public List<Phrase> phrases() {
        return phrases;
    }

    public Reading read(Hearing hearing) {
        Typed typed = Courtesy.withoutMention(new Typed(hearing.text()));
        if (Courtesy.off(typed).isEmpty()) return new Reading.Understood(new TalkCommand.Home());
        Optional<Numbered> numbered = number(typed);
        return numbered.isPresent() ? aboutAnItem(hearing, typed, numbered.get()) : withoutNumber(hearing, typed);
    }

    private Reading aboutAnItem(Hearing hearing, Typed typed, Numbered numbered) {
        Typed around = typed.without(numbered.start(), numbered.end());
        if (LOOKING.matcher(around.folded()).replaceAll("").isBlank())
            return new Reading.Understood(new TalkCommand.Show(numbered.item()));

        Optional<ItemKind> kind = Optional.of(numbered.item().kind());
        Optional<Verb> verb =
                verbs.first(around, kind).or(() -> verbs.beside(typed, numbered.start(), numbered.end(), kind));
        if (verb.isPresent()) {
            Phrase phrase = verb.get().phrase();
            if (phrase.isAboutItem() || TAKE_NUMBER.contains(phrase.id()))
                return read(hearing, verb.get(), Optional.of(numbered.item()));
            boolean numberFirst = numbered.start() == 0;
            if (numberFirst && nearest.isHinted(around, kind)) return unclear(hearing, around, kind);
            Optional<Verb> leading = numberFirst ? verb : verbs.first(typed, kind);
            return read(hearing, leading.orElse(verb.get()), Optional.empty());
        }
        if (ASKED_AFTER.matcher(around.folded()).find() && !nearest.isNamed(around, kind))
            return new Reading.Understood(new TalkCommand.Show(numbered.item()));
        if (nearest.isHinted(around, kind)) return unclear(hearing, around, kind);
        return draft(hearing, typed).orElseGet(() -> unclear(hearing, around, kind));
    }

    private Reading withoutNumber(Hearing hearing, Typed typed) {
        Optional<Verb> verb = verbs.first(typed, Optional.empty()).filter(found -> fits(found, hearing));
        if (verb.isPresent()) return read(hearing, verb.get(), Optional.empty());
        return bareFirst(hearing, typed)
                .or(() -> draft(hearing, typed))
                .or(() -> lookUp(hearing, typed))
                .or(() -> numberAlone(typed))
                .orElseGet(() -> unclear(hearing, typed));
    }

    /** 「132 ⭐⭐⭐⭐⭐」: without its letters a number counts as one of a request when the words beside it hint at a verb of those. */
    private Reading unclear(Hearing hearing, Typed typed) {
        Typed said = Courtesy.off(typed);
        Matcher bare = BARE.matcher(said.folded());
        Optional<ItemKind> request = Optional.of(ItemKind.REQUEST);
        if (!bare.find()) return unclear(hearing, typed, Optional.empty());
        Typed rest = said.from(bare.end(1));
        boolean speaksOfIt = nearest.isHinted(rest, request)
                || !likely(hearing, rest, request).isEmpty();
        return speaksOfIt ? unclear(hearing, rest, request) : unclear(hearing, typed, Optional.empty());
    }

    private Reading unclear(Hearing hearing, Typed typed, Optional<ItemKind> kind) {
        return new Reading.Unclear(nearest.to(typed, kind, likely(hearing, typed, kind)));
    }

    /** Whoever asks somebody requests; of an item, whoever names a day promises it, whoever names somebody passes it on, and whoever asks asks back. */
    private Set<String> likely(Hearing hearing, Typed typed, Optional<ItemKind> kind) {
        String folded = typed.folded();
        Named named = Named.in(hearing.organisation());
        boolean addressed =
                named.department(folded).isPresent() || !named.peopleIn(folded).isEmpty();
        Set<String> likely = new HashSet<>();
        if ((kind.isEmpty() || addressed)
                && natural.read(hearing, typed.original()).isPresent()) likely.add("request");
        if (kind.isPresent() && addressed) likely.add("transfer");
        if (kind.isPresent() && folded.contains("?")) likely.add("needinfo");
        if (kind.isPresent() && isDated(hearing, folded)) likely.add("accept");
        return likely;
    }

    private static boolean isDated(Hearing hearing, String folded) {
        return !(SpokenDate.find(folded, hearing.today(), hearing.workingDay()) instanceof SpokenDate.None);
    }

    private Reading read(Hearing hearing, Verb verb, Optional<ItemNumber> item) {
        Typed rest = verb.rest();
        Optional<ItemNumber> number = item;
        if (verb.phrase().isAboutItem() && number.isEmpty()) {
            Matcher bare = BARE.matcher(rest.folded());
            if (!bare.find() || Long.parseLong(bare.group(1)) < 1)
                return new Reading.NumberNeeded(
                        verb.phrase(),
                        new Spoken(hearing, verb.phrase(), number, rest).lasting(),
                        vocabulary.kinds(verb.phrase().verb()));
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

    /** 「#132」「打开132看一下」: a number and nothing else but words of looking, of which a bare number needs one. */
    private static Optional<Reading> numberAlone(Typed typed) {
        Matcher number = ALONE.matcher(typed.folded());
        if (!number.find() || Long.parseLong(number.group(2)) < 1) return Optional.empty();
        String around = typed.without(number.start(), number.end()).folded();
        boolean looks = !number.group(1).isEmpty() || around.codePoints().anyMatch(Character::isLetter);
        if (!looks || !LOOKING.matcher(around).replaceAll("").isBlank()) return Optional.empty();
        return Optional.of(
                new Reading.Understood(new TalkCommand.Show(ItemNumber.request(Long.parseLong(number.group(2))))));
    }

    /** 「132 返工」: the number before the verb, and without its letters. */
    private Optional<Reading> bareFirst(Hearing hearing, Typed typed) {
        Typed said = Courtesy.off(typed);
        Matcher bare = BARE.matcher(said.folded());
        if (!bare.find()) return Optional.empty();
        return verbs.leading(Courtesy.off(said.from(bare.end(1))), Optional.empty())
                .filter(verb -> verb.phrase().isAboutItem())
                .map(verb -> new Verb(verb.phrase(), said.upTo(bare.end(1)).with(verb.rest())))
                .map(verb -> read(hearing, verb, Optional.empty()));
    }

    /** A sentence that asks a department for something; one that names none only if no verb is in it. */
    private Optional<Reading> draft(Hearing hearing, Typed typed) {
        boolean named = department(hearing, typed.folded()).isPresent();
        boolean otherwise = number(typed).isPresent() || nearest.isHinted(typed, Optional.empty());
        if (!named && otherwise || nearest.isHeard(typed)) return Optional.empty();
        return natural.read(hearing, typed.original()).map(Reading.Understood::new);
    }

    /** 「设计部的接口人是谁」「5个工作日是哪天」: harmless to answer wherever the word stands. */
    private Optional<Reading> lookUp(Hearing hearing, Typed typed) {
        return vocabulary.words(Optional.empty()).stream()
                .filter(word -> word.text().length() > 1
                        && WholeWord.stands(typed.folded(), word.text())
                        && isLookUp(word.phrase(), hearing, typed.folded()))
                .findFirst()
                .map(word -> read(hearing, new Verb(word.phrase(), typed), Optional.empty()));
    }

    private static boolean isLookUp(Phrase phrase, Hearing hearing, String folded) {
        return switch (phrase.id()) {
            case "contacts" -> department(hearing, folded).isPresent();
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
        String rest = verb.rest().folded();
        return switch (verb.phrase().id()) {
            case "find" ->
                department(hearing, rest)
                        .filter(found -> found.start() == 0 && found.end() < rest.length())
                        .isEmpty();
            case "meetings" -> verb.rest().isEmpty();
            case "help", "home", "todo", "mine" ->
                rest.length() < 8 || department(hearing, rest).isEmpty();
            default -> true;
        };
    }

    private static Optional<Named.Mention> department(Hearing hearing, String folded) {
        return Named.in(hearing.organisation()).department(folded);
    }
}
