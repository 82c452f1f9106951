package io.xietong.core.commotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small model of an item's life: which fact leads from which state to which. A line reads {@code Fact FROM>TO FROM>TO}; facts
 * without a line change no state.
 */
record Relation(Map<String, Map<String, String>> moves) {

    static Relation of(String table) {
        Map<String, Map<String, String>> moves = new HashMap<>();
        table.lines().map(line -> line.split("\\s+")).forEach(words -> {
            Map<String, String> move = moves.computeIfAbsent(words[0], fact -> new HashMap<>());
            for (int i = 1; i < words.length; i++) {
                String[] ends = words[i].split(">");
                for (String from : ends[0].split("\\|")) move.put(from, ends[1]);
            }
        });
        return new Relation(moves);
    }

    /** Asserts that the facts lead from one state to the other. */
    void allows(String from, List<Fact> facts, String to) {
        String state = from;
        for (Fact fact : facts) {
            Map<String, String> move = moves.get(fact.getClass().getSimpleName());
            if (move == null) continue;
            assertThat(move).as(fact + " while " + state).containsKey(state);
            state = move.get(state);
        }
        assertThat(state).as(facts.toString()).isEqualTo(to);
    }
}
