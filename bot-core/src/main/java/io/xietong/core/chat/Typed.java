package io.xietong.core.chat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Typed text in two forms: as the person wrote it, and folded (half-width, lower case) for recognising words in it. A place in
 * the folded form can be found again in the original, so that what people wrote is kept whole: emoji, width and case.
 */
final class Typed {

    private static final int JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    private final String original;
    private final String folded;
    private final int[] origin;

    Typed(String text) {
        this.original = clean(text);
        StringBuilder fold = new StringBuilder(original.length());
        int[] places = new int[original.length() + 1];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            String one = folded(point);
            if (fold.length() + one.length() >= places.length)
                places = Arrays.copyOf(places, 2 * places.length + one.length());
            for (int i = 0; i < one.length(); i++) {
                places[fold.length()] = at;
                fold.append(Traditional.simplified(one.charAt(i)));
            }
            at += Character.charCount(point);
        }
        places[fold.length()] = original.length();
        this.folded = fold.toString();
        this.origin = places;
    }

    /** Half-width and lower case; ASCII and the common ideographs, which are most of all that is typed, have no other form. */
    private static String folded(int point) {
        if (point < 0x80) return Character.toString(Character.toLowerCase(point));
        if (point >= 0x4E00 && point <= 0x9FFF) return Character.toString(point);
        return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Without control, zero-width and direction characters, and without blanks at the ends. Line breaks stay, and so does what
     * holds an emoji together: joiners, variation selectors and the tags of a regional flag.
     */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isVisible(point) || isTag(point) && endsWithFlag(kept)) kept.appendCodePoint(point);
        });
        return kept.toString().strip();
    }

    /** Characters newer than this Java know no type yet; they stay, or the newest emoji would vanish. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.FORMAT -> point == JOINER;
            case Character.SURROGATE -> false;
            case Character.UNASSIGNED -> (point & 0xFFFE) != 0xFFFE && !(point >= 0xFDD0 && point <= 0xFDEF);
            default -> true;
        };
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }

    private static boolean endsWithFlag(StringBuilder kept) {
        if (kept.length() == 0) return false;
        int last = kept.codePointBefore(kept.length());
        return last == BLACK_FLAG || isTag(last);
    }

    String folded() {
        return folded;
    }

    String original() {
        return original;
    }

    boolean isEmpty() {
        return original.isEmpty();
    }

    /** What the person wrote between two places of the folded form. */
    String between(int from, int to) {
        return original.substring(origin[from], origin[to]).strip();
    }

    /** The rest without a stretch of the folded form. */
    Typed without(int from, int to) {
        return new Typed(original.substring(0, origin[from]) + " " + original.substring(origin[to]));
    }

    Typed upTo(int place) {
        return new Typed(original.substring(0, origin[place]));
    }

    Typed with(Typed more) {
        return new Typed(original + " " + more.original);
    }

    Typed from(int place) {
        return new Typed(original.substring(origin[place]));
    }
}
