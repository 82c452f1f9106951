package io.xietong.app.desk;

import io.xietong.core.meeting.AgendaSource;
import io.xietong.core.meeting.MeetingRules;
import io.xietong.core.meeting.Recurrence;
import io.xietong.core.meeting.Series;
import io.xietong.core.project.Project;
import io.xietong.core.project.Rhythm;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The 例会 that a project has of its own, as series: led by its lead, with its members as they are when each meeting is made. */
record ProjectSeries(MeetingRules rules, Words words) {

    static ProjectSeries of(Company company) {
        return new ProjectSeries(company.features().meetings().feature().rules(), company.words());
    }

    /** None when the project is not under way. */
    List<Series> of(Project project) {
        return project.state() == io.xietong.core.project.State.ACTIVE
                ? project.rhythms().stream()
                        .map(rhythm -> series(project, rhythm))
                        .toList()
                : List.of();
    }

    private Series series(Project project, Rhythm rhythm) {
        Recurrence.Pattern pattern =
                rhythm.weekday().<Recurrence.Pattern>map(Recurrence.Weekly::new).orElseGet(Recurrence.Daily::new);
        boolean daily = rhythm.isDaily();
        List<String> people = new ArrayList<>(List.of(project.lead().person()));
        project.members().stream().sorted().forEach(people::add);
        return new Series(
                id(rhythm),
                words.say(daily ? "project.rhythm.daily-title" : "project.rhythm.weekly-title", project.title()),
                new Recurrence(pattern, daily ? Recurrence.Shift.SKIP : Recurrence.Shift.NEXT_WORKING_DAY),
                rhythm.at(),
                rhythm.length().orElse(rules.usualLength(daily)),
                "",
                project.lead().person(),
                people,
                Set.of(AgendaSource.MILESTONES, AgendaSource.BLOCKERS, AgendaSource.OPEN_ACTIONS),
                Optional.of(project.number()));
    }

    private static String id(Rhythm rhythm) {
        return (rhythm.isDaily() ? Series.DAILY : Series.WEEKLY) + "-" + rhythm.since();
    }

    /** Whether a project still has the series that a meeting was made of. */
    boolean has(Project project, String series) {
        return of(project).stream().anyMatch(one -> one.id().equals(series));
    }
}
