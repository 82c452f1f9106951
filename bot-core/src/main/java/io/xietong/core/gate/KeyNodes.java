package io.xietong.core.gate;

import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.State;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** At which 关键节点 of a project a gate can be called: it is the next one that is locked by nothing but itself. */
public final class KeyNodes {

    private KeyNodes() {}

    /**
     * Why no gate can be called there.
     *
     * @param ordinal the milestone's place; empty for the next 关键节点 that has not passed
     */
    public static Optional<Message> fault(Project project, Optional<Integer> ordinal) {
        if (project.state() != State.ACTIVE)
            return fault("not-running", project.number(), Message.of("project.state." + project.state()));
        Optional<Milestone> meant = meant(project, ordinal);
        if (meant.isEmpty())
            return ordinal.map(place -> Message.of("gate.refused.which-milestone", project.number(), place))
                    .or(() -> fault("none-left", project.number()));
        Milestone milestone = meant.get();
        if (!milestone.gate()) return fault("no-gate", project.number(), milestone.name());
        if (milestone.passedBy().isPresent())
            return fault(
                    "passed-already", milestone.name(), milestone.passedBy().get());
        return project.lockOf(milestone.ordinal())
                .flatMap(lock -> fault("locked", project.number(), milestone.name(), lock.name()));
    }

    private static Optional<Message> fault(String key, Object... args) {
        return Optional.of(Message.of("gate.refused." + key, args));
    }

    private static Optional<Milestone> meant(Project project, Optional<Integer> ordinal) {
        return ordinal.isPresent()
                ? project.milestone(ordinal.get())
                : project.milestones().stream().filter(Milestone::locks).findFirst();
    }

    /** The 关键节点 as a gate keeps it; every department of the charter answers. To be asked only where there is no fault. */
    public static Checkpoint at(Project project, Optional<Integer> ordinal) {
        Milestone milestone = meant(project, ordinal).orElseThrow();
        return new Checkpoint(
                project.number(),
                milestone.ordinal(),
                milestone.name(),
                project.lead().person(),
                project.department(),
                List.copyOf(project.departments()));
    }
}
