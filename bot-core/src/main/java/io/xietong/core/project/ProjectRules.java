package io.xietong.core.project;

import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.Optional;

/** Decides every command about projects: pure functions of state, command, occasion and policy. */
public final class ProjectRules {

    private final ProjectPolicy policy;

    public ProjectRules(ProjectPolicy policy) {
        this.policy = policy;
    }

    /**
     * The joint review of a 关键节点 has passed, or was overridden: what comes after it opens. Refused when the project is not
     * active, has no such 关键节点, or it has passed already.
     *
     * @param review number of the review
     */
    public Decision<Project> open(Project project, int ordinal, ItemNumber review, Occasion occasion) {
        if (project.state() != State.ACTIVE) return notNow(project);
        Optional<Milestone> found = project.milestone(ordinal).filter(Milestone::gate);
        if (found.isEmpty()) return Decision.refused("project.refused.no-such-gate", project.number(), ordinal);
        if (!found.get().locks()) return Decision.refused("project.refused.passed-already", project.number(), ordinal);
        ProjectDraft draft = new ProjectDraft(project);
        draft.milestone(ordinal, milestone -> milestone.passed(review));
        return Decision.done(
                draft.done(), new ProjectFact.GatePassed(ordinal, found.get().name(), review));
    }

    static Decision<Project> notNow(Project project) {
        return Decision.refused(
                "project.refused.not-now",
                project.number(),
                Message.of("project.state." + project.state().name()));
    }
}
