package io.xietong.core.gate;

import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.View;
import io.xietong.core.item.Actor;
import io.xietong.core.people.Assignment;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws a gate for one reader: what each department says, who is missing, what still locks the stage, what this reader can do. */
final class GateCards {

    private final Gate gate;
    private final View view;
    private final GatePolicy policy;

    private GateCards(Gate gate, View view, GatePolicy policy) {
        this.gate = gate;
        this.view = view;
        this.policy = policy;
    }

    static Card card(Gate gate, Optional<Message> headline, View view, GatePolicy policy) {
        return new GateCards(gate, view, policy).draw(headline);
    }

    private Card draw(Optional<Message> headline) {
        Card.Builder card = Card.titled(gate.number() + " " + gate.title(), tone());
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say("state-line", say("state." + gate.state().name()), standing()));
        clock(card);
        card.field(
                        say("about"),
                        say(
                                "about-of",
                                gate.at().project(),
                                gate.at().ordinal(),
                                gate.at().stage()))
                .field(say("lead"), person(gate.at().lead()))
                .field(say("changed"), gate.round() > 1 ? say("round-of", gate.round(), gate.changed()) : "");
        gate.release()
                .ifPresent(release -> card.field(say("public-reason"), release.reason())
                        .field(say("released-by"), say("by-at", by(release.by()), release.at())));
        for (String department : gate.at().departments()) card.field(department(department), answer(department));
        if (!gate.locks().isEmpty())
            card.field(say("locks"), view.words().say("text.verbatim", GateNews.locks(gate.locks())));
        GateSteps steps = new GateSteps(gate, view);
        return card.form(steps.inputs()).buttons(steps.buttons()).drawnFor(gate.version());
    }

    /** What a department says, or whose answer is missing. */
    private String answer(String department) {
        Optional<Answer> given = gate.answerOf(department);
        if (given.isEmpty()) {
            if (gate.state() != State.REVIEWING) return say("no-answer");
            return view.routing()
                    .assign(department, Set.of())
                    .map(Assignment::person)
                    .map(reviewer -> say("not-yet", person(reviewer)))
                    .orElse(say("no-answer"));
        }
        Answer answer = given.get();
        String told = say(
                "answer", GateNews.verdict(answer), GateNews.says(answer), say("by-at", by(answer.by()), answer.at()));
        return told + overruling(answer);
    }

    /** Until when the head may still say otherwise. */
    private String overruling(Answer answer) {
        Instant until = new GateClocks(policy, view.calendar()).overruledUntil(answer);
        boolean open = gate.state() == State.REVIEWING
                && !answer.asHead()
                && view.now().isBefore(until);
        return open ? say("head-until", until) : "";
    }

    private Object by(Actor actor) {
        String name = actor.person().map(this::person).orElse("");
        return actor.inNameOf()
                .<Object>map(other -> Message.of("request.in-name-of", name, person(other)))
                .orElse(name);
    }

    private void clock(Card.Builder card) {
        Optional<Deadline> clock = gate.running(Purpose.JOINT_REVIEW);
        clock.flatMap(Deadline::dueAt).ifPresent(due -> {
            String key = view.now().isAfter(due) ? "late-by" : "time-left";
            String caption = say(key, due, Duration.between(view.now(), due).abs());
            String unsure = clock.get().tentative() ? view.words().say("request.tentative") : "";
            card.progress(clock.get().percentUsed(view.now()), caption + unsure);
        });
    }

    private String standing() {
        return switch (gate.state()) {
            case REVIEWING -> reviewing();
            case HELD -> say("waits-for-conditions");
            case FAILED -> say("next-locked", names(gate.against()));
            case PASSED, OVERRIDDEN -> say("next-open");
            case WITHDRAWN -> say("closed");
        };
    }

    private String reviewing() {
        int all = gate.at().departments().size();
        List<String> missing = gate.missing();
        if (missing.isEmpty()) return say("all-answered", all);
        return say("answered", all - missing.size(), all, names(missing));
    }

    private Tone tone() {
        return switch (gate.state()) {
            case REVIEWING ->
                gate.running(Purpose.JOINT_REVIEW)
                                .filter(clock -> clock.isOverdue(view.now()))
                                .isPresent()
                        ? Tone.DANGER
                        : Tone.INFO;
            case HELD, OVERRIDDEN -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case PASSED -> Tone.SUCCESS;
            case WITHDRAWN -> Tone.CLOSED;
        };
    }

    private List<Object> names(List<String> departments) {
        return departments.stream().<Object>map(this::department).toList();
    }

    private String person(String id) {
        return view.organisation().nameOf(id);
    }

    private String department(String id) {
        return view.organisation().departmentName(id);
    }

    private String say(String key, Object... args) {
        return view.words().say("gate." + key, args);
    }
}
