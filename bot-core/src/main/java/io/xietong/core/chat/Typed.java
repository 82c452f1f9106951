package io.xietong.core.chat;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Typed text in two forms: as the person wrote it, and folded (half-width, lower case) for recognising words in it. A place in
 * the folded form can be found again in the original, so that what people wrote is kept whole: emoji, width and case.
 */
final class Typed {

    private final String original;
    private final String folded;
    private final int[] origin;

    Typed(String text) {
        this.original = clean(text);
        StringBuilder fold = new StringBuilder();
        int[] places = new int[original.length() * 20 + 1];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            String one = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int i = 0; i < one.length() && fold.length() < places.length - 1; i++) {
                places[fold.length()] = at;
                fold.append(simplified(one.charAt(i)));
            }
            at += Character.charCount(point);
        }
        places[fold.length()] = original.length();
        this.folded = fold.toString();
        this.origin = places;
    }

    /** Without control, zero-width and direction characters, and without blanks at the ends. Line breaks stay. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean invisible = type == Character.CONTROL && point != '\n' && point != '\t'
                    || type == Character.FORMAT && point != 0x200D
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED;
            if (!invisible) kept.appendCodePoint(point);
        });
        return kept.toString().strip();
    }

    /** Traditional forms of the characters that verbs and departments are written with. */
    private static final String TRADITIONAL = "幫請補轉絕驗開評論關註辦設軌跡查詢應問題時間曆聯繫範達議決會議專屬個級銷產務財場場計術術";

    private static final String SIMPLIFIED = "帮请补转绝验开评论关注办设轨迹查询应问题时间历联系范达议决会议专属个级销产务财场场计术术";

    private static char simplified(char typed) {
        int at = TRADITIONAL.indexOf(typed);
        return at < 0 ? typed : SIMPLIFIED.charAt(at);
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

    Typed from(int place) {
        return new Typed(original.substring(origin[place]));
    }
}
