package io.xietong.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of rights as text: a line for each verb, a cell for each column, which is a state or a person. A cell says what comes of
 * it: the short name of a refusal, {@code same} for no other state, else the state it leads to or its first letters.
 *
 * @param <C> what the columns are
 */
public final class RightsTable<C> {

    private final List<C> columns;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** @param text its first line may name the columns, after the word {@code verb} */
    public RightsTable(String text, List<C> columns) {
        this.columns = columns;
        for (String line : text.strip().lines().toList()) {
            List<String> cells = Arrays.asList(line.strip().split("\\s+"));
            if (cells.get(0).equals("verb")) continue;
            assertThat(cells).as(line).hasSize(columns.size() + 1);
            assertThat(rows.put(cells.get(0), cells.subList(1, cells.size())))
                    .as("one line for " + cells.get(0))
                    .isNull();
        }
    }

    /** Looks at one cell. */
    public interface Cell<C> {
        void check(String verb, C column, String expected);
    }

    public Set<String> verbs() {
        return rows.keySet();
    }

    /** A test for each cell. @param name what comes before verb and column in a test's name */
    public Stream<DynamicTest> tests(String name, Cell<C> cell) {
        return rows.entrySet().stream()
                .flatMap(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> DynamicTest.dynamicTest(
                                (name + " " + row.getKey() + " " + columns.get(i)).strip(),
                                () -> cell.check(
                                        row.getKey(),
                                        columns.get(i),
                                        row.getValue().get(i)))));
    }

    /**
     * Whether a decision is what a cell says.
     *
     * @param refusals keys of the sentences by their short names
     * @param states   states by their short names, where those are not their first letters
     */
    public static void check(
            Decision<? extends Item> decision,
            Item before,
            String expected,
            Map<String, String> refusals,
            Map<String, ? extends Enum<?>> states) {
        if (refusals.containsKey(expected)) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(((Decision.Refused<?>) decision).why().key()).isEqualTo(refusals.get(expected));
            return;
        }
        assertThat(decision).isInstanceOf(Decision.Done.class);
        Item after = ((Decision.Done<? extends Item>) decision).after();
        if (expected.equals("same")) assertThat(after.state()).isEqualTo(before.state());
        else if (states.containsKey(expected)) assertThat(after.state()).isEqualTo(states.get(expected));
        else assertThat(after.state().name()).startsWith(expected);
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    /** The verbs that are tried are all of a sealed family. */
    public static void triesAll(Map<String, AboutItem> verbs, Class<?> family) {
        List<Class<?>> tried =
                verbs.values().stream().<Class<?>>map(Object::getClass).toList();
        assertThat(tried).contains(family.getPermittedSubclasses());
    }
}
