package io.xietong.core.project;

import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sets how often a project meets of its own, and ends that. The lead does; the meetings themselves are made by the clock. */
final class Rhythms {

    private static final Duration LONGEST = Duration.ofHours(10);

    private final Project project;
    private final Occasion occasion;
    private final Standing standing;

    Rhythms(Project project, Occasion occasion) {
        this.project = project;
        this.occasion = occasion;
        this.standing = Standing.of(project, occasion);
    }

    /** One of the same kind that there was is replaced. */
    Decision<Project> set(ProjectCommand.MeetRegularly command) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (project.members().isEmpty()) return Decision.refused("project.refused.nobody-to-meet", project.number());
        if (command.length().filter(length -> length.compareTo(LONGEST) > 0).isPresent())
            return Decision.refused("meeting.refused.length");
        Rhythm rhythm = new Rhythm(command.weekday(), command.at(), command.length(), project.version() + 1);
        List<Rhythm> all = new ArrayList<>(project.rhythms());
        all.removeIf(known -> known.isDaily() == rhythm.isDaily());
        all.add(rhythm);
        ProjectDraft draft = new ProjectDraft(project);
        draft.rhythms = all;
        return Decision.done(
                draft.done(), new ProjectFact.MeetsRegularly(command.weekday(), command.at(), command.length()));
    }

    Decision<Project> stop() {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (project.rhythms().isEmpty()) return Decision.refused("project.refused.no-meetings", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        draft.rhythms = List.of();
        return Decision.done(draft.done(), new ProjectFact.MeetsNoMore());
    }
}
