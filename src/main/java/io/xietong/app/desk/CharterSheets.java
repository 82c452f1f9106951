package io.xietong.app.desk;

import io.xietong.app.export.Sheet;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Baseline;
import io.xietong.core.project.Charter;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.project.Slip;
import io.xietong.core.trail.TrailEntry;
import java.util.ArrayList;
import java.util.List;

/** What a project was to be and what became of it, as tables: its charters, its baselines, its milestones and why they slipped. */
record CharterSheets(Project project, List<TrailEntry> trail, TrailWords told, Ink ink) {

    List<Sheet> all() {
        return List.of(summary(), charters(), baselines(), milestones(), slips());
    }

    private Sheet summary() {
        return ink.sheet(
                "project",
                List.of(List.of(
                        project.number().toString(),
                        project.title(),
                        ink.say("project.state." + project.state()),
                        ink.person(project.lead().person()),
                        ink.department(project.department()),
                        ink.departments(project.departments()),
                        ink.people(project.members()),
                        ink.person(project.draftedBy()),
                        ink.moment(project.draftedAt()),
                        project.planYear().map(Object::toString).orElse(""),
                        project.summary())));
    }

    /** Each version of the charter, as it was sent round. */
    private Sheet charters() {
        List<List<String>> rows = new ArrayList<>();
        for (TrailEntry entry : trail) {
            if (told.fact(entry) instanceof ProjectFact.CharterDrafted drafted)
                rows.add(charter(entry, drafted.charter(), drafted.lead()));
            if (told.fact(entry) instanceof ProjectFact.CharterRevised revised)
                rows.add(charter(entry, revised.charter(), revised.lead()));
        }
        return ink.sheet("charter", rows);
    }

    private List<String> charter(TrailEntry entry, Charter charter, String lead) {
        return List.of(
                ink.moment(entry.at()),
                ink.text(told.actor(entry)),
                charter.title(),
                charter.goal(),
                charter.scope(),
                charter.strategy(),
                ink.say("project.kind." + charter.kind()),
                ink.person(lead));
    }

    private Sheet baselines() {
        List<Baseline> baselines = Baseline.of(trail.stream()
                .map(entry -> new Baseline.Told(entry.at(), told.fact(entry)))
                .toList());
        List<List<String>> rows = new ArrayList<>();
        for (Baseline baseline : baselines) {
            int ordinal = 1;
            for (ProjectFact.Stage stage : baseline.stages())
                rows.add(List.of(ink.moment(baseline.since()), "" + ordinal++, stage.name(), ink.day(stage.date())));
        }
        return ink.sheet("baselines", rows);
    }

    private Sheet milestones() {
        return ink.sheet(
                "milestones", project.milestones().stream().map(this::row).toList());
    }

    private List<String> row(Milestone milestone) {
        return List.of(
                "" + milestone.ordinal(),
                milestone.name(),
                ink.department(milestone.department()),
                ink.departments(milestone.supporting()),
                milestone.deliverable(),
                milestone.baseline().map(ink::day).orElse(""),
                ink.day(milestone.date()),
                milestone.reachedAt().map(ink::moment).orElse(""),
                milestone.note(),
                ink.say(milestone.gate() ? "archive.yes" : "archive.no"),
                milestone.passedBy().map(ItemNumber::toString).orElse(""));
    }

    private Sheet slips() {
        return ink.sheet("slips", project.slips().stream().map(this::row).toList());
    }

    private List<String> row(Slip slip) {
        return List.of(
                "" + slip.ordinal(),
                ink.day(slip.from()),
                ink.day(slip.to()),
                ink.department(slip.department()),
                slip.reason(),
                ink.person(slip.by()),
                ink.moment(slip.at()));
    }
}
