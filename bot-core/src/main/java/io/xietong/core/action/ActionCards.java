package io.xietong.core.action;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
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
        boolean owes = item.isOpen()
                && view.reader()
                        .map(reader -> view.routing()
                                .standingFor(reader, item.owner(), Set.of())
                                .isPresent())
                        .orElse(true);
        if (owes) {
            card.form(List.of(Input.longText("text", say(view, "input.evidence"), true, "", "")))
                    .buttons(List.of(Button.primary("done", say(view, "button.done"), "完成 " + item.number())));
        } else if (item.isOpen()) {
            card.form(List.of(Input.longText("text", say(view, "input.comment"), false, "", "")))
                    .buttons(List.of(Button.plain("comment", say(view, "button.comment"), "评论 " + item.number())));
        }
        return card.drawnFor(item.version());
    }

    private static Tone tone(ActionItem item, View view) {
        return switch (item.state()) {
            case OPEN -> item.firstDue().filter(clock -> late(clock, view)).isPresent() ? Tone.DANGER : Tone.INFO;
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
