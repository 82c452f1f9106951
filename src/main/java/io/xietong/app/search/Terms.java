package io.xietong.app.search;

import io.xietong.core.chat.Traditional;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into what is looked for: words of letters and digits, and of Chinese each character and each pair of neighbours.
 * Width, case and traditional forms do not matter; marks between words say nothing, an emoji is a word.
 */
final class Terms {

    /** Longer words are cut off; nobody types them to find something. */
    private static final int LONGEST = 40;

    private Terms() {}

    /** A piece of text without a gap: a word, or a run of Chinese. */
    record Piece(String text, boolean chinese) {

        /** The pairs of neighbours; the character itself when it stands alone. */
        List<String> pairs() {
            int[] points = text.codePoints().toArray();
            if (points.length < 2) return List.of(text);
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < points.length; i++) pairs.add(new String(points, i, 2));
            return pairs;
        }

        List<String> characters() {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
    }

    /** All terms by which a text is found. */
    static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        for (Piece piece : pieces(text)) {
            if (!piece.chinese()) terms.add(piece.text());
            else {
                terms.addAll(piece.characters());
                if (piece.characters().size() > 1) terms.addAll(piece.pairs());
            }
        }
        return terms;
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int before = NOTHING;
        for (int point : folded(text).codePoints().toArray()) {
            int sort = sort(point);
            if (sort != before || sort == SYMBOL) end(run, before, pieces);
            if (sort != NOTHING) run.appendCodePoint(point);
            before = sort;
        }
        end(run, before, pieces);
        return pieces;
    }

    private static final int NOTHING = 0;
    private static final int WORD = 1;
    private static final int CHINESE = 2;
    private static final int SYMBOL = 3;

    private static int sort(int point) {
        if (Character.isIdeographic(point)) return CHINESE;
        if (Character.isLetterOrDigit(point)) return WORD;
        return Character.getType(point) == Character.OTHER_SYMBOL ? SYMBOL : NOTHING;
    }

    private static void end(StringBuilder run, int sort, List<Piece> pieces) {
        if (run.length() == 0) return;
        boolean chinese = sort == CHINESE;
        int most = chinese ? run.length() : Math.min(LONGEST, run.length());
        pieces.add(new Piece(run.substring(0, most), chinese));
        run.setLength(0);
    }

    private static String folded(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder simplified = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) simplified.append(Traditional.simplified(folded.charAt(i)));
        return simplified.toString();
    }
}
