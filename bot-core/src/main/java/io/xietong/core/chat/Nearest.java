package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The verbs that come closest to what was said, for the three buttons of an answer to it: by letters in common or the same
 * sound where a clause begins, and by the words that hint at a verb without naming it.
 */
final class Nearest {

    private static final int OFFERED = 3;
    private static final List<String> USUAL = List.of("request", "todo", "help");
    private static final List<String> USUAL_ABOUT = List.of("trail", "comment", "nudge");

    /** Verbs whose word is also that of a thing, which others can be asked for: 「请周洁明天给我海报源文件」. */
    private static final Set<String> THINGS = Set.of("projects", "plan", "meetings", "notice", "document");

    /** Whoever means a verb says it early. */
    private static final int LISTENED_TO = 200;

    private static final int MOST_CLAUSES = 16;
    private static final double FAR = 0.2;
    private static final double NAMED = 0.9;
    private static final double HEARD = 0.95;
    private static final double HINTED = 0.5;
    private static final double AT_FIRST = 0.9;
    private static final double LATER = 0.3;

    /** Seldom meant: beside a number a verb of talk, and without one a verb of items that are not requests. */
    private static final double BESIDE_THE_POINT = 0.6;

    private final List<Phrase> phrases;

    Nearest(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    private record Candidate(Phrase phrase, double closeness) {}

    /**
     * @param kind of the item whose number was said
     * @param likely ids of verbs that the kind of sentence hints at
     */
    List<Phrase> to(Typed said, Optional<ItemKind> kind, Set<String> likely) {
        String heard = heard(said);
        List<String> clauses = clauses(heard);
        Set<String> offered = new HashSet<>();
        List<Phrase> nearest = new ArrayList<>(possible(kind)
                .map(phrase -> new Candidate(phrase, closeness(phrase, heard, clauses, kind, likely)))
                .filter(candidate -> candidate.closeness() >= FAR)
                .sorted(Comparator.comparingDouble(Candidate::closeness).reversed())
                .map(Candidate::phrase)
                .filter(phrase -> offered.add(phrase.verb()))
                .limit(OFFERED)
                .toList());
        for (String id : kind.isPresent() ? USUAL_ABOUT : USUAL) {
            if (nearest.size() >= OFFERED) break;
            phrases.stream()
                    .filter(p -> p.id().equals(id) && !nearest.contains(p))
                    .forEach(nearest::add);
        }
        return nearest;
    }

    /** Whether a verb other than that of asking stands somewhere in the text. */
    boolean isNamed(Typed said, Optional<ItemKind> kind) {
        String heard = heard(said);
        return others(kind).anyMatch(phrase -> named(phrase, heard));
    }

    /** Whether a verb other than that of asking is named or hinted at. */
    boolean isHinted(Typed said, Optional<ItemKind> kind) {
        String heard = heard(said);
        return others(kind).anyMatch(phrase -> named(phrase, heard) || hints(phrase, heard, kind) > 0);
    }

    /** Whether the text begins with a word by itself that sounds like another verb than that of asking: 「借口人 设计部」. */
    boolean isHeard(Typed said) {
        String first = Courtesy.off(said).folded().split("[^\\p{L}\\p{N}]", 2)[0];
        return others(Optional.empty())
                .flatMap(Phrase::words)
                .anyMatch(word -> word.length() > 1 && Sounds.same(word, first));
    }

    private Stream<Phrase> others(Optional<ItemKind> kind) {
        return possible(kind)
                .filter(phrase -> !phrase.id().equals("request") && !THINGS.contains(phrase.id()))
                .filter(phrase -> kind.isEmpty() || phrase.isAboutItem());
    }

    private Stream<Phrase> possible(Optional<ItemKind> kind) {
        return phrases.stream().filter(phrase -> kind.isEmpty() || Vocabulary.fits(phrase, kind.get()));
    }

    private static String heard(Typed said) {
        String folded = said.folded();
        return folded.substring(0, Math.min(folded.length(), LISTENED_TO));
    }

    /** What stands from the beginning of each clause on, with polite words before it and without. */
    private static List<String> clauses(String heard) {
        List<String> clauses = new ArrayList<>();
        boolean between = true;
        for (int at = 0; at < heard.length() && clauses.size() < MOST_CLAUSES; at++) {
            boolean said = Character.isLetterOrDigit(heard.charAt(at)) || heard.charAt(at) == '?';
            if (said && between) {
                clauses.add(heard.substring(at));
                clauses.add(Courtesy.off(new Typed(heard.substring(at))).folded());
            }
            between = !said;
        }
        return clauses;
    }

    private static double closeness(
            Phrase phrase, String heard, List<String> clauses, Optional<ItemKind> kind, Set<String> likely) {
        double word = named(phrase, heard) ? NAMED : spelled(phrase, clauses);
        double meant = word + HINTED * (hints(phrase, heard, kind) + (likely.contains(phrase.id()) ? 1 : 0));
        boolean ofTalk = !phrase.isAboutItem() && !likely.contains(phrase.id());
        boolean beside = kind.isPresent() ? ofTalk : isOfOthers(phrase);
        return beside ? meant * BESIDE_THE_POINT : meant;
    }

    private static boolean named(Phrase phrase, String heard) {
        return Stream.of(phrase.chinese(), phrase.english())
                .flatMap(List::stream)
                .anyMatch(word -> word.length() > 1 && WholeWord.standsUndenied(heard, word));
    }

    /** Without a number people speak of requests; what hints at a verb of another item counts beside its number only. */
    private static long hints(Phrase phrase, String heard, Optional<ItemKind> kind) {
        if (kind.isEmpty() && isOfOthers(phrase)) return 0;
        return phrase.hints()
                .matcher(heard)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private static boolean isOfOthers(Phrase phrase) {
        return phrase.isAboutItem() && !phrase.about().contains(ItemKind.REQUEST);
    }

    private static double spelled(Phrase phrase, List<String> clauses) {
        return phrase.words()
                .flatMapToDouble(word -> IntStream.range(0, clauses.size())
                        .mapToDouble(i -> spelled(word, clauses.get(i)) * (i < 2 ? AT_FIRST : LATER)))
                .max()
                .orElse(0);
    }

    /** The share of the word's letters that are right in the beginning of a clause; nearly all of them if it sounds the same. */
    private static double spelled(String word, String clause) {
        if (soundsLike(word, clause)) return HEARD;
        if (shareNoLetter(word, beginning(clause, word.length() + 1))) return 0;
        double best = 0;
        for (int length = Math.max(1, word.length() - 1); length <= word.length() + 1; length++)
            best = Math.max(best, 1 - (double) Spelling.edits(word, beginning(clause, length)) / word.length());
        return best;
    }

    private static String beginning(String clause, int length) {
        return clause.substring(0, Math.min(length, clause.length()));
    }

    /** True of most words and sentences in Chinese. */
    private static boolean shareNoLetter(String one, String other) {
        for (int i = 0; i < one.length(); i++) if (other.indexOf(one.charAt(i)) >= 0) return false;
        return true;
    }

    /** 「崔办」 for 「催办」; a word of one character only by itself: 「差 海报」 for 「查 海报」. */
    private static boolean soundsLike(String word, String clause) {
        int length = word.length();
        if (clause.length() < length || !Sounds.same(word, clause.substring(0, length))) return false;
        return length > 1 || clause.length() == 1 || !Character.isLetterOrDigit(clause.charAt(1));
    }
}
