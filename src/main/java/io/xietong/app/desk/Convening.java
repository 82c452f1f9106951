package io.xietong.app.desk;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingCommand;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** Takes in a new meeting within the speaker's turn, and shows them theirs. */
final class Convening {

    private final Turn turn;
    private final Kind<Meeting, MeetingFeature> kind;

    Convening(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().meetings();
    }

    Answer handle(MeetingCommand command) {
        if (command instanceof MeetingCommand.Call call) return call(call);
        return command instanceof MeetingCommand.Subscribe subscribe ? subscribe(subscribe) : mine();
    }

    /** Links that were made before open nothing any more. */
    private Answer subscribe(MeetingCommand.Subscribe subscribe) {
        if (turn.chat().isGroup()) return turn.tell(Message.of("meeting.refused.feed-in-private"));
        int revoked = turn.books.feeds().revoke(turn.speaker.id());
        if (subscribe.revoke())
            return revoked == 0
                    ? turn.tell(Message.of("meeting.feed.none"))
                    : turn.confirm(Message.of("meeting.feed.revoked"));
        turn.post(List.of(new Outgoing(turn.here(), new Outgoing.CalendarLink(), Urgency.ANSWER, Optional.empty())));
        return Answer.NONE;
    }

    private Answer call(MeetingCommand.Call call) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.MEETING, 1);
        Decision<Meeting> decision = kind.feature().rules().call(first, call, occasion);
        if (decision instanceof Decision.Refused<Meeting> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.meetings().nextNumber(turn.now);
        Decision.Done<Meeting> done =
                (Decision.Done<Meeting>) kind.feature().rules().call(number, call, occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        turn.post(List.of(Outgoing.card(turn.aside(), number, Optional.empty(), Urgency.ANSWER)));
        return turn.made(
                "meeting.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }

    /** What is not closed, the next first. */
    private Answer mine() {
        List<ItemNumber> mine = turn.books.meetings().openOf(turn.speaker.id(), Listing.COUNTED).stream()
                .map(kind::number)
                .toList();
        String heading = mine.isEmpty()
                ? turn.words.say("meeting.list.none")
                : turn.words.say("meeting.list.coming", Listing.count(mine));
        Listing listing = new Listing(turn);
        turn.answer(
                turn.aside(),
                listing.list(turn.words.say("meeting.list.title"), heading, listing.shown(mine), ItemNumber::toString));
        return Answer.NONE;
    }
}
