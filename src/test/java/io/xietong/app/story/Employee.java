package io.xietong.app.story;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody of the company, who says and presses things where they have an account; all that leaves is sent before they go on. */
final class Employee {

    private final Office office;
    private final String id;
    private final Venue venue;
    private final Chat single;

    Employee(Office office, String id, Venue venue) {
        this.office = office;
        this.id = id;
        this.venue = venue;
        this.single = venue.single(id);
    }

    Employee says(String text) {
        return says(single, text);
    }

    Employee says_in_the_group(String text) {
        return says(venue.stage().group(), text);
    }

    private Employee says(Chat chat, String text) {
        venue.stage().says(id, chat, text);
        office.engine.courier().untilIdle();
        return this;
    }

    Seen sees(String part) {
        return new Seen(venue.platform().take(single.id(), part), single, venue);
    }

    Employee sees_only(String... parts) {
        for (String part : parts) sees(part);
        office.nothing_else_was_said();
        return this;
    }

    /** A message that was read before. */
    Seen reads_again(String part) {
        return new Seen(venue.platform().found(single.id(), part), single, venue);
    }

    /** Presses a button on the newest card of the single chat. */
    String presses(String label, Map<String, String> form) {
        return press(venue.platform().newestCard(single.id()), label, form, single);
    }

    String presses(String label) {
        return presses(label, Map.of());
    }

    String presses_in_the_group(String label, Map<String, String> form) {
        Chat group = venue.stage().group();
        return press(venue.platform().newestCard(group.id()), label, form, group);
    }

    String presses_in_the_group(String label) {
        return presses_in_the_group(label, Map.of());
    }

    /** Presses a button of a card as it was when it was seen. */
    String presses(Seen old, String label, Map<String, String> form) {
        return press(old.message, label, form, old.chat);
    }

    /** A press whose payload no card of ours carries. */
    String forges(String phrase, long version, Map<String, String> form) {
        Inbound.Press forged = new Inbound.Press(phrase, version, form, "msg-forged");
        Answer answer = office.engine
                .desk()
                .receive(new Inbound(
                        venue.stage().name(),
                        UUID.randomUUID().toString(),
                        single.id(),
                        single,
                        forged,
                        office.clock.instant()));
        office.engine.courier().untilIdle();
        return answer.toast().orElse("");
    }

    private String press(Posted message, String label, Map<String, String> form, Chat chat) {
        String button = message.button(label).id();
        Optional<String> toast = venue.stage().presses(id, chat, message.id(), button, message.press(label, form));
        office.lastAnswer().refreshed().ifPresent(card -> venue.platform().replace(message, card));
        office.engine.courier().untilIdle();
        return toast.orElse("");
    }
}
