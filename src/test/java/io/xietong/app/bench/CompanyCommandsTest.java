package io.xietong.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.bench.CompanyCommands.Command;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Phrase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the measuring of a company of many leaves no verb out, and measures none that is refused. */
class CompanyCommandsTest {

    private static final Path CONFIG = Path.of("..", "config");

    private final CompanyCommands commands = CompanyCommands.read();

    @TempDir
    private Path folder;

    @Test
    void every_verb_of_the_phrasebook_is_measured() {
        Stream<String> verbs = Phrases.book().phrases().stream().map(Phrase::id);
        assertThat(commands.commands().stream().map(Command::verb)).containsAll(verbs.toList());
    }

    @Test
    void each_command_has_a_name_of_its_own_in_the_table() {
        assertThat(commands.commands().stream().map(command -> command.said().name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_command_is_done() throws Exception {
        Path file = folder.resolve("demo");
        Scene scene;
        try (BenchOffice office = new BenchOffice(CONFIG, file)) {
            Grown.file(office);
            scene = Scene.make(office, commands, 1);
        }
        try (BenchOffice office = new BenchOffice(CONFIG, file)) {
            Side demo = new Side(office, scene);
            for (Command command : commands.commands()) demo.check(command);
        }
    }
}
