package io.xietong.core.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The verbs that come closest to what was typed: by letters in common, for the three buttons of an answer to a typo. */
final class Nearest {

    private static final int OFFERED = 3;
    private static final List<String> USUAL = List.of("request", "todo", "help");
    private static final List<String> USUAL_ABOUT = List.of("trail", "comment", "nudge");

    private final List<Phrase> phrases;

    Nearest(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    private record Candidate(Phrase phrase, double distance) {}

    List<Phrase> to(String folded, boolean aboutAnItem) {
        String typed = folded.strip();
        List<Phrase> nearest = new ArrayList<>(phrases.stream()
                .map(phrase -> new Candidate(phrase, distance(phrase, typed)))
                .filter(candidate -> candidate.distance() < 0.67)
                .sorted(Comparator.comparingDouble(Candidate::distance))
                .limit(OFFERED)
                .map(Candidate::phrase)
                .toList());
        for (String id : aboutAnItem ? USUAL_ABOUT : USUAL) {
            if (nearest.size() >= OFFERED) break;
            phrases.stream()
                    .filter(p -> p.id().equals(id) && !nearest.contains(p))
                    .forEach(nearest::add);
        }
        return nearest;
    }

    private static double distance(Phrase phrase, String typed) {
        return phrase.words().mapToDouble(word -> distance(word, typed)).min().orElse(1);
    }

    /** Edits needed to make the word out of the beginning of what was typed, relative to its length. */
    private static double distance(String word, String typed) {
        double best = 1;
        for (int length = Math.max(1, word.length() - 1); length <= word.length() + 1; length++) {
            String head = typed.substring(0, Math.min(length, typed.length()));
            best = Math.min(best, (double) Spelling.edits(word, head) / word.length());
        }
        return word.length() > 1 && typed.contains(word) ? Math.min(best, 0.1) : best;
    }
}
