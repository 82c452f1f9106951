package io.xietong.core.dispute;

import io.xietong.core.action.Order;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Ballot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a dispute for one reader: both positions side by side, the terms, how the vote stands, and what this reader can do. */
final class DisputeCards {

    private final Dispute dispute;
    private final View view;
    private final DisputePolicy policy;

    private DisputeCards(Dispute dispute, View view, DisputePolicy policy) {
        this.dispute = dispute;
        this.view = view;
        this.policy = policy;
    }

    static Card card(Dispute dispute, Optional<Message> headline, View view, DisputePolicy policy) {
        return new DisputeCards(dispute, view, policy).draw(headline);
    }

    private Card draw(Optional<Message> headline) {
        Card.Builder card = Card.titled(dispute.number() + " " + dispute.title(), tone());
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say("state-line", say("state." + dispute.state().name()), standing()));
        clock(card);
        side(card, "first", dispute.first());
        side(card, "second", dispute.second());
        dispute.about().ifPresent(item -> card.field(say("about"), item.toString()));
        dispute.terms()
                .ifPresent(terms -> card.field(say("terms"), terms.text()).field(say("agreed"), names(terms)));
        dispute.docket().ifPresent(docket -> docket(card, docket));
        dispute.ruling().ifPresent(ruling -> ruling(card, ruling));
        DisputeSteps steps = new DisputeSteps(dispute, view, policy);
        return card.form(steps.inputs()).buttons(steps.buttons()).drawnFor(dispute.version());
    }

    private void side(Card.Builder card, String which, Side side) {
        String label = say(which, department(side.department()), person(side.speaker()));
        card.field(label, side.position().isBlank() ? say("no-position-yet") : side.position());
    }

    private String names(Terms terms) {
        List<Object> agreed = Negotiating.departments(dispute).stream()
                .filter(terms.agreed()::contains)
                .<Object>map(this::department)
                .toList();
        return view.words().say("text.verbatim", agreed);
    }

    private void docket(Card.Builder card, Docket docket) {
        Ballot ballot = docket.ballot();
        card.field(say("presiding"), person(docket.presiding()))
                .field(say("rule"), say("rule." + ballot.rule().name()));
        Map<String, Integer> tally = ballot.tally();
        card.field(
                say("tally"),
                say(
                        "tally-of",
                        tally.get(dispute.first().department()),
                        tally.get(dispute.second().department()),
                        tally.get(Ballot.ABSTAIN),
                        ballot.eligible().size() - ballot.votes().size()));
        List<Object> recused = ballot.voters().stream()
                .filter(ballot.recused()::contains)
                .<Object>map(this::person)
                .toList();
        if (!recused.isEmpty()) card.field(say("recused"), view.words().say("text.verbatim", recused));
    }

    private void ruling(Card.Builder card, Ruling ruling) {
        card.field(say("ruling"), ruling.text());
        ruling.favours().ifPresent(department -> card.field(say("upheld"), department(department)));
        for (Order order : ruling.orders()) {
            card.field(say("order"), say("order-of", person(order.owner()), order.what(), order.due()));
        }
    }

    private void clock(Card.Builder card) {
        Optional<Deadline> clock = dispute.firstDue();
        clock.flatMap(Deadline::dueAt).ifPresent(due -> {
            String key = view.now().isAfter(due) ? "late-by" : "time-left";
            String caption = say(key, due, Duration.between(view.now(), due).abs());
            String unsure = clock.get().tentative() ? view.words().say("request.tentative") : "";
            card.progress(clock.get().percentUsed(view.now()), caption + unsure);
        });
    }

    private String standing() {
        return switch (dispute.state()) {
            case FRONT_LINE ->
                say(
                        "owes-front",
                        person(dispute.first().speaker()),
                        person(dispute.second().speaker()));
            case WITH_HEADS ->
                say(
                        "owes-heads",
                        department(dispute.first().department()),
                        department(dispute.second().department()));
            case AWAITING_RECEIPT -> say("owes-receipt");
            case BEFORE_COMMITTEE ->
                say("owes-ruling", person(dispute.docket().orElseThrow().presiding()));
            case SETTLED, WITHDRAWN -> say("closed");
            case RULED -> say(dispute.reviews() > 0 ? "final" : "ruled");
        };
    }

    private Tone tone() {
        boolean late = dispute.firstDue().filter(d -> d.isOverdue(view.now())).isPresent();
        if (late) return Tone.DANGER;
        return switch (dispute.state()) {
            case FRONT_LINE -> Tone.INFO;
            case WITH_HEADS, AWAITING_RECEIPT, BEFORE_COMMITTEE -> Tone.WARNING;
            case SETTLED, RULED -> Tone.SUCCESS;
            case WITHDRAWN -> Tone.CLOSED;
        };
    }

    private String person(String id) {
        return view.organisation().nameOf(id);
    }

    private String department(String id) {
        return view.organisation().departmentName(id);
    }

    private String say(String key, Object... args) {
        return view.words().say("dispute." + key, args);
    }
}
