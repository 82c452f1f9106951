package io.xietong.core.notice;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.people.Audience;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 公告: what one person lets many know (plan duty 25; spec.md 4.6).
 *
 * <p>Its life: made now or for a later time (待发布), it is published to everybody in its audience at that moment. A notice that must be
 * read waits for each reader's receipt (待确认), stands in their 待办 and is brought up by its clock, until all have confirmed it
 * (已发布); others come with the digest. It can be corrected, which asks for the receipts anew, and withdrawn (已撤回). Immutable.
 *
 * @param by        person id of the author
 * @param inNameOf  the head for whom the author acted
 * @param at        when it was published, or will be
 * @param receipts  everybody who has to read it, and since when they have; empty for a notice that need not be confirmed
 */
public record Notice(
        ItemNumber number,
        long version,
        State state,
        NoticeKind kind,
        String text,
        Audience audience,
        boolean mustRead,
        String by,
        Optional<String> inNameOf,
        Instant at,
        Map<String, Optional<Instant>> receipts,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    /** Characters that fit into a title or a list. */
    private static final int SHORT = 20;

    public Notice {
        receipts = Collections.unmodifiableMap(new LinkedHashMap<>(receipts));
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= SHORT) return line;
        return line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    @Override
    public Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>(List.of(by));
        inNameOf.ifPresent(parties::add);
        return parties;
    }

    /** Those who have to confirm it and have not. */
    public List<String> missing() {
        return receipts.entrySet().stream()
                .filter(receipt -> receipt.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    public int confirmed() {
        return receipts.size() - missing().size();
    }

    /** How many of a hundred readers have confirmed it. */
    public int readRate() {
        return receipts.isEmpty() ? 100 : confirmed() * 100 / receipts.size();
    }

    @Override
    public List<Waiting> waitingFor() {
        if (state != State.AWAITING_RECEIPTS) return List.of();
        return missing().stream().<Waiting>map(Waiting.OnPerson::new).toList();
    }

    Notice with(State next, Instant when, Map<String, Optional<Instant>> read, List<Deadline> clocks) {
        return new Notice(
                number, version + 1, next, kind, text, audience, mustRead, by, inNameOf, when, read, watchers, clocks);
    }

    Notice saying(String words) {
        return new Notice(
                number, version, state, kind, words, audience, mustRead, by, inNameOf, at, receipts, watchers,
                deadlines);
    }

    Notice watchedBy(Set<String> followers) {
        return new Notice(
                number,
                version + 1,
                state,
                kind,
                text,
                audience,
                mustRead,
                by,
                inNameOf,
                at,
                receipts,
                followers,
                deadlines);
    }
}
