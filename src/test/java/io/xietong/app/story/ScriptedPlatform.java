package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.card.Card;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A platform that remembers what was sent, until a test has read it. Sends over a real adapter too, when the stage has one, and
 * remembers only what its platform has taken.
 */
final class ScriptedPlatform implements ChatPlatform {

    private final String name;
    private final Optional<ChatPlatform> real;
    private final Optional<Reissues> reissues;
    private final List<Posted> messages = new ArrayList<>();
    private final List<Posted> read = new ArrayList<>();
    private final Set<String> unreachable = new HashSet<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Content> newest = new HashMap<>();
    /** How often cards were put up to date, by the number of their place. */
    private final Map<Long, Long> redrawn = new HashMap<>();

    private int sent;
    /** Under which id a card stands now, when it was given another. */
    private final Map<String, String> became = new HashMap<>();

    /** @param reissues tells cards sent anew from news, where that is how cards change */
    ScriptedPlatform(String name, Optional<ChatPlatform> real, Optional<Reissues> reissues) {
        this.name = name;
        this.real = real;
        this.reissues = reissues;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Capability> can() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Duration cardLifetime() {
        return real.map(ChatPlatform::cardLifetime).orElse(Duration.ofDays(14));
    }

    /** What stands in calendars is looked at where it stands. */
    @Override
    public Optional<ChatCalendar> calendar() {
        return real.flatMap(ChatPlatform::calendar);
    }

    /** From now on nothing can be delivered to this chat for the time being. */
    synchronized void refusesTo(String chat) {
        unreachable.add(chat);
    }

    @Override
    public Receipt send(Delivery delivery) {
        if (isOutOfReach(delivery.chat().id())) return NotSent.tryAgain("out of reach");
        Receipt receipt = real.map(platform -> platform.send(delivery)).orElseGet(this::next);
        if (!(receipt instanceof Sent sent)) throw new AssertionError("the platform did not take it: " + receipt);
        Posted posted = new Posted(sent.messageId(), delivery.chat().id(), delivery.content());
        remember(posted, reissues.flatMap(all -> all.replacedBy(posted, this::asSent)));
        return receipt;
    }

    private synchronized boolean isOutOfReach(String chat) {
        return unreachable.contains(chat);
    }

    private synchronized Receipt next() {
        return new Sent("msg-" + ++sent);
    }

    private synchronized void remember(Posted posted, Optional<Reissues.Earlier> replaced) {
        order.add(posted.id());
        newest.put(posted.id(), posted.content());
        if (replaced.isPresent()) became.put(replaced.get().id(), posted.id());
        else messages.add(posted);
    }

    private Stream<Posted> everything() {
        return Stream.concat(read.stream(), messages.stream());
    }

    private synchronized List<Reissues.Earlier> asSent() {
        return everything()
                .map(message -> new Reissues.Earlier(message, ids(message)))
                .toList();
    }

    private List<String> ids(Posted message) {
        return Stream.iterate(message.id(), Objects::nonNull, became::get).toList();
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        Receipt receipt =
                real.map(platform -> platform.update(messageId, delivery)).orElseGet(() -> new Sent(messageId));
        count(delivery.key());
        if (receipt instanceof Sent sent) updated(messageId, sent.messageId(), delivery.content());
        return receipt;
    }

    private synchronized void count(String key) {
        redrawn.merge(Long.parseLong(key.replaceAll("u(\\d+)v\\d+", "$1")), 1L, Long::sum);
    }

    synchronized Map<Long, Long> redrawn() {
        return Map.copyOf(redrawn);
    }

    private synchronized void updated(String messageId, String nextId, Content content) {
        if (!nextId.equals(messageId)) {
            became.put(messageId, nextId);
            order.set(order.indexOf(messageId), nextId);
        }
        newest.put(nextId, content);
    }

    private synchronized void replace(String messageId, Content content) {
        newest.put(messageId, content);
    }

    /** Puts the card of an answer in the place of the one that was pressed, as a platform does. */
    void replace(Posted message, Card card) {
        replace(message.id(), new DrawnCard(card));
    }

    synchronized Posted take(String chat, String part) {
        Optional<Posted> found = messages.stream()
                .filter(m -> m.chat().equals(chat) && m.text().contains(part))
                .findFirst();
        assertThat(found)
                .as(
                        "a message in %s with «%s»; unread there: %s",
                        chat,
                        part,
                        unread().stream().filter(m -> m.startsWith(chat)).toList())
                .isPresent();
        messages.remove(found.get());
        read.add(found.get());
        return found.get();
    }

    synchronized void takeAll(String chat) {
        List<Posted> all = messages.stream().filter(m -> m.chat().equals(chat)).toList();
        messages.removeAll(all);
        read.addAll(all);
    }

    /** A message that was read already. */
    synchronized Posted found(String chat, String part) {
        return read.stream()
                .filter(m -> m.chat().equals(chat) && m.text().contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing read in " + chat + " with " + part));
    }

    synchronized Posted newestCard(String chat) {
        return everything()
                .map(this::current)
                .filter(m -> m.chat().equals(chat) && m.content() instanceof DrawnCard)
                .max(Comparator.comparingInt(m -> order.indexOf(m.id())))
                .orElseThrow(() -> new AssertionError("no card in " + chat));
    }

    synchronized Posted current(Posted message) {
        String id = idNow(message);
        return new Posted(id, message.chat(), newest.get(id));
    }

    private String idNow(Posted message) {
        String id = message.id();
        while (became.containsKey(id)) id = became.get(id);
        return id;
    }

    synchronized List<String> unread() {
        return messages.stream().map(m -> m.chat() + ": " + m.text()).toList();
    }
}
