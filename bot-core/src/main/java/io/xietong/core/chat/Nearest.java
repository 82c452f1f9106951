package io.xietong.core.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        return Stream.concat(phrase.chinese().stream(), phrase.english().stream())
                .mapToDouble(word -> distance(word, typed))
                .min()
                .orElse(1);
    }

    /** Edits needed to make the word out of the beginning of what was typed, relative to its length. */
    private static double distance(String word, String typed) {
        double best = 1;
        for (int length = Math.max(1, word.length() - 1); length <= word.length() + 1; length++) {
            String head = typed.substring(0, Math.min(length, typed.length()));
            best = Math.min(best, (double) edits(word, head) / word.length());
        }
        return word.length() > 1 && typed.contains(word) ? Math.min(best, 0.1) : best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[a.length()][b.length()];
    }
}
