package io.xietong.core.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that begin with 「确认」: what is said is meant, although others will see it or it cannot be undone.
 *
 * @param sure whether they do
 * @param text what else was said, typed or in the form
 */
public record Confirmed(boolean sure, String text) {

    private static final Pattern FIRST = Pattern.compile("^[\\s,，:：]{0,9}(?:确认|确定|confirm(?:ed)?)[\\s,，:：]{0,9}");
    private static final Pattern SOMEWHERE = Pattern.compile("(?<![不未没])(?:确认|确定)|\\bconfirm");

    public static Confirmed read(Spoken spoken) {
        Matcher first = FIRST.matcher(spoken.folded());
        boolean sure = first.find();
        String typed = sure ? spoken.between(first.end(), spoken.folded().length()) : spoken.typed();
        return new Confirmed(sure, spoken.field("text").orElse(Spoken.unquoted(typed)));
    }

    /** Whether the word stands anywhere, for a verb that needs no others. */
    public static boolean said(Spoken spoken) {
        return SOMEWHERE.matcher(spoken.folded()).find();
    }
}
