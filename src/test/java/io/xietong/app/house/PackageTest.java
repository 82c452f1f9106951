package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the jar leaves out is not used (decision 0017). */
class PackageTest {

    private static final Pattern CALLED = Pattern.compile("com\\.lark\\.oapi\\.service\\.(\\w+)\\.v\\d+\\.model\\.");
    private static final Pattern TAKEN = Pattern.compile("com/lark/oapi/service/(\\w+)/\\*\\*");

    @Test
    void of_Feishus_services_the_models_of_those_that_are_called_are_in_the_jar() {
        Set<String> called = new TreeSet<>();
        for (Path source : Tree.program()) called.addAll(names(CALLED, Tree.text(source)));
        assertThat(called).isNotEmpty().isEqualTo(names(TAKEN, Tree.text(Tree.path("src/pom.xml"))));
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }
}
