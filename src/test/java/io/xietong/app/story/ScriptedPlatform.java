package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A platform that remembers what was sent, until a test has read it. Sends over a real adapter too, when the stage has one, and
 * remembers only what its platform has taken.
 */
final class ScriptedPlatform implements ChatPlatform {

    private final String name;
    private final Optional<ChatPlatform> real;
    private final List<Message> messages = new ArrayList<>();
    private final Set<String> unreachable = new HashSet<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, Content> newest = new HashMap<>();

    ScriptedPlatform(String name, Optional<ChatPlatform> real) {
        this.name = name;
        this.real = real;
    }

    record Message(String id, String chat, Content content) {

        String text() {
            if (content instanceof PlainText plain) return plain.text();
            Card card = ((DrawnCard) content).card();
            return card.title() + "\n"
                    + card.parts().stream().map(part -> part.draw(new AsText())).collect(Collectors.joining("\n"));
        }

        List<String> buttons() {
            return allButtons().stream().map(Button::label).toList();
        }

        List<String> inputs() {
            return form().stream().map(Input::label).toList();
        }

        private List<Input> form() {
            if (content instanceof PlainText) return List.of();
            return ((DrawnCard) content)
                    .card().parts().stream()
                            .filter(Part.Form.class::isInstance)
                            .flatMap(part -> ((Part.Form) part).inputs().stream())
                            .toList();
        }

        private List<Button> allButtons() {
            if (content instanceof PlainText) return List.of();
            return ((DrawnCard) content)
                    .card().parts().stream()
                            .filter(Part.Buttons.class::isInstance)
                            .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                            .toList();
        }

        Button button(String label) {
            return allButtons().stream()
                    .filter(b -> b.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + label + " on\n" + text() + "\n" + buttons()));
        }

        Inbound.Press press(String label, Map<String, String> form) {
            Button button = button(label);
            Map<String, String> values = new HashMap<>();
            form().forEach(input -> values.put(input.name(), input.initial()));
            values.putAll(form);
            return new Inbound.Press(
                    button.phrase(), ((DrawnCard) content).card().version(), values, id);
        }
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
        return Duration.ofDays(14);
    }

    /** From now on nothing can be delivered to this chat for the time being. */
    synchronized void refusesTo(String chat) {
        unreachable.add(chat);
    }

    @Override
    public Receipt send(Delivery delivery) {
        if (isOutOfReach(delivery.chat().id())) return NotSent.tryAgain("out of reach");
        Receipt receipt = real.map(platform -> platform.send(delivery)).orElseGet(this::next);
        if (receipt instanceof Sent sent) remember(sent.messageId(), delivery);
        else throw new AssertionError("the platform did not take it: " + receipt);
        return receipt;
    }

    private synchronized boolean isOutOfReach(String chat) {
        return unreachable.contains(chat);
    }

    private synchronized Receipt next() {
        return new Sent("msg-" + (order.size() + 1));
    }

    private synchronized void remember(String id, Delivery delivery) {
        order.add(id);
        messages.add(new Message(id, delivery.chat().id(), delivery.content()));
        newest.put(id, delivery.content());
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        Receipt receipt =
                real.map(platform -> platform.update(messageId, delivery)).orElseGet(() -> new Sent(messageId));
        if (receipt instanceof Sent) replace(messageId, delivery.content());
        return receipt;
    }

    private synchronized void replace(String messageId, Content content) {
        newest.put(messageId, content);
    }

    /** Puts the card of an answer in the place of the one that was pressed, as a platform does. */
    void replace(Message message, Card card) {
        replace(message.id(), new DrawnCard(card));
    }

    synchronized Message take(String chat, String part) {
        Optional<Message> found = messages.stream()
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
        List<Message> all = messages.stream().filter(m -> m.chat().equals(chat)).toList();
        messages.removeAll(all);
        read.addAll(all);
    }

    private final List<Message> read = new ArrayList<>();

    /** A message that was read already. */
    synchronized Message found(String chat, String part) {
        return read.stream()
                .filter(m -> m.chat().equals(chat) && m.text().contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing read in " + chat + " with " + part));
    }

    synchronized Message newestCard(String chat) {
        List<Message> all = new ArrayList<>(read);
        all.addAll(messages);
        Message last = all.stream()
                .filter(m -> m.chat().equals(chat) && m.content() instanceof DrawnCard)
                .max(Comparator.comparingInt(m -> order.indexOf(m.id())))
                .orElseThrow(() -> new AssertionError("no card in " + chat));
        return current(last);
    }

    synchronized Message current(Message message) {
        return new Message(message.id(), message.chat(), newest.get(message.id()));
    }

    synchronized List<String> unread() {
        return messages.stream().map(m -> m.chat() + ": " + m.text()).toList();
    }

    private static final class AsText implements Part.Renderer<String> {
        @Override
        public String line(Part.Line line) {
            return line.text();
        }

        @Override
        public String field(Part.Field field) {
            return field.label() + ":" + field.value();
        }

        @Override
        public String progress(Part.Progress progress) {
            return progress.percent() + "% " + progress.caption();
        }

        @Override
        public String form(Part.Form form) {
            return form.inputs().stream().map(Input::label).collect(Collectors.joining(" | "));
        }

        @Override
        public String buttons(Part.Buttons buttons) {
            return "";
        }
    }
}
