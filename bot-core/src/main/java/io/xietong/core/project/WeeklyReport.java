package io.xietong.core.project;

import io.xietong.core.action.ActionItem;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the facts say of a project's last seven days and of the two weeks to come; the lead has the last word (plan duty 13). */
final class WeeklyReport {

    private static final Period BACK = Period.ofDays(7);
    private static final Period AHEAD = Period.ofDays(14);

    private final Project project;
    private final View view;
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();

    private WeeklyReport(Project project, View view) {
        this.project = project;
        this.view = view;
        this.today = view.calendar().dateOf(view.now());
    }

    static String draft(Project project, List<ActionItem> tasks, View view) {
        WeeklyReport report = new WeeklyReport(project, view);
        report.milestones();
        report.slips();
        report.tasks(tasks);
        return String.join("\n", report.lines);
    }

    private void milestones() {
        long reached =
                project.milestones().stream().filter(Milestone::isReached).count();
        add("progress", reached, project.milestones().size());
        list("reached", which(this::wasReachedLately), this::name);
        list(
                "late",
                which(milestone -> !milestone.isReached() && milestone.date().isBefore(today)),
                this::dated);
        list("coming", which(this::isComing), this::dated);
        list("to-review", which(milestone -> milestone.isReached() && milestone.locks()), this::name);
    }

    private interface Which {
        boolean test(Milestone milestone);
    }

    private Stream<Milestone> which(Which which) {
        return project.milestones().stream().filter(which::test);
    }

    private boolean wasReachedLately(Milestone milestone) {
        return milestone
                .reachedAt()
                .map(view.calendar()::dateOf)
                .filter(day -> day.isAfter(today.minus(BACK)))
                .isPresent();
    }

    private boolean isComing(Milestone milestone) {
        return !milestone.isReached()
                && !milestone.date().isBefore(today)
                && !milestone.date().isAfter(today.plus(AHEAD));
    }

    private Object name(Milestone milestone) {
        return Message.of("project.milestone.short", milestone.ordinal(), milestone.name());
    }

    private Object dated(Milestone milestone) {
        return Message.of("project.report.dated", milestone.ordinal(), milestone.name(), milestone.date());
    }

    private void slips() {
        Stream<Slip> lately = project.slips().stream()
                .filter(slip -> view.calendar().dateOf(slip.at()).isAfter(today.minus(BACK)));
        list("slipped", lately, this::slip);
    }

    private Object slip(Slip slip) {
        Optional<String> name = project.milestone(slip.ordinal()).map(Milestone::name);
        return Message.of(
                "project.report.slip",
                slip.ordinal(),
                name.orElse(""),
                slip.to(),
                view.organisation().departmentName(slip.department()),
                slip.reason());
    }

    private void tasks(List<ActionItem> tasks) {
        if (tasks.isEmpty()) return;
        long late = tasks.stream().filter(task -> task.due().isBefore(today)).count();
        add("tasks", tasks.size(), late);
    }

    private <T> void list(String key, Stream<T> items, Function<T, Object> said) {
        List<Object> all = items.map(said).toList();
        if (!all.isEmpty()) add(key, all);
    }

    private void add(String key, Object... args) {
        lines.add(view.words().say("project.report." + key, args));
    }
}
