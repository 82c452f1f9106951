package io.xietong.core.meeting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of meetings, from {@code policy.yml}. Days are working days.
 *
 * @param noticeDays    how long before it people are told, the longest first
 * @param agendaDays    one of them: with this notice people are asked what to talk about
 * @param noticeTime    the last notice before it begins
 * @param lateAfter     a notice that is behind by more than this says so
 * @param dailyLength   of a meeting that a project has every working day
 * @param length        of a meeting of which nobody said how long it takes
 * @param minutesDays   after the meeting, by which the minutes are due
 * @param overdueRounds working days in a row overdue minutes are brought up again
 * @param objectionDays for objections after the minutes were distributed
 * @param aheadDays     before the meeting, when one of a series is made
 * @param projectDays   the same for the weekly ones of projects
 * @param calendars     what goes into the calendars of the platforms
 */
public record MeetingPolicy(
        List<Integer> noticeDays,
        int agendaDays,
        Duration noticeTime,
        Duration lateAfter,
        Duration length,
        Duration dailyLength,
        int minutesDays,
        int overdueRounds,
        int objectionDays,
        int aheadDays,
        int projectDays,
        Calendars calendars,
        List<Series> series) {

    public MeetingPolicy {
        noticeDays = List.copyOf(noticeDays);
        series = List.copyOf(series);
    }

    /** The series a meeting is of, as the policy has it now. */
    Optional<Series> seriesOf(Meeting meeting) {
        return meeting.origin()
                .filter(origin -> origin.owner().isEmpty())
                .flatMap(origin -> series.stream()
                        .filter(one -> one.id().equals(origin.series()))
                        .findFirst());
    }
}
