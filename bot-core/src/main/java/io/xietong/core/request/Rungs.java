package io.xietong.core.request;

import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Who hears of which rung (spec.md section 3): half-way the contact, at three quarters contact and deputy, close to the end the
 * requester, at the due time the head, more urgently than the others; afterwards contact and head once per working day.
 */
final class Rungs {

    /** Takes one message for one person. */
    interface Teller {
        void tell(String person, Message headline, Urgency urgency);
    }

    private final Request request;
    private final Occasion occasion;
    private final RequestPolicy policy;
    private final Reached reached;
    private final Teller teller;

    private Rungs(Request request, Occasion occasion, RequestPolicy policy, Teller teller) {
        this.request = request;
        this.occasion = occasion;
        this.policy = policy;
        this.reached = new Reached(request, occasion);
        this.teller = teller;
    }

    static void tell(
            SharedFact.RungReached rung, Request request, Occasion occasion, RequestPolicy policy, Teller teller) {
        Rungs rungs = new Rungs(request, occasion, policy, teller);
        switch (rung.purpose()) {
            case RESPONSE -> rungs.response(rung);
            case CLARIFICATION -> rungs.requesterOwes("clarify", rung);
            case PROMISE -> rungs.promise(rung);
            case ACCEPTANCE -> rungs.requesterOwes("accept", rung);
            default -> {}
        }
    }

    private void response(SharedFact.RungReached rung) {
        List<String> names = policy.rungs().stream().map(String::valueOf).toList();
        int step = names.indexOf(rung.rung());
        Organisation organisation = occasion.organisation();
        String department = organisation.departmentName(request.department());
        if (step < 0) overdue("response", rung);
        else if (step == names.size() - 1 && step > 0) requester("at-risk", department, rung.due());
        else {
            contact("waiting", rung.due(), rung.rung());
            if (step > 0) deputies("waiting-deputy", contactName(), rung.due(), rung.rung());
        }
    }

    private void promise(SharedFact.RungReached rung) {
        if (rung.rung().startsWith("T-"))
            contact(rung.rung().equals("T-0") ? "promised-today" : "promised-soon", rung.due());
        else overdue("promise", rung);
    }

    private void overdue(String what, SharedFact.RungReached rung) {
        boolean first = rung.timeIsUp();
        String when = first ? "overdue-" : "still-overdue-";
        contact(when + what + "-contact", rung.due());
        head(when + what + "-head", contactName(), rung.due());
        requester(when + what + "-requester", occasion.organisation().departmentName(request.department()), rung.due());
    }

    /** The requester owes an answer or an acceptance. When time is up, the closing itself is the news. */
    private void requesterOwes(String what, SharedFact.RungReached rung) {
        if (!rung.timeIsUp()) requester(what + "-reminder", rung.due());
    }

    private void contact(String key, Object... args) {
        reached.owner().ifPresent(owner -> say(owner, key, args));
    }

    private void deputies(String key, Object... args) {
        reached.deputy().ifPresent(deputy -> say(deputy, key, args));
    }

    private void head(String key, Object... args) {
        reached.head().forEach(head -> say(head, Urgency.OVERDUE, key, args));
    }

    private void requester(String key, Object... args) {
        say(reached.requester(), key, args);
    }

    private Object contactName() {
        Optional<String> owner = request.owner();
        return owner.<Object>map(occasion.organisation()::nameOf).orElse(Message.of("request.nobody"));
    }

    private void say(String person, String key, Object... args) {
        say(person, Urgency.NORMAL, key, args);
    }

    private void say(String person, Urgency urgency, String key, Object... args) {
        teller.tell(person, Message.of("request.rung." + key, args), urgency);
    }
}
