package io.xietong.core.project;

import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who is reminded when a clock of a project rings. */
final class ProjectReminders {

    private final Project after;
    private final Occasion occasion;
    private final Organisation organisation;
    private final News news;

    ProjectReminders(Project after, Occasion occasion, News news) {
        this.after = after;
        this.occasion = occasion;
        this.organisation = occasion.organisation();
        this.news = news;
    }

    /** Ahead of the day its department and the lead, once it is there the head as well. */
    void rang(ProjectFact.MilestoneRang rang) {
        Milestone milestone = after.milestone(rang.ordinal()).orElseThrow();
        News own = news.ofClock(rang.ordinal());
        if (rang.rung().startsWith("T-")) {
            String days = rang.rung().substring("T-".length());
            Message soon = days.equals("0")
                    ? message("today", rang.ordinal(), rang.name(), rang.due())
                    : message("soon", rang.ordinal(), rang.name(), rang.due(), days);
            occasion.routing()
                    .assign(milestone.department(), Set.of())
                    .ifPresent(found -> own.remind(found.person(), soon, rang.purpose()));
            own.remind(after.lead().person(), soon, rang.purpose());
            return;
        }
        String department = organisation.departmentName(milestone.department());
        Message late = message("late", rang.ordinal(), rang.name(), rang.due(), department);
        own.remindHead(milestone.department(), late, rang.purpose(), Urgency.OVERDUE);
        own.remindOverdue(after.lead().person(), late, rang.purpose());
    }

    void rung(SharedFact.RungReached rung) {
        boolean late = rung.timeIsUp() || rung.rung().startsWith("T+");
        switch (rung.purpose()) {
            case SIGNATURES -> missingSignatures(rung.due(), late);
            case DUTY -> {
                news.remind(after.lead().person(), message(late ? "duty-late" : "duty", rung.due()), rung.purpose());
                if (late)
                    news.remindHead(
                            after.department(),
                            message("duty-late-head", leadName(), rung.due()),
                            rung.purpose(),
                            Urgency.OVERDUE);
            }
            case APPROVAL -> votes(rung.due(), late);
            case STANDUP -> {
                if (!late) askAll();
            }
            case REPORT ->
                news.remind(
                        after.lead().person(),
                        message(late ? "report-missed" : "report-today", rung.due()),
                        rung.purpose());
            default -> {}
        }
    }

    /** Everybody of the group who is there. */
    private void askAll() {
        for (String person : DailyStandUp.present(after, occasion.routing()))
            news.remindReader(person, message("stand-up"), Purpose.STANDUP, Urgency.NORMAL);
    }

    private String leadName() {
        return organisation.nameOf(after.lead().person());
    }

    private void missingSignatures(Instant due, boolean late) {
        for (String department : after.unsigned()) {
            Message headline = message(late ? "sign-late" : "sign", due);
            news.remindHead(department, headline, Purpose.SIGNATURES, late ? Urgency.OVERDUE : Urgency.NORMAL);
        }
        if (!late) return;
        List<Object> missing = after.unsigned().stream()
                .<Object>map(organisation::departmentName)
                .toList();
        news.remind(after.draftedBy(), message("sign-late-told", missing, due), Purpose.SIGNATURES);
    }

    private void votes(Instant due, boolean late) {
        Approval asked = after.approval().orElseThrow();
        List<String> missing =
                asked.ballot().outcome() instanceof Outcome.Open open ? open.missing() : List.of(asked.presiding());
        if (late) news.remindOverdue(asked.presiding(), message("vote-late", due), Purpose.APPROVAL);
        else missing.forEach(voter -> news.remind(voter, message("vote-reminder", due), Purpose.APPROVAL));
    }

    private static Message message(String key, Object... args) {
        return Message.of("project.news." + key, args);
    }
}
