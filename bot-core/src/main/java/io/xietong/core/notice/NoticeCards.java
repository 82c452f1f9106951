package io.xietong.core.notice;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.feature.View;
import io.xietong.core.people.Audience;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a notice for one reader. */
final class NoticeCards {

    /** Names of those who have not read it; beyond that only how many. */
    private static final int NAMES = 12;

    private NoticeCards() {}

    static Card card(Notice notice, Optional<Message> headline, View view) {
        Card.Builder card = Card.titled(notice.number() + " " + notice.title(), tone(notice));
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say(view, "state." + notice.state().name()) + " · "
                        + view.words().say(kind(notice.kind())))
                .line(notice.text())
                .field(say(view, "by"), view.words().say("text.verbatim", author(notice, view.organisation())))
                .field(say(view, "audience"), audience(notice.audience(), view))
                .field(
                        say(view, notice.state() == State.SCHEDULED ? "will-be" : "at"),
                        view.words().say("text.verbatim", notice.at()));
        boolean directs = view.reader()
                .filter(reader -> NoticeRules.mayChange(notice, reader, view.organisation()))
                .isPresent();
        if (directs && !notice.receipts().isEmpty()) receipts(notice, view, card);
        own(notice, view).ifPresent(card::line);
        if (notice.state() != State.WITHDRAWN) steps(notice, view, directs, card);
        return card.drawnFor(notice.version());
    }

    private static void receipts(Notice notice, View view, Card.Builder card) {
        List<String> missing = notice.missing();
        List<Object> names = missing.stream()
                .limit(NAMES)
                .<Object>map(view.organisation()::nameOf)
                .toList();
        card.field(
                say(view, "read"),
                say(view, "rate", notice.confirmed(), notice.receipts().size(), notice.readRate()));
        if (!missing.isEmpty())
            card.field(
                    say(view, "missing"),
                    say(view, missing.size() > NAMES ? "missing-more" : "missing-all", names, missing.size()));
    }

    /** Whether the reader has confirmed it. */
    private static Optional<String> own(Notice notice, View view) {
        return view.reader()
                .map(notice.receipts()::get)
                .flatMap(receipt -> receipt.map(at -> say(view, "you-read", at)));
    }

    private static void steps(Notice notice, View view, boolean directs, Card.Builder card) {
        List<Button> buttons = new ArrayList<>();
        boolean owes = notice.state() == State.AWAITING_RECEIPTS
                && view.reader().map(notice.missing()::contains).orElse(true);
        if (owes) buttons.add(Button.primary("confirm", say(view, "button.confirm"), "确认 " + notice.number()));
        if (directs) {
            buttons.add(new Button(
                    "correct",
                    say(view, "button.correct"),
                    "更正 " + notice.number(),
                    Button.Style.DEFAULT,
                    Optional.of(say(view, "confirm.correct"))));
            buttons.add(Button.danger(
                    "withdraw",
                    say(view, "button.withdraw"),
                    "撤回 " + notice.number() + " 确认",
                    say(view, "confirm.withdraw")));
            card.form(List.of(Input.longText("text", say(view, "input.text"), false, "", notice.text())));
        }
        card.buttons(buttons);
    }

    private static Tone tone(Notice notice) {
        return switch (notice.state()) {
            case SCHEDULED -> Tone.NEUTRAL;
            case AWAITING_RECEIPTS -> Tone.WARNING;
            case PUBLISHED -> notice.kind() == NoticeKind.SUCCESS_STORY ? Tone.SUCCESS : Tone.INFO;
            case WITHDRAWN -> Tone.CLOSED;
        };
    }

    static Message kind(NoticeKind kind) {
        return Message.of("notice.kind." + kind.name());
    }

    static Object author(Notice notice, Organisation organisation) {
        String name = organisation.nameOf(notice.by());
        return notice.inNameOf()
                .<Object>map(other -> Message.of("request.in-name-of", name, organisation.nameOf(other)))
                .orElse(name);
    }

    private static String audience(Audience audience, View view) {
        if (audience.company()) return say(view, "everybody");
        List<Object> names = new ArrayList<>();
        audience.departments().forEach(id -> names.add(view.organisation().departmentName(id)));
        audience.people().forEach(id -> names.add(view.organisation().nameOf(id)));
        return view.words().say("text.verbatim", names);
    }

    private static String say(View view, String key, Object... args) {
        return view.words().say("notice." + key, args);
    }
}
