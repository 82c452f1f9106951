package io.xietong.core.project;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Routing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The stand-up of a project: switched on and off by its lead, answered by its group, summed up when all have answered or the day is over. */
final class DailyStandUp {

    private final Project project;
    private final Occasion occasion;
    private final ProjectClocks clocks;
    private final Standing standing;

    DailyStandUp(Project project, Occasion occasion, ProjectPolicy policy) {
        this.project = project;
        this.occasion = occasion;
        this.clocks = new ProjectClocks(policy, occasion.calendar());
        this.standing = Standing.of(project, occasion);
    }

    /** Who takes part. */
    static Set<String> group(Project project) {
        Set<String> group = new TreeSet<>(project.members());
        group.add(project.lead().person());
        return group;
    }

    /** Those of the group who decide for themselves today; everybody else is away. */
    static List<String> present(Project project, Routing routing) {
        return group(project).stream()
                .filter(person -> routing.actingFor(person, Set.of())
                        .filter(person::equals)
                        .isPresent())
                .toList();
    }

    Decision<Project> set(boolean on) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (on == project.standUp().isPresent())
            return Decision.refused(
                    on ? "project.refused.stands-up-already" : "project.refused.no-stand-up", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        draft.stop(Purpose.STANDUP, occasion.now());
        draft.standUp = Optional.empty();
        if (on) next(draft);
        return Decision.done(draft.done(), new ProjectFact.StandUpSet(on));
    }

    /** The next working day is asked about. */
    private void next(ProjectDraft draft) {
        LocalDate day = occasion.calendar().workingDay(occasion.today(), 1);
        draft.stop(Purpose.STANDUP, occasion.now());
        draft.standUp = Optional.of(new StandUp(day, List.of()));
        draft.arm(Purpose.STANDUP, project.lead().person(), occasion.now(), clocks.report(day));
    }

    Decision<Project> answer(ProjectCommand.StandUpAnswer command) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        String person = occasion.person();
        if (project.standUp().isEmpty()) return Decision.refused("project.refused.no-stand-up", project.number());
        if (!group(project).contains(person)) return Decision.refused("project.refused.only-group", project.number());
        StandUp today = project.standUp().get();
        if (!today.day().equals(occasion.today()))
            return Decision.refused("project.refused.stand-up-another-day", project.number(), today.day());
        if (command.done().isBlank() && command.next().isBlank())
            return Decision.refused("project.refused.nothing-answered", project.number());
        StandUp.Answer answer =
                new StandUp.Answer(person, command.done(), command.next(), command.blocker(), occasion.now());
        ProjectDraft draft = new ProjectDraft(project);
        StandUp answered = today.with(answer);
        draft.standUp = Optional.of(answered);
        List<Fact> facts = new ArrayList<>();
        facts.add(new ProjectFact.StoodUp(person, command.done(), command.next(), command.blocker()));
        boolean all = present(project, occasion.routing()).stream()
                .allMatch(one -> answered.of(one).isPresent());
        if (all) facts.add(held(answered, draft));
        return new Decision.Done<>(draft.done(), facts);
    }

    /** The day is summed up, and the next one asked about. */
    Fact held(StandUp answered, ProjectDraft draft) {
        List<String> present = present(project, occasion.routing());
        List<String> missing =
                present.stream().filter(person -> answered.of(person).isEmpty()).toList();
        List<String> away = group(project).stream()
                .filter(person ->
                        !present.contains(person) && answered.of(person).isEmpty())
                .toList();
        draft.meet(Purpose.STANDUP, occasion.now());
        next(draft);
        return new ProjectFact.StandUpHeld(answered.day(), answered.answers(), missing, away);
    }
}
