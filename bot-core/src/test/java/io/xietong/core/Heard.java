package io.xietong.core;

import io.xietong.core.action.ActionPhrases;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.TalkPhrases;
import io.xietong.core.dispute.DisputePhrases;
import io.xietong.core.feature.SharedPhrases;
import io.xietong.core.gate.GatePhrases;
import io.xietong.core.library.LibraryPhrases;
import io.xietong.core.meeting.MeetingPhrases;
import io.xietong.core.notice.NoticePhrases;
import io.xietong.core.project.ProjectPhrases;
import io.xietong.core.request.RequestPhrases;
import io.xietong.core.request.RequestSentence;
import io.xietong.core.text.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the bot makes of words said to it: on Tuesday 24 November 2026 by Li Lei in a chat of his own, unless told otherwise. */
public record Heard(LocalDate today, Map<String, String> form) {

    public static final Phrasebook BOOK = new Phrasebook(phrases(), RequestSentence::natural);
    public static final Heard TUESDAY = new Heard(LocalDate.of(2026, 11, 24), Map.of());

    private static final Predicate<LocalDate> WORKING_DAY =
            day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;

    private static List<Phrase> phrases() {
        List<Phrase> all = new ArrayList<>(RequestPhrases.all());
        all.addAll(DisputePhrases.all());
        all.addAll(ActionPhrases.all());
        all.addAll(ProjectPhrases.all());
        all.addAll(GatePhrases.all());
        all.addAll(MeetingPhrases.all());
        all.addAll(NoticePhrases.all());
        all.addAll(LibraryPhrases.all());
        all.addAll(SharedPhrases.all());
        all.addAll(TalkPhrases.all());
        return all;
    }

    public Heard on(String day) {
        return new Heard(LocalDate.parse(day), form);
    }

    public Heard with(Map<String, String> fields) {
        return new Heard(today, fields);
    }

    public Reading read(String text) {
        return BOOK.read(new Hearing(text, form, Demo.COMPANY, "li.lei", false, today, WORKING_DAY, Language.CHINESE));
    }

    /** The command, when there is no doubt about it. */
    public Object command(String text) {
        Reading reading = read(text);
        return reading instanceof Reading.Understood understood ? understood.command() : reading;
    }
}
