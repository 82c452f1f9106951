package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.View;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a meeting for one reader. */
public final class MeetingCards {

    /** Names in one field; how many more there are is said. */
    private static final int NAMES = 12;

    private final Meeting meeting;
    private final View view;

    MeetingCards(Meeting meeting, View view) {
        this.meeting = meeting;
        this.view = view;
    }

    Card card(Optional<Message> headline) {
        Card.Builder card = Card.titled(meeting.number() + " " + meeting.title(), tone());
        headline.ifPresent(message -> card.line(view.words().say(message)));
        card.line(say("state." + meeting.state().name()))
                .field(say("subject"), meeting.title().equals(meeting.subject()) ? "" : meeting.subject())
                .field(say("when"), when())
                .field(say("place"), meeting.slot().place())
                .field(say("host"), name(meeting.host()))
                .field(say("organiser"), meeting.organiser().equals(meeting.host()) ? "" : name(meeting.organiser()));
        if (meeting.state() == State.CALLED) answers(card);
        else if (meeting.state() != State.CANCELLED) attendance(card);
        agenda(card);
        meeting.minutes().ifPresent(minutes -> minutes(minutes, card));
        owed().ifPresent(clock -> card.progress(
                clock.percentUsed(view.now()),
                say("until." + clock.purpose().name(), clock.dueAt().orElseThrow())));
        MeetingSteps steps = new MeetingSteps(meeting, view);
        List<Button> buttons = steps.buttons();
        if (!buttons.isEmpty()) card.form(steps.form()).buttons(buttons);
        return card.drawnFor(meeting.version());
    }

    /** Shows somebody the link to their own calendar. */
    public static Card feed(URI link, Words words) {
        return Card.titled(words.say("meeting.feed.title"), Tone.INFO)
                .line(words.say("meeting.feed.link"))
                .line(link.toString())
                .line(words.say("meeting.feed.secret"))
                .buttons(List.of(Button.danger(
                        "revoke",
                        words.say("meeting.feed.revoke"),
                        "日程订阅 停用",
                        words.say("meeting.feed.confirm-revoke"))))
                .build();
    }

    private String when() {
        String length =
                say("when-length", meeting.slot().startsAt(), meeting.slot().length());
        boolean unsure =
                meeting.running(Purpose.MEETING).filter(Deadline::tentative).isPresent();
        return unsure ? say("tentative", length) : length;
    }

    private Optional<Deadline> owed() {
        return meeting.running(Purpose.MINUTES).or(() -> meeting.running(Purpose.OBJECTION));
    }

    private void answers(Card.Builder card) {
        card.field(say("reply.ATTENDING"), names(Reply.ATTENDING));
        card.field(
                say("reply.STAND_IN"),
                said(meeting.invitees().stream()
                        .filter(one -> one.reply() == Reply.STAND_IN)
                        .map(one -> say("for", name(one.comer()), name(one.person())))
                        .toList()));
        card.field(
                say("reply.DECLINED"),
                said(meeting.invitees().stream()
                        .filter(one -> one.reply() == Reply.DECLINED)
                        .map(one -> say("why", name(one.person()), one.reason()))
                        .toList()));
        card.field(say("reply.NONE"), names(Reply.NONE));
    }

    private String names(Reply reply) {
        return said(meeting.invitees().stream()
                .filter(one -> one.reply() == reply)
                .map(one -> name(one.person()))
                .toList());
    }

    private void attendance(Card.Builder card) {
        card.field(say("present"), people(true)).field(say("absent"), people(false));
    }

    private String people(boolean present) {
        return said(meeting.invitees().stream()
                .filter(one -> one.present() == present)
                .map(one -> one.standIn().isPresent()
                        ? say("for", name(one.comer()), name(one.person()))
                        : name(one.person()))
                .toList());
    }

    private String said(List<String> names) {
        if (names.size() <= NAMES) return view.words().say("text.verbatim", List.<Object>copyOf(names));
        List<Object> first = new ArrayList<>(names.subList(0, NAMES));
        return say("and-more", first, names.size() - NAMES);
    }

    private void agenda(Card.Builder card) {
        int place = 0;
        for (AgendaItem item : meeting.agenda()) card.line(say("agenda-line", ++place, topic(item)));
    }

    private String topic(AgendaItem item) {
        return item.about()
                .map(about ->
                        say("topic." + about.kind().name(), about, item.text()).strip())
                .orElseGet(() -> item.by()
                        .map(by -> say("proposed", item.text(), name(by)))
                        .orElse(item.text()));
    }

    private void minutes(Minutes minutes, Card.Builder card) {
        if (minutes.distributedAt().isEmpty() && !new MeetingSteps(meeting, view).directs()) return;
        card.field(say("minutes", minutes.revision()), minutes.decisions());
        for (Order order : minutes.orders()) card.line(say("order", name(order.owner()), order.due(), order.what()));
        for (Minutes.Objection objection : minutes.objections())
            card.line(say("objection", name(objection.person()), objection.text()));
        if (meeting.state() == State.DISTRIBUTED || meeting.state() == State.LOCKED) {
            long confirmed = meeting.invitees().stream()
                    .filter(one -> one.confirmed() == minutes.revision())
                    .count();
            card.field(say("confirmed"), confirmed + " / " + meeting.invitees().size());
        }
    }

    private Tone tone() {
        return switch (meeting.state()) {
            case CALLED, DISTRIBUTED -> Tone.INFO;
            case HELD, DRAFTED ->
                owed().filter(clock -> clock.isOverdue(view.now())).isPresent() ? Tone.DANGER : Tone.NEUTRAL;
            case OBJECTED -> Tone.WARNING;
            case LOCKED -> Tone.SUCCESS;
            case CANCELLED -> Tone.CLOSED;
        };
    }

    private String name(String person) {
        return view.organisation().nameOf(person);
    }

    private String say(String key, Object... args) {
        return view.words().say("meeting." + key, args);
    }
}
