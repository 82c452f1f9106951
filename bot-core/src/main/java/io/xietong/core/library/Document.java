package io.xietong.core.library;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.people.Audience;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 文件: a document in the company's library (plan duty 24; spec.md 4.6).
 *
 * <p>Its life: put on a shelf by its owner with its first version, it gets new ones and stays valid (有效) as long as its owner looks at
 * it again by its review day, of which they are reminded; it can be handed to another owner and is taken off in the end (已下架). Who is in
 * its audience finds and opens it. Immutable.
 *
 * @param name     as people call it
 * @param owner    person id
 * @param editions in the order in which they came; never empty
 * @param review   the day by which the owner looks at it again
 */
public record Document(
        ItemNumber number,
        long version,
        State state,
        Shelf shelf,
        String name,
        String owner,
        Audience audience,
        List<Edition> editions,
        LocalDate review,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public Document {
        editions = List.copyOf(editions);
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
        if (editions.isEmpty()) throw new IllegalArgumentException("a document has a first version");
    }

    /** The version that holds. */
    public Edition latest() {
        return editions.get(editions.size() - 1);
    }

    @Override
    public boolean isOpen() {
        return state == State.CURRENT;
    }

    @Override
    public String title() {
        return name;
    }

    /** The name, its files, and what was said of its versions. */
    @Override
    public String text() {
        List<String> texts = new ArrayList<>(List.of(name));
        for (Edition edition : editions) {
            edition.file().ifPresent(file -> texts.add(file.name()));
            texts.add(edition.note());
        }
        return String.join("\n", texts);
    }

    @Override
    public Set<String> parties() {
        return new LinkedHashSet<>(List.of(owner));
    }

    /** A document that is valid asks nothing of anybody; its clock reminds the owner. */
    @Override
    public List<Waiting> waitingFor() {
        return List.of();
    }

    Document with(State next, String by, List<Edition> all, LocalDate day, List<Deadline> clocks) {
        return new Document(number, version + 1, next, shelf, name, by, audience, all, day, watchers, clocks);
    }

    Document watchedBy(Set<String> people) {
        return new Document(
                number, version + 1, state, shelf, name, owner, audience, editions, review, people, deadlines);
    }
}
