package io.xietong.core.project;

import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Ballot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a project for one reader: who leads and who has signed, the plan against its baseline, and what this reader can do. */
final class ProjectCards {

    /** Milestones shown; the card says how many there are beyond that. */
    private static final int SHOWN = 8;

    private final Project project;
    private final View view;

    private ProjectCards(Project project, View view) {
        this.project = project;
        this.view = view;
    }

    static Card card(Project project, Optional<Message> headline, View view) {
        return new ProjectCards(project, view).draw(headline);
    }

    private Card draw(Optional<Message> headline) {
        Card.Builder card = Card.titled(project.number() + " " + project.title(), tone());
        headline.ifPresent(message -> card.line(view.words().say(message)));
        project.planYear().ifPresent(year -> card.line(say("plan-of", year.toString())));
        card.line(say("state-line", say("state." + project.state().name()), standing()));
        clock(card);
        if (!project.charter().goal().equals(project.title()))
            card.field(say("goal"), project.charter().goal());
        card.field(say("scope"), project.charter().scope())
                .field(say("strategy"), project.charter().strategy())
                .field(say("lead"), project.milestones().isEmpty() ? department(project.department()) : lead());
        if (project.state().isBeforeStart() && !project.milestones().isEmpty())
            card.field(say("signatures"), signatures());
        if (project.isBeforeCommittee()) vote(card, project.approval().orElseThrow());
        project.milestones().stream().skip(firstShown()).limit(SHOWN).forEach(milestone -> card.line(line(milestone)));
        int hidden = project.milestones().size() - SHOWN;
        if (hidden > 0) card.line(say("more-milestones", hidden));
        if (project.isOpen())
            card.field(
                    say("rhythm"),
                    view.words()
                            .say(
                                    "text.verbatim",
                                    project.rhythms().stream()
                                            .<Object>map(Rhythm::said)
                                            .toList()));
        card.field(say("summary"), project.summary());
        ProjectSteps steps = new ProjectSteps(project, view);
        return card.form(steps.inputs()).buttons(steps.buttons()).drawnFor(project.version());
    }

    /** Of a long plan those around the next milestone. */
    private long firstShown() {
        int last = Math.max(0, project.milestones().size() - SHOWN);
        int next = project.next().map(Milestone::ordinal).orElse(1);
        return Math.min(last, Math.max(0, next - 2));
    }

    private String lead() {
        Lead lead = project.lead();
        String name = person(lead.person());
        String department = department(project.department());
        if (!lead.hasAccepted()) return say("lead-named", name, department);
        return lead.share()
                .map(share -> say("lead-share", name, department, share))
                .orElseGet(() -> say("lead-of", name, department));
    }

    private String signatures() {
        List<Object> all = project.departments().stream()
                .<Object>map(id -> project.unsigned().contains(id)
                        ? Message.of("project.unsigned", department(id))
                        : Message.of("project.signed", department(id)))
                .toList();
        return view.words().say("text.verbatim", all);
    }

    private void vote(Card.Builder card, Approval asked) {
        Ballot ballot = asked.ballot();
        Map<String, Integer> tally = ballot.tally();
        card.field(say("question"), say("question." + asked.question()))
                .field(say("reason"), asked.reason())
                .field(say("presiding"), person(asked.presiding()))
                .field(
                        say("tally"),
                        say(
                                "tally-of",
                                tally.get(Approval.FOR),
                                tally.get(Approval.AGAINST),
                                tally.get(Ballot.ABSTAIN),
                                ballot.eligible().size() - ballot.votes().size()));
    }

    /** 「2 量产 · 1月20日(周三) · 生产部 · 基线 1月10日」. */
    private String line(Milestone milestone) {
        StringBuilder line = new StringBuilder(say(
                "milestone.line",
                say("milestone." + mark(milestone)),
                milestone.ordinal(),
                milestone.name(),
                milestone.date(),
                departments(milestone)));
        if (!milestone.deliverable().isBlank()) line.append(say("milestone.deliverable", milestone.deliverable()));
        milestone
                .baseline()
                .filter(day -> !day.equals(milestone.date()))
                .ifPresent(day -> line.append(say("milestone.baseline", day)));
        if (milestone.locks())
            line.append(say(milestone.isReached() ? "milestone.to-review" : "milestone.gate", review(milestone)));
        milestone.passedBy().ifPresent(review -> line.append(say("milestone.passed", review)));
        return line.toString();
    }

    private String review(Milestone milestone) {
        return "评审 " + project.number() + " " + milestone.ordinal();
    }

    private String mark(Milestone milestone) {
        if (milestone.isReached()) return "reached";
        if (project.lockOf(milestone.ordinal()).isPresent()) return "locked";
        boolean late = project.state() == State.ACTIVE
                && view.calendar().dateOf(view.now()).isAfter(milestone.date());
        return late ? "late" : "open";
    }

    private List<Object> departments(Milestone milestone) {
        List<Object> names = new ArrayList<>(List.of(department(milestone.department())));
        milestone.supporting().forEach(id -> names.add(department(id)));
        return names;
    }

    private void clock(Card.Builder card) {
        Optional<Deadline> clock = project.firstDue();
        clock.flatMap(Deadline::dueAt).ifPresent(due -> {
            String key = view.now().isAfter(due) ? "late-by" : "time-left";
            String purpose = view.words().say("item.purpose." + clock.get().purpose());
            String caption =
                    say(key, purpose, due, Duration.between(view.now(), due).abs());
            String unsure = clock.get().tentative() ? view.words().say("request.tentative") : "";
            card.progress(clock.get().percentUsed(view.now()), caption + unsure);
        });
    }

    private String standing() {
        return switch (project.state()) {
            case DRAFT -> say("owes-draft", drafter());
            case SIGNING -> say("owes-signatures", project.unsigned().size());
            case ACCEPTING -> say("owes-duty", person(project.lead().person()));
            case PROPOSED, APPROVING ->
                say("owes-vote", person(project.approval().orElseThrow().presiding()));
            case ACTIVE -> active();
            case CLOSED, CANCELLED -> say("over");
        };
    }

    private String drafter() {
        return project.milestones().isEmpty() ? department(project.department()) : person(project.draftedBy());
    }

    private String active() {
        long reached =
                project.milestones().stream().filter(Milestone::isReached).count();
        return say("progress", reached, project.milestones().size());
    }

    private Tone tone() {
        boolean late = project.firstDue().filter(d -> d.isOverdue(view.now())).isPresent();
        if (late) return Tone.DANGER;
        return switch (project.state()) {
            case PROPOSED, DRAFT, SIGNING, ACCEPTING, APPROVING -> Tone.WARNING;
            case ACTIVE -> Tone.INFO;
            case CLOSED -> Tone.SUCCESS;
            case CANCELLED -> Tone.CLOSED;
        };
    }

    private String person(String id) {
        return view.organisation().nameOf(id);
    }

    private String department(String id) {
        return view.organisation().departmentName(id);
    }

    private String say(String key, Object... args) {
        return view.words().say("project." + key, args);
    }
}
