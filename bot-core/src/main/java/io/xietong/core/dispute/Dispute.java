package io.xietong.core.dispute;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.vote.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 争议: two departments that cannot agree (plan duties 34-36; spec.md 4.2).
 *
 * <p>Its life: raised from a request or on its own, the front line has two working days to agree on terms (一线协商), then both
 * heads (负责人协商), then the committee. A level that is silent does not block: its time runs out and it climbs. The secretary's
 * receipt (受案) starts the committee's count: reminded on the 3rd working day, to be ruled by the 5th (委员会审议). The heads of
 * the parties are recused. The ruling (裁决) is final but for one review on new evidence, and becomes action items.
 *
 * <p>Immutable; every decision is a new value with the next version.
 *
 * @param about   the item it arose from, when there is one
 * @param sides   two: the one that raised it (甲方) and the other (乙方)
 * @param terms   the latest proposal
 * @param docket  empty until the secretary has received it
 * @param reviews reviews granted so far; one at most
 */
public record Dispute(
        ItemNumber number,
        long version,
        State state,
        String subject,
        Optional<ItemNumber> about,
        Chat chat,
        Instant raisedAt,
        List<Side> sides,
        Optional<Terms> terms,
        Optional<Docket> docket,
        Optional<Ruling> ruling,
        int reviews,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public Dispute {
        sides = List.copyOf(sides);
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
        if (sides.size() != 2) throw new IllegalArgumentException("a dispute has two sides");
    }

    /** 甲方: the side that raised it. */
    public Side first() {
        return sides.get(0);
    }

    /** 乙方. */
    public Side second() {
        return sides.get(1);
    }

    public Optional<Side> sideOf(String department) {
        return sides.stream()
                .filter(side -> side.department().equals(department))
                .findFirst();
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return Item.shortened(subject);
    }

    /** The subject, both positions, the terms and the ruling. */
    @Override
    public String text() {
        List<String> texts = new ArrayList<>(List.of(subject));
        sides.forEach(side -> texts.add(side.position()));
        terms.ifPresent(proposed -> texts.add(proposed.text()));
        ruling.ifPresent(ruled -> texts.add(ruled.text()));
        return String.join("\n", texts);
    }

    @Override
    public Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>();
        sides.forEach(side -> parties.add(side.speaker()));
        return parties;
    }

    @Override
    public List<Waiting> waitingFor() {
        return switch (state) {
            case FRONT_LINE ->
                sides.stream()
                        .filter(this::owesAnswer)
                        .<Waiting>map(side -> new Waiting.OnPerson(side.speaker()))
                        .toList();
            case WITH_HEADS ->
                sides.stream()
                        .filter(this::owesAnswer)
                        .<Waiting>map(side -> new Waiting.OnHead(side.department()))
                        .toList();
            case AWAITING_RECEIPT -> List.of(new Waiting.OnSecretariat());
            case BEFORE_COMMITTEE -> votesOwed();
            case SETTLED, RULED, WITHDRAWN -> List.of();
        };
    }

    /** A side owes an answer until it agrees to terms; on the front line one that has spoken first waits for the other. */
    boolean owesAnswer(Side side) {
        if (terms.isPresent()) return !terms.get().agreed().contains(side.department());
        boolean otherIsSilent = sides.stream()
                .anyMatch(other -> !other.equals(side) && other.position().isBlank());
        return state != State.FRONT_LINE || side.position().isBlank() || !otherIsSilent;
    }

    private List<Waiting> votesOwed() {
        Docket open = docket.orElseThrow();
        List<String> owing =
                open.ballot().outcome() instanceof Outcome.Open voting ? voting.missing() : List.of(open.presiding());
        return owing.stream().<Waiting>map(Waiting.OnPerson::new).toList();
    }
}
