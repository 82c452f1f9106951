package io.xietong.core.request;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws lists of requests: a line each, and a button that opens it. */
public final class RequestLists {

    /** Lines shown on one card; the card says how many there are beyond that. */
    public static final int SHOWN = 8;

    private RequestLists() {}

    /** What waits for the reader, earliest due first. */
    public static Card todo(List<Request> waiting, Instant now, Words words) {
        List<Request> sorted = waiting.stream()
                .sorted(Comparator.comparing(
                        request -> request.running().flatMap(Deadline::dueAt).orElse(Instant.MAX)))
                .toList();
        String first = sorted.isEmpty()
                ? words.say("request.list.todo-empty")
                : words.say("request.list.todo-count", sorted.size());
        return list(words.say("request.list.todo"), first, sorted, "", words);
    }

    /**
     * @param heading what stands above the lines
     * @param verb    the verb the buttons carry before the number; empty to show the item
     */
    public static Card list(String title, String heading, List<Request> requests, String verb, Words words) {
        Card.Builder card = Card.titled(title, Tone.NEUTRAL).line(heading);
        List<Button> buttons = new ArrayList<>();
        for (Request request : requests.subList(0, Math.min(SHOWN, requests.size()))) {
            card.line(line(request, words));
            String phrase = (verb + " " + request.number()).strip();
            buttons.add(
                    Button.plain("show-" + request.number(), request.number().toString(), phrase));
        }
        return card.buttons(buttons).build();
    }

    private static String line(Request request, Words words) {
        String state = words.say(Message.of("request.state." + request.state().name()));
        String due = request.running()
                .flatMap(Deadline::dueAt)
                .map(at -> " · " + words.say("request.list.due", at))
                .orElse("");
        return words.say("request.list.line", request.number(), request.ask().summary(), state) + due;
    }
}
