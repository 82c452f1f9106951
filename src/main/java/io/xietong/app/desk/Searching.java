package io.xietong.app.desk;

import io.xietong.app.search.Sought;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Named;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 查: finds items by their words among those that the speaker may see at this moment, the best first. */
final class Searching {

    /** How long somebody waits for an index that is still being made. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** How many of the best are looked at, in turn, until enough of them may be seen. */
    private static final List<Integer> ROUNDS = List.of(12, 40, 160);

    private final Turn turn;
    private final Listing listing;

    Searching(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
    }

    Card find(String words) {
        Result result = find(words, Listing.SHOWN);
        return listing.list(
                turn.words.say("item.list.find", words), result.heading(), result.found(), ItemNumber::toString);
    }

    /**
     * What a search has found.
     *
     * @param heading what is to be said of it
     * @param found   as many as were asked for and one more, if there are so many
     */
    record Result(String heading, List<Found<?>> found) {}

    /** @param most how many are shown */
    Result find(String words, int most) {
        boolean complete = new Lookup(turn.books, turn.company).upTo(PATIENCE);
        Sought sought = sought(Sought.parts(words));
        List<Found<?>> exact = visible(sought, false, most);
        List<Found<?>> found = exact.isEmpty() ? visible(sought, true, most) : exact;
        String heading = turn.words.say(heading(exact, found, most), words);
        return new Result(complete ? heading : heading + " " + turn.words.say("item.list.find-incomplete"), found);
    }

    private static String heading(List<Found<?>> exact, List<Found<?>> found, int most) {
        if (found.isEmpty()) return "item.list.find-empty";
        if (exact.isEmpty()) return "item.list.find-closest";
        return found.size() > most ? "item.list.find-many" : "item.list.find";
    }

    private Sought sought(List<String> parts) {
        Map<String, Set<String>> people = new HashMap<>();
        parts.forEach(part -> people.put(part, named(part)));
        Set<String> near = turn.organisation()
                .departmentOf(turn.speaker.id())
                .map(this::members)
                .orElse(Set.of(turn.speaker.id()));
        return new Sought(parts, people, near);
    }

    /** The people whom a word names, by their name or their department's. */
    private Set<String> named(String part) {
        Named named = Named.in(turn.organisation());
        Optional<Department> department = named.exactDepartment(part);
        return department
                .map(this::members)
                .orElseGet(() -> named.people(part).stream().map(Person::id).collect(Collectors.toSet()));
    }

    private Set<String> members(Department department) {
        return turn.organisation().people().stream()
                .filter(person -> person.department().equals(department.id()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    /** As many as are shown and one more, if there are so many. */
    private List<Found<?>> visible(Sought sought, boolean closest, int shown) {
        List<Found<?>> visible = new ArrayList<>();
        int looked = 0;
        for (int most : ROUNDS) {
            if (most <= shown) continue;
            List<ItemNumber> next = turn.books.search().find(sought, closest, looked, most - looked);
            visible.addAll(listing.visible(next));
            looked += next.size();
            if (visible.size() > shown || looked < most) break;
        }
        return visible.stream().limit(shown + 1).toList();
    }
}
