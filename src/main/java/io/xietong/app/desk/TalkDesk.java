package io.xietong.app.desk;

import io.xietong.core.calendar.Day;
import io.xietong.core.calendar.Explanation;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCards;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers the verbs that belong to no feature, within the speaker's turn. */
final class TalkDesk {

    private static final int COUNTED = 100;

    private final Turn turn;
    private final TalkCards cards;
    private final ItemDesk items;
    private final Listing listing;
    private final Supplier<List<Message>> reload;
    private final Supplier<Company> reloaded;
    private final List<String> reachedOn;

    TalkDesk(
            Turn turn,
            TalkCards cards,
            ItemDesk items,
            Listing listing,
            Supplier<List<Message>> reload,
            Supplier<Company> reloaded,
            List<String> reachedOn) {
        this.turn = turn;
        this.cards = cards;
        this.items = items;
        this.listing = listing;
        this.reload = reload;
        this.reloaded = reloaded;
        this.reachedOn = reachedOn;
    }

    Answer handle(TalkCommand command) {
        if (command instanceof TalkCommand.Help help) return help(help);
        if (command instanceof TalkCommand.Home) return home();
        if (command instanceof TalkCommand.ToDo) return show(listing.todo());
        if (command instanceof TalkCommand.Mine) return show(listing.mineCard());
        if (command instanceof TalkCommand.Show show) return items.show(show.number());
        if (command instanceof TalkCommand.Trail trail)
            return items.about(trail.number(), found -> trail(found.number()));
        if (command instanceof TalkCommand.Find find) return show(new Searching(turn, listing).find(find.words()));
        if (command instanceof TalkCommand.Export export) return new Exporting(turn, listing).handle(export);
        if (command instanceof TalkCommand.OnDuty) return new OnDuty(turn, listing).show();
        if (command instanceof TalkCommand.Console) return console();
        if (command instanceof TalkCommand.Groups) return show(new GroupDirectory(turn).card());
        if (command instanceof TalkCommand.Resend resend) return new OnDuty(turn, listing).resend(resend);
        if (command instanceof TalkCommand.Contacts contacts) return contacts(contacts);
        if (command instanceof TalkCommand.Settings settings)
            return new SettingsDesk(turn, cards, reachedOn).handle(settings);
        if (command instanceof TalkCommand.WorkingDays days) return workingDays(days.count());
        if (command instanceof TalkCommand.ExplainDue due) return items.about(due.number(), this::explain);
        if (command instanceof TalkCommand.ShowCalendar) return calendar();
        if (command instanceof TalkCommand.ImportCalendar) return importCalendar();
        if (command instanceof TalkCommand.Delegate delegate) return new StandingIn(turn).set(delegate);
        return new StandingIn(turn).end(((TalkCommand.EndDelegation) command).person());
    }

    private Answer show(Card card) {
        turn.answer(turn.aside(), card);
        return Answer.NONE;
    }

    private Answer help(TalkCommand.Help help) {
        Set<Role> roles = turn.organisation().rolesOf(turn.speaker.id());
        Card card = help.verb()
                .flatMap(cards::help)
                .orElseGet(() -> cards.help(roles, turn.chat().isGroup()));
        return show(card);
    }

    private Answer home() {
        return show(cards.home(turn.speaker.name(), Listing.count(listing.waiting()), listing.countOfMine()));
    }

    private Answer console() {
        turn.post(List.of(
                new Outgoing(turn.aside(), new Outgoing.ConsoleLink(), Outgoing.Urgency.ANSWER, Optional.empty())));
        return turn.pressed() ? turn.confirm(Message.of("talk.console.sent")) : Answer.NONE;
    }

    private Answer trail(ItemNumber number) {
        TrailWords words = turn.company.trailWords();
        Card.Builder card = Card.titled(turn.words.say("item.trail.title", number), Tone.NEUTRAL);
        for (TrailEntry entry : turn.books.trail().of(number)) {
            card.line(turn.words.say("item.trail.entry", entry.at(), words.actor(entry), words.tell(entry)));
        }
        return show(card.build());
    }

    private Answer contacts(TalkCommand.Contacts contacts) {
        Map<String, Integer> load = turn.books
                .requests()
                .load(
                        turn.organisation().departments().stream()
                                .flatMap(department -> department.contacts().stream())
                                .distinct()
                                .toList(),
                        COUNTED);
        Card.Builder card = Card.titled(turn.words.say("talk.contacts.title"), Tone.INFO);
        for (Department department : turn.organisation().departments()) {
            if (contacts.department()
                    .filter(only -> !only.equals(department.id()))
                    .isPresent()) continue;
            List<Object> people = department.contacts().stream()
                    .<Object>map(id -> Message.of(
                            "talk.contacts.person", turn.organisation().nameOf(id), counted(load.getOrDefault(id, 0))))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (people.isEmpty()) people.add(Message.of("talk.contacts.none"));
            department
                    .head()
                    .ifPresent(head -> people.add(
                            Message.of("talk.contacts.head", turn.organisation().nameOf(head))));
            card.field(department.name(), turn.words.say("text.verbatim", people));
        }
        return show(card.build());
    }

    /** Beyond the limit the exact number tells nobody anything. */
    private static Object counted(int open) {
        return open < COUNTED ? open : (COUNTED - 1) + "+";
    }

    private Answer workingDays(int count) {
        Card.Builder card = Card.titled(turn.words.say("talk.calendar.count", count), Tone.INFO);
        Explanation.workingDay(turn.company.calendar(), turn.today(), count)
                .forEach(step -> card.line(turn.words.say(step)));
        return show(card.build());
    }

    private Answer explain(Found<?> found) {
        List<Message> steps = found.explain(turn.company);
        if (steps.isEmpty()) return turn.tell(Message.of("talk.calendar.no-clock", found.number()));
        Card.Builder card = Card.titled(turn.words.say("talk.calendar.how", found.number()), Tone.INFO);
        steps.forEach(step -> card.line(turn.words.say(step)));
        return show(card.build());
    }

    private Answer calendar() {
        Card.Builder card = Card.titled(turn.words.say("talk.calendar.title"), Tone.INFO);
        LocalDate today = turn.today();
        card.line(turn.words.say(
                "talk.calendar.today", today, turn.company.calendar().day(today).why()));
        int shown = 0;
        for (LocalDate day = today.plusDays(1); shown < 8 && day.isBefore(today.plusDays(120)); day = day.plusDays(1)) {
            Day found = turn.company.calendar().day(day);
            if (found.plain()) continue;
            card.line(turn.words.say("talk.calendar.coming", day, found.why()));
            shown++;
        }
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            Message state = Message.of(
                    "talk.calendar." + turn.company.calendar().yearState(year).name());
            card.line(turn.words.say("talk.calendar.year", year, state));
        }
        return show(card.build());
    }

    private Answer importCalendar() {
        Set<Role> roles = turn.organisation().rolesOf(turn.speaker.id());
        if (!roles.contains(Role.SECRETARY) && !roles.contains(Role.ADMIN))
            return turn.tell(Message.of("talk.calendar.only"));
        List<Message> problems = reload.get();
        if (!problems.isEmpty()) return turn.tell(Message.of("talk.calendar.faulty", List.<Object>copyOf(problems)));
        int moved = new Recalculation(turn.books, reloaded.get(), turn.now).all();
        return turn.confirm(Message.of("talk.calendar.imported", moved));
    }
}
