package io.xietong.core.notice;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenAudience;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTime;
import io.xietong.core.people.Department;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 公告 and 更正. What is typed fills a form in; only the form publishes. */
final class NoticeReader {

    private static final Pattern MUST = Pattern.compile("(?i)必读|must-?read");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；:：]+");

    private static final Pattern SURE = Pattern.compile("^(?:确认|confirm)\\s*[:：]\\s*");
    /** Characters that a button can carry on every platform. */
    private static final int ON_A_BUTTON = 200;

    private NoticeReader() {}

    /** What was typed before the text itself. */
    private record Head(Optional<NoticeKind> kind, boolean mustRead, List<String> audience, String text) {}

    static Reading publish(Spoken spoken) {
        return spoken.field("audience").isPresent() && spoken.field("text").isPresent() ? form(spoken) : draft(spoken);
    }

    private static Reading form(Spoken spoken) {
        SpokenAudience.Read audience = SpokenAudience.read(
                spoken.field("audience").orElse(""), spoken.hearing().organisation());
        Optional<Message> doubt = audience.unknown().or(() -> doubt(spoken));
        if (doubt.isPresent()) return new Reading.Wrong(doubt.get());
        return new Reading.Understood(new NoticeCommand.Publish(
                spoken.field("kind").map(NoticeKind::valueOf).orElse(NoticeKind.TASK),
                spoken.field("text").orElse(""),
                audience.audience(),
                spoken.field("must").filter("yes"::equals).isPresent(),
                at(spoken)));
    }

    private static Optional<Message> doubt(Spoken spoken) {
        if (spoken.field("at").isEmpty()) return Optional.empty();
        SpokenDate.Found day = spoken.date("at");
        if (day instanceof SpokenDate.Impossible impossible) return Optional.of(impossible.why());
        if (day instanceof SpokenDate.Either either)
            return Optional.of(Message.of("phrase.date.which", either.today(), either.nextWeek()));
        return at(spoken).isPresent() ? Optional.empty() : Optional.of(Message.of("notice.refused.unclear-time"));
    }

    /** The day, today unless one is named, at the time, or when work usually begins. */
    private static Optional<Instant> at(Spoken spoken) {
        String typed = spoken.field("at").orElse("");
        Optional<LocalTime> time = SpokenTime.find(typed).map(SpokenTime::time);
        Optional<LocalDate> day =
                spoken.date("at") instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
        if (typed.isEmpty() || time.isEmpty() && day.isEmpty()) return Optional.empty();
        return Optional.of(day.orElse(spoken.hearing().today())
                .atTime(time.orElse(LocalTime.of(9, 0)))
                .atZone(spoken.hearing().organisation().zone())
                .toInstant());
    }

    private static Reading draft(Spoken spoken) {
        Head head = head(spoken);
        String own = spoken.hearing()
                .organisation()
                .departmentOf(spoken.hearing().speaker())
                .map(Department::name)
                .orElse("");
        return new Reading.Understood(new NoticeCommand.Draft(
                head.kind().orElse(NoticeKind.TASK),
                spoken.field("text").orElse(head.text()),
                spoken.field("audience").orElse(head.audience().isEmpty() ? own : String.join("、", head.audience())),
                head.mustRead()));
    }

    private static Head head(Spoken spoken) {
        Named named = Named.in(spoken.hearing().organisation());
        Optional<NoticeKind> kind = Optional.empty();
        boolean must = false;
        List<String> audience = new ArrayList<>();
        String rest = spoken.typed().strip();
        while (!rest.isEmpty()) {
            Matcher gap = BETWEEN.matcher(rest);
            int end = gap.find() ? gap.start() : rest.length();
            String word = rest.substring(0, end);
            Optional<NoticeKind> said = kind(word);
            boolean addressed = SpokenAudience.isEverybody(word)
                    || named.exactDepartment(word).isPresent();
            if (said.isPresent()) kind = said;
            else if (MUST.matcher(word).matches()) must = true;
            else if (addressed) audience.add(word);
            else break;
            rest = rest.substring(Math.min(rest.length(), end == rest.length() ? end : gap.end()));
        }
        return new Head(kind, must, audience, Spoken.unquoted(rest));
    }

    private static Optional<NoticeKind> kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "任务通知", "任务", "通知", "task" -> Optional.of(NoticeKind.TASK);
            case "进度简报", "简报", "进度", "progress" -> Optional.of(NoticeKind.PROGRESS);
            case "成功案例", "案例", "喜报", "story" -> Optional.of(NoticeKind.SUCCESS_STORY);
            default -> Optional.empty();
        };
    }

    /** A form says it is meant; what was typed alone is asked about, and what is too long for a button goes into a form. */
    static Reading correct(Spoken spoken) {
        String text = spoken.text();
        if (spoken.field("text").isPresent())
            return new Reading.Understood(new NoticeCommand.Correct(spoken.number(), text, true));
        Matcher sure = SURE.matcher(text);
        if (sure.find())
            return new Reading.Understood(new NoticeCommand.Correct(spoken.number(), text.substring(sure.end()), true));
        if (!text.isBlank() && text.length() <= ON_A_BUTTON)
            return new Reading.Understood(new NoticeCommand.Correct(spoken.number(), text, false));
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.correct.what", spoken.number()),
                List.of(Input.longText("text", "phrase.correct.text", true, "", text)));
    }
}
