package io.xietong.core.project;

import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.feature.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons and fields one reader finds under a project; in a group those of whoever owes the next step. */
final class ProjectSteps {

    private final Project project;
    private final View view;
    private final Standing standing;
    private final Optional<String> reader;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    ProjectSteps(Project project, View view) {
        this.project = project;
        this.view = view;
        this.standing = new Standing(project, view.organisation(), view.routing());
        this.reader = view.reader();
        if (project.isOpen()) steps();
        else buttons.add(Button.plain("archive", say("button.archive"), phrase("归档")));
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    List<Button> buttons() {
        return List.copyOf(buttons);
    }

    private void steps() {
        switch (project.state()) {
            case DRAFT -> draft();
            case SIGNING -> signing();
            case ACCEPTING -> duty();
            case PROPOSED, APPROVING -> vote();
            case ACTIVE -> active();
            default -> {}
        }
        if (inputs.isEmpty()) inputs.add(text("input.comment"));
        buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
    }

    private void draft() {
        if (!reader.map(standing::directs).orElse(true)) return;
        inputs.add(text("input.words"));
        buttons.add(Button.primary("revise", say("button.revise"), phrase("修改")));
        if (reader.isPresent())
            buttons.add(Button.danger("cancel", say("button.cancel"), phrase("取消") + " 确认", say("confirm.cancel")));
    }

    private void signing() {
        boolean signs = reader.map(person -> standing.signingFor(person).stream()
                        .anyMatch(one -> project.unsigned().contains(one.department())))
                .orElse(true);
        if (signs) {
            inputs.add(text("input.words"));
            buttons.add(Button.primary("sign", say("button.sign"), phrase("签署")));
            buttons.add(Button.plain("return", say("button.return"), phrase("不签")));
        } else if (reader.map(standing::directs).orElse(false)) {
            buttons.add(Button.plain("revise", say("button.revise"), phrase("修改")));
        }
    }

    private void duty() {
        if (!reader.map(project.lead().person()::equals).orElse(true)) return;
        inputs.add(text("input.share"));
        buttons.add(Button.primary("duty", say("button.duty"), phrase("承担")));
        buttons.add(Button.plain("decline", say("button.decline"), phrase("不承担")));
    }

    private void vote() {
        if (reader.flatMap(standing::voting).isEmpty()) return;
        inputs.add(text("input.vote"));
        buttons.add(Button.primary("for", say("choice.FOR"), phrase("表决") + " 同意"));
        buttons.add(Button.plain("against", say("choice.AGAINST"), phrase("表决") + " 反对"));
        buttons.add(Button.plain("abstain", say("choice.ABSTAIN"), phrase("表决") + " 弃权"));
    }

    private void active() {
        boolean votes =
                project.isBeforeCommittee() && reader.flatMap(standing::voting).isPresent();
        if (votes) {
            vote();
            return;
        }
        boolean leads = reader.map(standing::leads).orElse(true);
        if (leads && !project.lead().hasAccepted()) {
            duty();
            return;
        }
        if (reader.filter(this::owesStandUp).isPresent()) {
            standUp();
            return;
        }
        inputs.add(text("input.words"));
        reader.flatMap(this::blocker)
                .ifPresent(blocker -> buttons.add(Button.plain("ask", say("button.ask"), "求助 " + blocker)));
        project.next().ifPresent(this::milestone);
        project.toReview().ifPresent(this::review);
        if (leads && project.unsettled().isEmpty())
            buttons.add(Button.primary("close", say("button.close"), phrase("结项")));
        if (leads && reader.isPresent()) buttons.add(Button.plain("report", say("button.report"), phrase("周报")));
    }

    private boolean owesStandUp(String person) {
        return project.standUp()
                .filter(today -> today.day().equals(view.calendar().dateOf(view.now()))
                        && today.of(person).isEmpty()
                        && DailyStandUp.group(project).contains(person))
                .isPresent();
    }

    /** What is in this reader's way today. */
    private Optional<String> blocker(String person) {
        return project.standUp()
                .flatMap(today -> today.of(person))
                .map(StandUp.Answer::blocker)
                .filter(blocker -> !blocker.isBlank());
    }

    private void standUp() {
        inputs.add(Input.text("done", say("input.done"), false, "", ""));
        inputs.add(Input.text("next", say("input.next"), false, "", ""));
        inputs.add(Input.text("blocker", say("input.blocker"), false, "", ""));
        buttons.add(Button.primary("stand-up", say("button.stand-up"), phrase("站会")));
    }

    private void milestone(Milestone next) {
        boolean answers = reader.map(person -> standing.answersFor(person, next).isPresent())
                .orElse(true);
        if (!answers) return;
        String which = " " + next.ordinal();
        if (project.lockOf(next.ordinal()).isEmpty())
            buttons.add(Button.primary("reach", say("button.reach", next.ordinal()), phrase("达成") + which));
        buttons.add(Button.plain("slip", say("button.slip", next.ordinal()), phrase("延期") + which));
    }

    private void review(Milestone reached) {
        boolean calls = reader.map(standing::callsGates).orElse(true);
        if (calls)
            buttons.add(Button.primary(
                    "review", say("button.review", reached.ordinal()), phrase("评审") + " " + reached.ordinal()));
    }

    private Input text(String label) {
        return Input.longText("text", say(label), false, "", "");
    }

    private String phrase(String verb) {
        return verb + " " + project.number();
    }

    private String say(String key, Object... args) {
        return view.words().say("project." + key, args);
    }
}
