package io.xietong.core.project;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the milestones while a project runs (plan duty 28). */
final class Delivering {

    private final Project project;
    private final Occasion occasion;
    private final ProjectClocks clocks;
    private final Standing standing;

    Delivering(Project project, Occasion occasion, ProjectPolicy policy) {
        this.project = project;
        this.occasion = occasion;
        this.clocks = new ProjectClocks(policy, occasion.calendar());
        this.standing = Standing.of(project, occasion);
    }

    Decision<Project> reach(ProjectCommand.Reach command) {
        Optional<Decision<Project>> refusal = refusal(command.ordinal(), "reach");
        if (refusal.isPresent()) return refusal.get();
        Milestone milestone = named(command.ordinal());
        Optional<Milestone> lock = project.lockOf(milestone.ordinal());
        if (lock.isPresent())
            return Decision.refused(
                    "project.refused.locked",
                    project.number(),
                    milestone.ordinal(),
                    lock.get().ordinal(),
                    lock.get().name());
        ProjectDraft draft = new ProjectDraft(project);
        draft.reach(milestone.ordinal(), occasion.now(), command.note());
        return Decision.done(
                draft.done(), new ProjectFact.MilestoneReached(milestone.ordinal(), milestone.name(), command.note()));
    }

    /** Why this milestone is not for the speaker to report on, whatever they want to say of it. */
    private Optional<Decision<Project>> refusal(Optional<Integer> ordinal, String verb) {
        if (project.state() != State.ACTIVE) return Optional.of(ProjectRules.notNow(project));
        if (ordinal.isEmpty())
            return Optional.of(Decision.refused("project.refused.which-to-" + verb, project.number(), open()));
        Optional<Milestone> milestone = project.milestone(ordinal.get());
        if (milestone.isEmpty())
            return Optional.of(
                    Decision.refused("project.refused.no-such-milestone", project.number(), ordinal.get(), open()));
        if (standing.answersFor(occasion.person(), milestone.get()).isEmpty()) return Optional.of(notYours(milestone));
        if (milestone.get().isReached())
            return Optional.of(Decision.refused("project.refused.reached-already", project.number(), ordinal.get()));
        return Optional.empty();
    }

    private Decision<Project> notYours(Optional<Milestone> milestone) {
        return Decision.refused(
                "project.refused.only-its-department",
                project.number(),
                milestone.get().ordinal(),
                occasion.organisation().departmentName(milestone.get().department()),
                occasion.organisation().nameOf(project.lead().person()));
    }

    private Milestone named(Optional<Integer> ordinal) {
        return ordinal.flatMap(project::milestone).orElseThrow();
    }

    /** 「1 设计评审」, of those that are not reached. */
    private List<Object> open() {
        return project.milestones().stream()
                .filter(milestone -> !milestone.isReached())
                .<Object>map(milestone -> Message.of("project.milestone.short", milestone.ordinal(), milestone.name()))
                .toList();
    }

    Decision<Project> putOff(ProjectCommand.PutOff command) {
        Optional<Decision<Project>> refusal = refusal(command.ordinal(), "put-off");
        if (refusal.isPresent()) return refusal.get();
        Milestone milestone = named(command.ordinal());
        WorkCalendar calendar = occasion.calendar();
        LocalDate day = calendar.nextWorkingDay(command.date());
        if (!calendar.closing(day).isAfter(occasion.now()))
            return Decision.refused("project.refused.past-date", milestone.name(), command.date());
        if (!day.isAfter(milestone.date()))
            return Decision.refused("project.refused.not-later", project.number(), milestone.date());
        Optional<String> blamed = command.department()
                .filter(id -> occasion.organisation().department(id).isPresent());
        if (blamed.isEmpty())
            return Decision.refused("project.refused.whose-delay", project.number(), milestone.ordinal());
        if (command.reason().isBlank())
            return Decision.refused("project.refused.no-reason-to-slip", project.number(), milestone.ordinal());
        ProjectDraft draft = new ProjectDraft(project);
        draft.schedule(milestone.ordinal(), day, occasion.now(), clocks);
        List<Slip> slips = new ArrayList<>(project.slips());
        slips.add(new Slip(
                milestone.ordinal(),
                milestone.date(),
                day,
                blamed.get(),
                command.reason(),
                occasion.person(),
                occasion.now()));
        draft.slips = slips;
        return Decision.done(
                draft.done(),
                new ProjectFact.MilestoneSlipped(
                        milestone.ordinal(), milestone.name(), milestone.date(), day, blamed.get(), command.reason()));
    }
}
