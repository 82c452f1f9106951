package io.xietong.app.desk;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A project on the time line.
 *
 * @param lead       name
 * @param department name of the one that leads it
 */
public record Plan(ItemLine line, String lead, String department, List<Point> points) {

    /** How far a milestone is. */
    public enum Progress {
        PLANNED,
        /** Its day is over and it was not reached. */
        LATE,
        /** A gate before it has not passed. */
        LOCKED,
        REACHED
    }

    /**
     * One milestone.
     *
     * @param baseline the day it is measured by, when it was put off since
     * @param gate     whether it is a 关键节点
     * @param review   the joint review by which it has passed
     */
    public record Point(
            int ordinal,
            String name,
            String department,
            LocalDate date,
            Optional<LocalDate> baseline,
            Optional<LocalDate> reached,
            Progress progress,
            boolean gate,
            Optional<ItemNumber> review) {}

    public Plan {
        points = List.copyOf(points);
    }

    static Plan of(Found<?> found, Turn turn) {
        Project project = (Project) found.item();
        return new Plan(
                new Lines(turn).of(found),
                turn.organisation().nameOf(project.lead().person()),
                turn.organisation().departmentName(project.department()),
                project.milestones().stream()
                        .map(milestone -> point(project, milestone, turn))
                        .toList());
    }

    private static Point point(Project project, Milestone milestone, Turn turn) {
        return new Point(
                milestone.ordinal(),
                milestone.name(),
                turn.organisation().departmentName(milestone.department()),
                milestone.date(),
                milestone.baseline().filter(day -> !day.equals(milestone.date())),
                milestone.reachedAt().map(turn.company.calendar()::dateOf),
                progress(project, milestone, turn.today()),
                milestone.gate(),
                milestone.passedBy());
    }

    private static Progress progress(Project project, Milestone milestone, LocalDate today) {
        if (milestone.isReached()) return Progress.REACHED;
        if (milestone.date().isBefore(today)) return Progress.LATE;
        return project.lockOf(milestone.ordinal()).isPresent() ? Progress.LOCKED : Progress.PLANNED;
    }
}
