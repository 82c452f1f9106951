package io.xietong.core.feature;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects who hears what of one decision. Nobody is told of their own act, nobody gets two messages for one decision: the first
 * news for a reader wins. Reminders of several clocks that ring at once are several messages, because each is answered by itself.
 * Who decides for somebody who is away gets it in their place. Not thread-safe.
 */
public final class News {

    /** Stands among a reader's messages for the one that is no reminder. */
    private static final Object NEWS = "news";

    private final Item item;
    private final Occasion occasion;
    private final Map<Outgoing.Address, Map<Object, Outgoing>> news;
    /** The clock of which reminders are told, where the item has several of one purpose; their purpose stands for it else. */
    private final Optional<Object> clock;

    public News(Item item, Occasion occasion) {
        this(item, occasion, new LinkedHashMap<>(), Optional.empty());
    }

    private News(
            Item item, Occasion occasion, Map<Outgoing.Address, Map<Object, Outgoing>> news, Optional<Object> clock) {
        this.item = item;
        this.occasion = occasion;
        this.news = news;
        this.clock = clock;
    }

    /** The same news, to be told of one of several clocks of one purpose. @param part of the item to which the clock belongs */
    public News ofClock(Object part) {
        return new News(item, occasion, news, Optional.of(part));
    }

    public List<Outgoing> all() {
        return news.values().stream()
                .flatMap(reader -> reader.values().stream())
                .toList();
    }

    /** To somebody, or who stands in for them. */
    public void person(String person, Message headline, Urgency urgency) {
        reader(standIn(person), headline, urgency);
    }

    /** To this very person, whoever may stand in for them, unless they have left. */
    public void reader(String reader, Message headline, Urgency urgency) {
        if (occasion.actor().is(reader) || occasion.organisation().hasLeft(reader)) return;
        put(new Outgoing.ToPerson(reader), Optional.of(headline), urgency);
    }

    private String standIn(String person) {
        return occasion.routing().reader(person).orElse(person);
    }

    public void people(Iterable<String> people, Message headline, Urgency urgency) {
        for (String person : people) person(person, headline, urgency);
    }

    /** To the acting head of a department; to the secretaries, who can name somebody, when there is none. */
    public void head(String department, Message headline) {
        Optional<String> head = actingHead(department);
        if (head.isPresent()) reader(head.get(), headline, Urgency.NORMAL);
        else people(occasion.organisation().secretaries(), nobodyHeads(department, headline), Urgency.NORMAL);
    }

    private Optional<String> actingHead(String department) {
        return occasion.routing().actingHead(department, Set.of()).map(Assignment::person);
    }

    private Message nobodyHeads(String department, Message headline) {
        return Message.of("item.nobody-heads", occasion.organisation().departmentName(department), headline);
    }

    /** To those who follow the item, and not to who stands in for them, who may not see it; waits for their digest. */
    public void watchers(Message headline) {
        watchers(headline, watcher -> true);
    }

    /** The same where the right to see the item can be lost again. */
    public void watchers(Message headline, Predicate<String> maySee) {
        item.watchers().stream().filter(maySee).forEach(watcher -> reader(watcher, headline, Urgency.LOW));
    }

    /** For the next digest of somebody, or of who stands in for them, if the clock still runs by then. */
    public void mention(String person, Message headline, Purpose whileRunning) {
        String reader = standIn(person);
        if (occasion.actor().is(reader)) return;
        Outgoing.ItemCard card = new Outgoing.ItemCard(Optional.of(headline), Optional.of(whileRunning));
        Outgoing.ToPerson to = new Outgoing.ToPerson(reader);
        addReminder(new Outgoing(to, card, Urgency.LOW, Optional.of(item.number())), whileRunning);
    }

    /** A reminder that makes sense only while a clock runs, to somebody or who stands in for them. */
    public void remind(String person, Message headline, Purpose whileRunning) {
        remindReader(standIn(person), headline, whileRunning, Urgency.NORMAL);
    }

    /** The same when time is up, to who should see to it. */
    public void remindOverdue(String person, Message headline, Purpose whileRunning) {
        remindReader(standIn(person), headline, whileRunning, Urgency.OVERDUE);
    }

    /** A reminder to the acting head of a department; to the secretaries when there is none. */
    public void remindHead(String department, Message headline, Purpose whileRunning, Urgency urgency) {
        Optional<String> head = actingHead(department);
        if (head.isPresent()) remindReader(head.get(), headline, whileRunning, urgency);
        else
            occasion.organisation()
                    .secretaries()
                    .forEach(secretary ->
                            remindReader(standIn(secretary), nobodyHeads(department, headline), whileRunning, urgency));
    }

    /** A reminder to this very person. */
    public void remindReader(String reader, Message headline, Purpose whileRunning, Urgency urgency) {
        addReminder(Outgoing.reminder(reader, item.number(), headline, whileRunning, urgency), whileRunning);
    }

    /** Beside reminders of other clocks, but not beside news of what happened. */
    private void addReminder(Outgoing reminder, Purpose whileRunning) {
        boolean gone = reminder.to() instanceof Outgoing.ToPerson to
                && occasion.organisation().hasLeft(to.person());
        if (gone) return;
        Map<Object, Outgoing> reader = news.computeIfAbsent(reminder.to(), first -> new LinkedHashMap<>());
        if (!reader.containsKey(NEWS)) reader.putIfAbsent(clock.orElse(whileRunning), reminder);
    }

    /** The card where the item was made: the group, or the maker's own chat. */
    public void where(Outgoing.Address address) {
        put(address, Optional.empty(), Urgency.ANSWER);
    }

    /** The card with a headline where many read it. */
    public void where(Outgoing.Address address, Message headline) {
        put(address, Optional.of(headline), Urgency.NORMAL);
    }

    private void put(Outgoing.Address to, Optional<Message> headline, Urgency urgency) {
        Map<Object, Outgoing> reader = news.computeIfAbsent(to, first -> new LinkedHashMap<>());
        if (reader.isEmpty()) reader.put(NEWS, Outgoing.card(to, item.number(), headline, urgency));
    }

    /** Who acted, with 「代」 when it was in another's name: a name or a message. */
    public Object actor() {
        Actor actor = occasion.actor();
        String name = actor.person().map(occasion.organisation()::nameOf).orElse("");
        return actor.inNameOf()
                .<Object>map(other -> Message.of(
                        "request.in-name-of", name, occasion.organisation().nameOf(other)))
                .orElse(name);
    }
}
