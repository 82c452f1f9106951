package io.xietong.core.request;

import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * Draws a request for one reader: who owes whom what and until when, what was asked, and the next steps this reader may take.
 */
final class RequestCards {

    private final Request request;
    private final View view;
    private final RequestPolicy policy;

    private RequestCards(Request request, View view, RequestPolicy policy) {
        this.request = request;
        this.view = view;
        this.policy = policy;
    }

    /** @param headline why the card comes now; shown on top */
    static Card card(Request request, Optional<Message> headline, View view, RequestPolicy policy) {
        return new RequestCards(request, view, policy).draw(headline);
    }

    private Card draw(Optional<Message> headline) {
        Card.Builder card = Card.titled(request.number() + " " + request.title(), tone());
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say("state-line", state(), standing()));
        progress(card);
        card.field(say("asked-by"), say("person-of", name(request.requester()), department(request.fromDepartment())))
                .field(say("answered-by"), answeredBy())
                .field(say("need"), request.ask().need())
                .field(
                        say("wanted-by"),
                        request.ask().wantedBy().map(day -> say("day", day)).orElse(""))
                .field(
                        say("promised-for"),
                        request.promised().map(day -> say("day", day)).orElse(""))
                .field(say("support-needed"), request.ask().supportNeeded())
                .field(say("urgency"), request.ask().urgent() ? say("urgent") : "")
                .field(say("rating"), request.rating().map(RequestCards::stars).orElse(""));
        if (request.tally().bounces() > 0)
            card.field(say("bounces"), say("times", request.tally().bounces()));
        NextSteps steps = new NextSteps(request, view, policy);
        return card.form(steps.inputs()).buttons(steps.buttons()).drawnFor(request.version());
    }

    private static String stars(int rating) {
        return "★".repeat(rating) + "☆".repeat(5 - rating);
    }

    private void progress(Card.Builder card) {
        request.firstDue().flatMap(Deadline::dueAt).ifPresent(due -> {
            Deadline deadline = request.firstDue().orElseThrow();
            String key = view.now().isAfter(due) ? "late-by" : "time-left";
            Duration length = Duration.between(view.now(), due).abs();
            String caption = say(key, due, length) + (deadline.tentative() ? say("tentative") : "");
            card.progress(deadline.percentUsed(view.now()), caption);
        });
    }

    /** Who owes whom what. */
    private String standing() {
        return switch (request.state()) {
            case AWAITING_RESPONSE -> say("owes-answer", department(request.department()), owner(), mode());
            case NEEDS_INFO -> say("owes-info", name(request.requester()), question());
            case IN_PROGRESS -> say("owes-delivery", owner(), request.promised().orElseThrow());
            case DELIVERED -> say("owes-acceptance", name(request.requester()));
            default -> say("closed");
        };
    }

    private String question() {
        return request.open(Purpose.RESPONSE)
                .map(paused -> paused.pauses().get(paused.pauses().size() - 1).why())
                .orElse("");
    }

    private String mode() {
        return view.words()
                .say(new RequestClocks(policy, view.calendar()).responseTime().describe());
    }

    private Tone tone() {
        boolean late = request.firstDue().filter(d -> d.isOverdue(view.now())).isPresent();
        if (late) return Tone.DANGER;
        return switch (request.state()) {
            case AWAITING_RESPONSE, IN_PROGRESS -> Tone.INFO;
            case NEEDS_INFO, DELIVERED -> Tone.WARNING;
            case COMPLETED -> Tone.SUCCESS;
            case DECLINED, WITHDRAWN, LAPSED -> Tone.CLOSED;
        };
    }

    private String state() {
        return say("state." + request.state().name());
    }

    private String answeredBy() {
        return request.owner().isPresent()
                ? say("person-of", owner(), department(request.department()))
                : department(request.department());
    }

    private String owner() {
        return request.owner().map(this::name).orElseGet(() -> say("nobody"));
    }

    private String name(String person) {
        return view.organisation().nameOf(person);
    }

    private String department(String id) {
        return view.organisation().departmentName(id);
    }

    private String say(String key, Object... args) {
        return view.words().say("request." + key, args);
    }
}
