package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.project.StandUp;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is to be talked about of a project: what is late, and what is in somebody's way. */
final class ProjectMatters {

    private final Books books;
    private final Company company;
    private final LocalDate today;

    ProjectMatters(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.today = company.calendar().dateOf(now);
    }

    Stream<String> overdueMilestones(Project project) {
        return project.milestones().stream()
                .filter(milestone -> !milestone.isReached() && milestone.date().isBefore(today))
                .map(this::said);
    }

    private String said(Milestone milestone) {
        return company.words().say("project.agenda.milestone", milestone.ordinal(), milestone.name(), milestone.date());
    }

    /** Of the stand-up that goes on, and of the last one that was held. */
    Stream<String> blockers(Project project) {
        List<StandUp.Answer> now = project.standUp().map(StandUp::answers).orElse(List.of());
        return Stream.concat(now.stream(), lastHeld(project).stream())
                .filter(answer -> !answer.blocker().isBlank())
                .map(answer -> company.words()
                        .say(
                                "project.agenda.blocker",
                                answer.blocker(),
                                company.organisation().nameOf(answer.person())))
                .distinct();
    }

    private List<StandUp.Answer> lastHeld(Project project) {
        List<StandUp.Answer> answers = List.of();
        for (TrailEntry entry : books.trail().of(project.number()))
            if (entry.fact().equals(ProjectFact.StandUpHeld.class.getSimpleName()))
                answers = ((ProjectFact.StandUpHeld) company.trailWords().fact(entry)).answers();
        return answers;
    }
}
