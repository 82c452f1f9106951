package io.xietong.core.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what people say before they say something. */
final class Courtesy {

    private static final Pattern MENTION =
            Pattern.compile("^@\\s{0,2}(?:协同|小协|机器人|bot|xietong)\\S{0,4}[\\s:,]{0,9}|^[/、]\\s{0,9}");
    private static final Pattern POLITE =
            Pattern.compile("^(?:你好|您好|(?:早上|上午|中午|下午|晚上|大家)好|早安|哈[喽啰]|嗨|在[吗么嘛]|在不在|各位|[呀啊哦哎诶喂嗯呃]|好的|好吧|抱歉|不好意思"
                    + "|麻烦[你您]?|劳烦|烦请|有劳|拜托|请[你您]?(?!假|补)|劳驾|帮我|帮忙|我想要?|我要|给我|把|将|的"
                    + "|hi\\b|hello|hey\\b|there\\b|good (?:morning|afternoon)|please|pls|could you"
                    + "|can you|i want to|i'd like to|ok\\b|sorry)\\s?\\?{0,3}");

    /** Polite words taken off the front of one text. */
    private static final int MOST = 12;

    private Courtesy() {}

    static Typed withoutMention(Typed typed) {
        return stripped(typed, MENTION);
    }

    /** Without polite words, punctuation and emoji before the first word that says something. */
    static Typed off(Typed typed) {
        return skipped(stripped(skipped(typed), POLITE));
    }

    private static Typed stripped(Typed typed, Pattern start) {
        Typed rest = typed;
        for (int i = 0; i < MOST; i++) {
            Matcher matcher = start.matcher(rest.folded());
            if (!matcher.find()) return rest;
            rest = skipped(rest.from(matcher.end()));
        }
        return rest;
    }

    static Typed skipped(Typed typed) {
        String text = typed.folded();
        int at = 0;
        while (at < text.length() && !isSaid(text.codePointAt(at))) at += Character.charCount(text.codePointAt(at));
        return at == 0 ? typed : typed.from(at);
    }

    private static boolean isSaid(int point) {
        return Character.isLetterOrDigit(point) || "?@#/「『《“\"".indexOf(point) >= 0;
    }
}
