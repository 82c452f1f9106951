package io.xietong.core.project;

import io.xietong.core.action.ActionItem;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.feature.View;
import io.xietong.core.people.Organisation;
import java.util.List;
import java.util.stream.Collectors;

/** Draws forms that begin with what is known: a charter to be changed, a week's report made from facts. */
public final class ProjectForms {

    private ProjectForms() {}

    /** The charter as it is, to be changed. */
    public static Card revision(Project project, View view) {
        Organisation organisation = view.organisation();
        String lines = project.milestones().stream()
                .map(milestone -> MilestoneLine.write(milestone, organisation))
                .collect(Collectors.joining("\n"));
        List<Input> inputs = CharterReader.inputs(
                project.charter().goal(),
                organisation.nameOf(project.lead().person()),
                project.charter().kind(),
                lines,
                project.charter().scope(),
                project.charter().strategy(),
                view.words());
        return Card.titled(view.words().say("project.form.revise", project.number()), Tone.INFO)
                .line(view.words().say("project.form.revise-effect"))
                .form(inputs.stream().map(input -> labelled(input, view)).toList())
                .buttons(List.of(Button.primary("send", view.words().say("talk.send"), "修改 " + project.number())))
                .build();
    }

    private static Input labelled(Input input, View view) {
        return new Input(
                input.name(),
                view.words().say(input.label()),
                input.kind(),
                input.required(),
                input.hint(),
                input.initial(),
                input.options());
    }

    /** The report as the facts tell it, to be put right and sent. @param tasks the project's open action items */
    public static Card report(Project project, List<ActionItem> tasks, View view) {
        return Card.titled(view.words().say("project.form.report", project.number()), Tone.INFO)
                .line(view.words().say("project.form.report-effect"))
                .form(List.of(Input.longText(
                        "text",
                        view.words().say("phrase.report.text"),
                        true,
                        "",
                        WeeklyReport.draft(project, tasks, view))))
                .buttons(List.of(Button.primary(
                        "send", view.words().say("project.button.send-report"), "周报 " + project.number())))
                .build();
    }
}
