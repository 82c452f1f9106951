package io.xietong.core.project;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenTime;
import io.xietong.core.text.Message;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 例会: 「例会 XM-8 每周三 14:00」「例会 XM-8 每天 9:15-9:30」「例会 XM-8 停止」. */
final class RhythmReader {

    private static final Pattern STOPPED = Pattern.compile("停止|停开|不开了?|取消|结束|关闭|\\b(?:stop|cancel|end|off)\\b");
    private static final Pattern DAILY = Pattern.compile("每天|每日|天天|每个?工作日|\\b(?:daily|every (?:working )?day)\\b");
    private static final Pattern WEEKLY = Pattern.compile("(?:每个?|逢)(?:周|星期|礼拜)([一二三四五六日天1-7])");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:every|weekly|on|each)\\s{1,3}(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\\b");
    private static final String DAYS = "一二三四五六日";

    private RhythmReader() {}

    static Reading read(Spoken spoken) {
        Spoken said = Spoken.sentence(spoken.hearing(), spoken.text());
        String folded = said.folded();
        if (STOPPED.matcher(folded).find())
            return new Reading.Understood(new ProjectCommand.StopMeeting(spoken.number()));
        Optional<DayOfWeek> weekday = weekday(folded);
        boolean daily = weekday.isEmpty() && DAILY.matcher(folded).find();
        Optional<SpokenTime> time = SpokenTime.find(folded);
        if (weekday.isEmpty() && !daily || time.isEmpty()) return asks(spoken);
        return new Reading.Understood(new ProjectCommand.MeetRegularly(
                spoken.number(), weekday, time.get().time(), time.get().length()));
    }

    private static Optional<DayOfWeek> weekday(String folded) {
        Matcher chinese = WEEKLY.matcher(folded);
        if (chinese.find()) {
            String day = chinese.group(1);
            int place = "天".equals(day) ? 7 : DAYS.indexOf(day) + 1;
            return Optional.of(DayOfWeek.of(place > 0 ? place : Integer.parseInt(day)));
        }
        Matcher english = ENGLISH.matcher(folded);
        if (!english.find()) return Optional.empty();
        String start = english.group(1).substring(0, 2).toUpperCase(Locale.ROOT);
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> day.name().startsWith(start))
                .findFirst();
    }

    private static Reading asks(Spoken spoken) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.project-meeting.what", spoken.number()),
                List.of(Input.text("text", "phrase.project-meeting.text", true, "", spoken.text())));
    }
}
