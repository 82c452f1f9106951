package io.xietong.app.desk;

import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A platform that answers as the test says, and remembers what it took. */
final class FakePlatform implements ChatPlatform {

    final List<Delivery> taken = new CopyOnWriteArrayList<>();
    final List<String> updated = new CopyOnWriteArrayList<>();
    final List<String> grouped = new CopyOnWriteArrayList<>();
    final List<String> scheduled = new CopyOnWriteArrayList<>();
    private volatile Optional<Function<String, Receipt>> calendar = Optional.empty();
    private final String name;
    private final List<Rate> rates;
    private volatile Function<Delivery, Receipt> behaviour = delivery -> new Sent("msg-" + delivery.key());

    FakePlatform(String name, Rate... rates) {
        this.name = name;
        this.rates = List.of(rates);
    }

    void behaves(Function<Delivery, Receipt> how) {
        behaviour = how;
    }

    void isWell() {
        behaviour = delivery -> new Sent("msg-" + delivery.key());
    }

    List<String> texts() {
        return taken.stream()
                .map(delivery -> delivery.content() instanceof PlainText plain
                        ? plain.text()
                        : ((DrawnCard) delivery.content()).card().title())
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Capability> can() {
        return EnumSet.allOf(Capability.class);
    }

    /** What is asked of groups fails or not as the test says of messages. */
    @Override
    public Optional<ChatGroups> groups() {
        return Optional.of(new ChatGroups() {
            @Override
            public Receipt create(String key, String group, String owner, List<String> members) {
                return asked("create " + key + " " + group + " " + owner + " " + members, "oc_" + key);
            }

            @Override
            public Receipt add(String chat, List<String> members) {
                return asked("add " + chat + " " + members, chat);
            }

            @Override
            public Receipt remove(String chat, List<String> members) {
                return asked("remove " + chat + " " + members, chat);
            }

            @Override
            public Receipt rename(String chat, String group) {
                return asked("rename " + chat + " " + group, chat);
            }
        });
    }

    /** From now on it has a calendar that answers so to {@code create}, {@code change} and {@code cancel}. */
    void schedules(Function<String, Receipt> how) {
        calendar = Optional.of(how);
    }

    @Override
    public Optional<ChatCalendar> calendar() {
        return calendar.map(how -> new ChatCalendar() {
            @Override
            public Receipt create(String key, boolean again, Event event) {
                scheduled.add("create " + key + (again ? " again " : " ") + told(event));
                return how.apply("create");
            }

            @Override
            public Receipt change(String id, Event event) {
                scheduled.add("change " + id + " " + told(event));
                return how.apply("change");
            }

            @Override
            public Receipt cancel(String id) {
                scheduled.add("cancel " + id);
                return how.apply("cancel");
            }
        });
    }

    private static String told(ChatCalendar.Event event) {
        return event.title() + " " + event.startsAt() + " " + event.owner() + " " + event.attendees();
    }

    private Receipt asked(String what, String chat) {
        grouped.add(what);
        Chat asked = new Chat(name, chat, Chat.Kind.GROUP, "");
        Receipt receipt = behaviour.apply(new Delivery("group", asked, new PlainText(what)));
        return receipt instanceof Sent ? new Sent(chat) : receipt;
    }

    @Override
    public Duration cardLifetime() {
        return Duration.ofDays(14);
    }

    @Override
    public List<Rate> rates() {
        return rates;
    }

    @Override
    public Receipt send(Delivery delivery) {
        Receipt receipt = behaviour.apply(delivery);
        if (receipt instanceof Sent) taken.add(delivery);
        return receipt;
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        Receipt receipt = behaviour.apply(delivery);
        if (receipt instanceof Sent) updated.add(messageId);
        return receipt;
    }
}
