package io.xietong.core.action;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws an action item for one reader. */
final class ActionCards {

    private ActionCards() {}

    static Card card(ActionItem item, Optional<Message> headline, View view) {
        Card.Builder card = Card.titled(item.number() + " " + item.title(), tone(item, view));
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say(view, "state." + item.state().name()))
                .field(say(view, "what"), item.what())
                .field(say(view, "owner"), view.organisation().nameOf(item.owner()))
                .field(say(view, "due"), view.words().say("action.day", item.due()))
                .field(say(view, "assigned-by"), view.organisation().nameOf(item.assignedBy()))
                .field(say(view, "source"), item.source().map(Object::toString).orElse(""))
                .field(say(view, "evidence"), item.evidence());
        item.firstDue()
                .ifPresent(clock -> card.progress(
                        clock.percentUsed(view.now()),
                        say(view, "until", clock.dueAt().orElseThrow())));
        if (item.isOpen()) steps(item, view, card);
        return card.drawnFor(item.version());
    }

    /** The owner reports it done; whoever directs it changes owner or day; everybody else comments. */
    private static void steps(ActionItem item, View view, Card.Builder card) {
        boolean suspended = item.state() == State.SUSPENDED;
        boolean owes = !suspended
                && view.reader()
                        .map(reader -> view.routing()
                                .standingFor(reader, item.owner(), Set.of())
                                .isPresent())
                        .orElse(true);
        boolean directs = view.reader()
                .filter(reader -> ActionRules.mayDirect(item, reader, view.organisation()))
                .isPresent();
        List<Button> buttons = new ArrayList<>();
        if (owes) buttons.add(Button.primary("done", say(view, "button.done"), "完成 " + item.number()));
        if (!suspended && (owes || directs))
            buttons.add(Button.plain("hand", say(view, "button.hand-over"), "转派 " + item.number()));
        if (directs) {
            if (!suspended) buttons.add(Button.plain("put-off", say(view, "button.put-off"), "改期 " + item.number()));
            buttons.add(Button.danger(
                    "cancel", say(view, "button.cancel"), "撤回 " + item.number() + " 确认", say(view, "confirm.cancel")));
        }
        buttons.add(Button.plain("comment", say(view, "button.comment"), "评论 " + item.number()));
        card.form(List.of(Input.longText("text", say(view, owes ? "input.evidence" : "input.comment"), false, "", "")))
                .buttons(buttons);
    }

    private static Tone tone(ActionItem item, View view) {
        return switch (item.state()) {
            case OPEN -> item.firstDue().filter(clock -> late(clock, view)).isPresent() ? Tone.DANGER : Tone.INFO;
            case SUSPENDED -> Tone.NEUTRAL;
            case DONE -> Tone.SUCCESS;
            case CANCELLED -> Tone.CLOSED;
        };
    }

    private static boolean late(Deadline clock, View view) {
        return clock.isOverdue(view.now());
    }

    private static String say(View view, String key, Object... args) {
        return view.words().say("action." + key, args);
    }
}
