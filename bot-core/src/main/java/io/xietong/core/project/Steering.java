package io.xietong.core.project;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works on a project, what it is called, what is reported of it, and how it ends (plan duties 12, 13 and 26). */
final class Steering {

    private final Project project;
    private final Occasion occasion;
    private final ProjectClocks clocks;
    private final Standing standing;

    Steering(Project project, Occasion occasion, ProjectPolicy policy) {
        this.project = project;
        this.occasion = occasion;
        this.clocks = new ProjectClocks(policy, occasion.calendar());
        this.standing = Standing.of(project, occasion);
    }

    private boolean isKnown(String person) {
        return occasion.organisation().person(person).isPresent();
    }

    Decision<Project> changeLead(ProjectCommand.ChangeLead command) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.namesTheLead(occasion.person()))
            return Decision.refused(
                    "project.refused.only-namers",
                    project.number(),
                    occasion.organisation().departmentName(project.department()));
        String before = project.lead().person();
        if (!isKnown(command.person())) return Decision.refused("project.refused.no-lead");
        if (command.person().equals(before)) return Decision.refused("project.refused.leads-already", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        draft.lead = Lead.named(command.person());
        Set<String> members = new HashSet<>(project.members());
        members.remove(command.person());
        members.add(before);
        draft.members = members;
        draft.stop(Purpose.DUTY, occasion.now());
        draft.arm(Purpose.DUTY, command.person(), occasion.now(), clocks);
        return Decision.done(draft.done(), new ProjectFact.LeadChanged(before, command.person(), command.reason()));
    }

    Decision<Project> join(String person) {
        if (!project.isOpen()) return ProjectRules.notNow(project);
        if (!isKnown(person)) return Decision.refused("project.refused.whom", project.number());
        if (!standing.picks(occasion.person(), person)) return onlyPickers();
        if (project.members().contains(person) || project.lead().person().equals(person))
            return Decision.refused(
                    "project.refused.member-already", occasion.organisation().nameOf(person));
        ProjectDraft draft = new ProjectDraft(project);
        Set<String> members = new HashSet<>(project.members());
        members.add(person);
        draft.members = members;
        return Decision.done(draft.done(), new ProjectFact.MemberJoined(person));
    }

    private Decision<Project> onlyPickers() {
        return Decision.refused(
                "project.refused.only-pickers",
                project.number(),
                occasion.organisation().nameOf(project.lead().person()));
    }

    Decision<Project> leave(String person) {
        if (!project.isOpen()) return ProjectRules.notNow(project);
        if (!project.members().contains(person))
            return Decision.refused(
                    "project.refused.no-member", occasion.organisation().nameOf(person));
        if (!standing.picks(occasion.person(), person) && !occasion.person().equals(person)) return onlyPickers();
        ProjectDraft draft = new ProjectDraft(project);
        Set<String> members = new HashSet<>(project.members());
        members.remove(person);
        draft.members = members;
        return Decision.done(draft.done(), new ProjectFact.MemberLeft(person));
    }

    Decision<Project> rename(String title) {
        if (!project.isOpen()) return ProjectRules.notNow(project);
        if (!standing.directs(occasion.person())) return ProjectRules.onlyDirectors(project, occasion);
        if (title.isBlank()) return Decision.refused("project.refused.no-title", project.number());
        if (title.codePointCount(0, title.length()) > Charter.LONGEST_TITLE)
            return Decision.refused("project.refused.title-too-long", Charter.LONGEST_TITLE);
        ProjectDraft draft = new ProjectDraft(project);
        draft.charter = project.charter().titled(title.strip());
        return Decision.done(
                draft.done(), new ProjectFact.Renamed(project.charter().title(), title.strip()));
    }

    Decision<Project> report(String text) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (text.isBlank()) return Decision.refused("project.refused.no-report", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        LocalDate day = project.running(Purpose.REPORT)
                .flatMap(Deadline::dueAt)
                .map(occasion.calendar()::dateOf)
                .orElse(occasion.today());
        draft.meet(Purpose.REPORT, occasion.now());
        draft.nextReport(day, occasion.now(), clocks);
        return Decision.done(draft.done(), new ProjectFact.ReportSent(text));
    }

    Decision<Project> close(ProjectCommand.Close command) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person()) && !standing.headsTheLead(occasion.person()))
            return ProjectRules.onlyLead(project, occasion);
        if (command.summary().isBlank()) return Decision.refused("project.refused.no-summary", project.number());
        List<Milestone> left = project.unsettled();
        if (!left.isEmpty() && !command.confirmed()) return unsettled(left, command.summary());
        ProjectDraft draft = new ProjectDraft(project);
        draft.stopClocks(occasion.now());
        draft.summary = command.summary();
        draft.state = State.CLOSED;
        List<Integer> open = left.stream().map(Milestone::ordinal).toList();
        return Decision.done(draft.done(), new ProjectFact.ProjectClosed(command.summary(), open));
    }

    private Decision<Project> unsettled(List<Milestone> left, String summary) {
        List<Object> names = left.stream()
                .<Object>map(milestone -> Message.of("project.milestone.short", milestone.ordinal(), milestone.name()))
                .toList();
        return new Decision.Refused<>(
                Message.of("project.refused.confirm-close", project.number(), names),
                Optional.of(new Decision.Confirmation(
                        Message.of("project.confirm.close", names),
                        Message.of("project.button.close"),
                        "结项 " + project.number() + " 确认 " + summary)));
    }

    Decision<Project> cancel(ProjectCommand.Cancel command) {
        if (!project.isOpen()) return ProjectRules.notNow(project);
        if (!standing.directs(occasion.person())) return ProjectRules.onlyDirectors(project, occasion);
        if (command.reason().isBlank())
            return Decision.refused("project.refused.no-reason-to-cancel", project.number());
        if (!command.confirmed()) return unconfirmed(command.reason());
        ProjectDraft draft = new ProjectDraft(project);
        draft.stopClocks(occasion.now());
        draft.summary = command.reason();
        draft.state = State.CANCELLED;
        return Decision.done(draft.done(), new ProjectFact.ProjectCancelled(command.reason()));
    }

    /** Once it is closed, an archive that lead or secretariat made is a fact of it. */
    Decision<Project> file(ProjectCommand.File archive) {
        if (project.state() != State.CLOSED) return ProjectRules.notNow(project);
        if (!standing.files(occasion.person()))
            return Decision.refused(
                    "project.refused.only-filers",
                    project.number(),
                    occasion.organisation().nameOf(project.lead().person()));
        return Decision.done(
                new ProjectDraft(project).done(),
                new ProjectFact.Archived(archive.hash(), archive.items(), archive.hidden()));
    }

    private Decision<Project> unconfirmed(String reason) {
        return new Decision.Refused<>(
                Message.of("project.refused.confirm-cancel", project.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("project.confirm.cancel"),
                        Message.of("project.button.cancel"),
                        "取消 " + project.number() + " 确认 " + reason)));
    }
}
