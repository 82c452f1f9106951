package io.xietong.core.project;

import io.xietong.core.item.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * 基线: the days that a project is measured by from some time on, as its trail tells.
 *
 * @param stages in the order of their ordinals, each with the day it had then
 */
public record Baseline(Instant since, List<ProjectFact.Stage> stages) {

    public Baseline {
        stages = List.copyOf(stages);
    }

    /** Something that happened to the project. */
    public record Told(Instant at, Fact fact) {}

    /** All there were, oldest first. @param trail oldest first */
    public static List<Baseline> of(List<Told> trail) {
        List<Baseline> all = new ArrayList<>();
        List<ProjectFact.Stage> plan = new ArrayList<>();
        for (Told told : trail) {
            if (told.fact() instanceof ProjectFact.CharterDrafted drafted) plan = new ArrayList<>(drafted.stages());
            if (told.fact() instanceof ProjectFact.CharterRevised revised) plan = new ArrayList<>(revised.stages());
            if (told.fact() instanceof ProjectFact.MilestoneSlipped slip)
                plan.set(slip.ordinal() - 1, plan.get(slip.ordinal() - 1).on(slip.to()));
            if (isFrozenBy(told.fact())) all.add(new Baseline(told.at(), plan));
        }
        return all;
    }

    private static boolean isFrozenBy(Fact fact) {
        return fact instanceof ProjectFact.ProjectStarted
                || fact instanceof ProjectFact.Approved approved && approved.question() == Approval.Question.BASELINE;
    }
}
