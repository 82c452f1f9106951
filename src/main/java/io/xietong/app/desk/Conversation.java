package io.xietong.app.desk;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCards;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers one thing somebody said: understood, it goes to the feature; otherwise it is asked about. */
final class Conversation {

    private final Turn turn;
    private final Phrasebook phrasebook;
    private final TalkCards cards;
    private final ItemDesk items;
    private final TalkDesk talk;

    /** @param reachedOn the platforms on which the speaker can be reached */
    Conversation(
            Turn turn,
            Phrasebook phrasebook,
            Supplier<List<Message>> reload,
            Supplier<Company> company,
            List<String> reachedOn) {
        this.turn = turn;
        this.phrasebook = phrasebook;
        this.cards = new TalkCards(phrasebook, turn.words);
        Listing listing = new Listing(turn);
        this.items = new ItemDesk(turn, listing);
        this.talk = new TalkDesk(turn, cards, items, listing, reload, company, reachedOn);
    }

    Answer answer() {
        Inbound.Said said = turn.inbound.said();
        if (said instanceof Inbound.Joined) {
            Greeting.inGroup(turn.books, turn.company, turn.inbound, phrasebook, turn.now);
            return Answer.NONE;
        }
        String text = said instanceof Inbound.Press press ? press.phrase() : ((Inbound.Text) said).text();
        Map<String, String> form = said instanceof Inbound.Press press ? press.form() : Map.of();
        int longest = Math.max(
                length(text),
                form.values().stream().mapToInt(Conversation::length).max().orElse(0));
        int limit = turn.company.talk().longestText();
        if (longest > limit) return turn.tell(Message.of("talk.too-long", longest, limit));
        if (said instanceof Inbound.Press press) {
            Optional<Answer> outdated = items.outdated(press);
            if (outdated.isPresent()) return outdated.get();
        }
        return act(phrasebook.read(new Hearing(
                text,
                form,
                turn.organisation(),
                turn.speaker.id(),
                turn.chat().isGroup(),
                turn.today(),
                turn.company.calendar()::isWorkingDay,
                turn.words.language())));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Answer act(Reading reading) {
        if (reading instanceof Reading.Unclear || isLookingAround(reading)) Greeting.inPerson(turn, cards);
        if (reading instanceof Reading.Understood understood) return act(understood.command());
        if (reading instanceof Reading.Wrong wrong) return turn.tell(wrong.why());
        if (reading instanceof Reading.Incomplete incomplete) return incomplete(incomplete);
        if (reading instanceof Reading.NumberNeeded needed) return items.whichOne(needed);
        if (reading instanceof Reading.Choice choice) {
            turn.answer(turn.aside(), cards.choice(choice));
        } else if (reading instanceof Reading.Unclear unclear) {
            turn.answer(turn.aside(), cards.unclear(unclear.nearest()));
        }
        return Answer.NONE;
    }

    private static boolean isLookingAround(Reading reading) {
        return reading instanceof Reading.Understood understood
                && (understood.command() instanceof TalkCommand.Home
                        || understood.command() instanceof TalkCommand.Help);
    }

    /** A press on a card that has the field already is answered on the spot; typed words get a card that asks. */
    private Answer incomplete(Reading.Incomplete incomplete) {
        boolean hasFields = turn.inbound.said() instanceof Inbound.Press press
                && !press.form().isEmpty();
        if (hasFields) return turn.tell(incomplete.question());
        turn.answer(turn.aside(), cards.incomplete(incomplete));
        return Answer.NONE;
    }

    private Answer act(Command command) {
        if (command instanceof AboutItem about) return items.act(about);
        if (command instanceof TalkCommand talking) return talk.handle(talking);
        return turn.company.features().maker(command).make(turn, command);
    }
}
