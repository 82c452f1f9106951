package io.xietong.core.request;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 验收: the stars in digits, characters or as stars, and the words beside them. */
final class VerifyReader {

    private static final Pattern STARS =
            Pattern.compile("(?<![\\d.第])([1-5一二三四五])\\s?(?:分|颗?星(?:好评)?|stars?|points?|/\\s?5)?(?=$|[\\s,，.。!！;；~])"
                    + "|(?<![\\w.第])([1-5一二三四五两]|one|two|three|four|five)\\s?(?:分|颗?星(?:好评)?|stars?|points?|/\\s?5)");
    /** Each number of stars in every way it is written. */
    private static final List<String> NUMERALS = List.of("1一one", "2二两two", "3三three", "4四four", "5五five");

    private static final Pattern DRAWN = Pattern.compile("[★⭐🌟]");
    private static final Pattern FULL = Pattern.compile("满分");
    private static final Pattern ANY_NUMBER = Pattern.compile("\\d");

    private VerifyReader() {}

    static Reading read(Spoken spoken) {
        String said = spoken.field("rating").orElse(spoken.folded());
        Matcher stars = STARS.matcher(said);
        Matcher full = FULL.matcher(said);
        int drawn = (int) DRAWN.matcher(said).results().count();
        if (stars.find()) return verified(spoken, value(stars), stars);
        if (full.find()) return verified(spoken, 5, full);
        if (drawn >= 1 && drawn <= 5) {
            String comment = DRAWN.matcher(spoken.text())
                    .replaceAll("")
                    .replace("\uFE0F", "")
                    .strip();
            return verified(spoken, drawn, comment);
        }
        if (drawn > 5 || ANY_NUMBER.matcher(said).find())
            return new Reading.Wrong(Message.of("request.refused.rating", spoken.number()));
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("request.refused.rating", spoken.number()),
                List.of(
                        Input.choice("rating", "request.input.rating", true, "", ratings()),
                        Input.longText("text", "request.input.comment", false, "", spoken.text())));
    }

    private static int value(Matcher stars) {
        String value = stars.group(1) == null ? stars.group(2) : stars.group(1);
        int count = 1;
        while (!NUMERALS.get(count - 1).contains(value)) count++;
        return count;
    }

    private static Reading verified(Spoken spoken, int stars, Matcher where) {
        if (spoken.field("rating").isPresent()) return verified(spoken, stars, spoken.text());
        String before = spoken.between(0, where.start());
        String after =
                Spoken.unquoted(spoken.between(where.end(), spoken.folded().length()));
        return verified(spoken, stars, (before + " " + after).strip());
    }

    private static Reading verified(Spoken spoken, int stars, String comment) {
        return new Reading.Understood(new RequestCommand.Verify(spoken.number(), Optional.of(stars), comment));
    }

    private static List<Input.Option> ratings() {
        return List.of("5", "4", "3", "2", "1").stream()
                .map(stars -> new Input.Option(stars, "★".repeat(Integer.parseInt(stars))))
                .toList();
    }
}
