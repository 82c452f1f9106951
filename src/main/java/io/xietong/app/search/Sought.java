package io.xietong.app.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param parts       the words, as they were typed with blanks between them; each must be found
 * @param people      of a word that names people or a department: the ids of those people, whose items fit it too
 * @param near        ids of the searcher and of those in their department; what they have a part in comes first
 */
public record Sought(List<String> parts, Map<String, Set<String>> people, Set<String> near) {

    /** More words tell nobody more. */
    private static final int MOST = 6;

    public Sought {
        parts = List.copyOf(parts);
        people = Map.copyOf(people);
        near = Set.copyOf(near);
    }

    /** The words of a typed text, without what nothing can be found by. */
    public static List<String> parts(String typed) {
        return Arrays.stream(typed.strip().split("\\s+"))
                .filter(part -> !Terms.pieces(part).isEmpty())
                .limit(MOST)
                .toList();
    }
}
