package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * How long things are, counted in the formatted source. A method counts from its annotations to its closing brace. The list of
 * a feature's verbs is a table, read line by line, and is as long as there are verbs.
 */
class SizeTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final String TABLE = ".*Phrases\\.java:\\d+ all";

    @Test
    void a_file_fits_in_a_short_sitting() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        for (Path file : Tree.program())
            lines.put(Tree.name(file), Files.readAllLines(file).size());
        tell("lines of a file", lines);
        assertThat(longer(lines, LONGEST_FILE)).isEmpty();
    }

    @Test
    void a_method_fits_on_a_screen() throws IOException {
        Map<String, Integer> lines = methods(Tree.program());
        tell("lines of a method", lines);
        lines.keySet().removeIf(method -> method.matches(TABLE));
        assertThat(longer(lines, LONGEST_METHOD)).isEmpty();
    }

    private static Map<String, Integer> longer(Map<String, Integer> lines, int most) {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue() > most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void tell(String what, Map<String, Integer> lines) {
        List<Integer> sorted = lines.values().stream().sorted().toList();
        int count = sorted.size();
        System.out.printf(
                "%s: %d counted, median %d, 95th percentile %d, longest %d%n",
                what, count, sorted.get(count / 2), sorted.get(count * 95 / 100), sorted.get(count - 1));
    }

    private static Map<String, Integer> methods(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Integer> lines = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) new Measure(unit, positions, lines).scan(unit, null);
        }
        return lines;
    }

    /** Notes the length of each method and constructor of a file; a compact constructor too. */
    private static final class Measure extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Integer> lines;

        Measure(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> lines) {
            this.unit = unit;
            this.positions = positions;
            this.lines = lines;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap map = unit.getLineMap();
            long start = map.getLineNumber(positions.getStartPosition(unit, method));
            long end = map.getLineNumber(positions.getEndPosition(unit, method));
            Path file = Path.of(unit.getSourceFile().toUri());
            lines.put(Tree.name(file) + ":" + start + " " + method.getName(), (int) (end - start + 1));
            return super.visitMethod(method, nothing);
        }
    }
}
