package io.xietong.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in a chat. Keeps its number when it is updated, and gets a new change number.
 *
 * @param seq     order of appearance
 * @param change  order of the last change, over all chats
 * @param from    person id, or {@link #BOT}
 * @param text    empty when it is a card
 * @param card    as {@link SandboxCards} drew it
 * @param earlier the buttons that the message carried before it was updated
 */
public record SandboxMessage(
        long seq,
        long change,
        String chat,
        String from,
        Instant at,
        Optional<String> text,
        Optional<JsonNode> card,
        List<SandboxPress> earlier,
        boolean updated) {

    /** Who speaks when it is not a person. */
    public static final String BOT = "bot";

    public SandboxMessage {
        earlier = List.copyOf(earlier);
    }

    public String id() {
        return idOf(seq);
    }

    /**
     * What the press of a button carries. A button of an earlier state of the card is answered too, as on a real platform.
     *
     * @param version the state version that the presser saw; empty for the newest that has this button
     */
    public Optional<SandboxPress> press(String button, Optional<Long> version) {
        return presses().stream()
                .filter(press -> press.button().equals(button))
                .filter(press -> version.isEmpty() || version.get() == press.version())
                .reduce((older, newer) -> newer);
    }

    /** Every button that the message carries or carried, the newest last. */
    public List<SandboxPress> presses() {
        List<SandboxPress> all = new ArrayList<>(earlier);
        all.addAll(SandboxPress.on(card));
        return all;
    }

    static String idOf(long seq) {
        return "m" + seq;
    }

    /** The number in an id; empty when it is none of ours. */
    public static Optional<Long> seqOf(String id) {
        return id.matches("m\\d{1,18}") ? Optional.of(Long.parseLong(id.substring(1))) : Optional.empty();
    }
}
