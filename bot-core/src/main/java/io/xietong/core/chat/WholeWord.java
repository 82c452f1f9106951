package io.xietong.core.chat;

import java.util.regex.Pattern;

/** Where a word stands in a folded text: a word in Latin letters only by itself, one in characters anywhere. */
final class WholeWord {

    private static final Pattern DENIED =
            Pattern.compile("(?:[不没未别勿甭]|无需)[^\\s,，.。:：;；!！?？]{0,6}\\s?$|(?:don't|do not|not|never)[^,.;!?]{0,8}$");

    private static final int LONGEST_DENIAL = 16;

    private WholeWord() {}

    static boolean startsWith(String text, String word) {
        return text.startsWith(word) && endsThere(text, word.length(), word);
    }

    /** At the end, and not denied in the words right before it. */
    static boolean endsWith(String text, String word) {
        int at = text.length() - word.length();
        return text.endsWith(word)
                && startsThere(text, at, word)
                && !DENIED.matcher(text.substring(Math.max(0, at - LONGEST_DENIAL), at))
                        .find();
    }

    static boolean stands(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0 && !(startsThere(text, at, word) && endsThere(text, at + word.length(), word))) {
            at = text.indexOf(word, at + 1);
        }
        return at >= 0;
    }

    /** Stands somewhere without a character of denial right before it: 「通过」 is not meant in 「不通过」. */
    static boolean standsUndenied(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean denied = at > 0 && "不没别未勿".indexOf(text.charAt(at - 1)) >= 0;
            if (!denied && startsThere(text, at, word) && endsThere(text, at + word.length(), word)) return true;
        }
        return false;
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
}
