package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.xietong.app.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/} tells the program is what the program understands; Docker itself is not run here. */
class DeployTest {

    @Test
    void the_nodes_of_the_composition_start_with_settings_that_are_known(@TempDir Path folder) throws IOException {
        JsonNode composition = new YAMLMapper().readTree(Tree.text(Tree.path("deploy/compose.yaml")));
        for (String node : List.of("node-1", "node-2"))
            assertThat(composition.at("/services/" + node + "/<<").asText())
                    .as("the reader leaves references as names")
                    .isEqualTo("node");
        Path secret = Files.writeString(folder.resolve("password"), "x");
        Map<String, String> environment = new HashMap<>();
        composition.at("/x-node/environment").properties().forEach(field -> {
            boolean file = field.getKey().endsWith("_FILE");
            environment.put(
                    field.getKey(), file ? secret.toString() : field.getValue().asText());
        });
        Settings settings = Settings.read(Tree.path("config/xietong.yml"), environment);
        assertThat(settings.platforms().sandbox().enabled()).isFalse();
        assertThat(settings.database().url()).startsWith("jdbc:mariadb://database:3306/");
        assertThat(settings.database().password().isSet()).isTrue();
    }

    @Test
    void the_unit_does_not_restart_what_a_restart_cannot_cure() {
        String unit = Tree.text(Tree.path("deploy/xietong.service"));
        assertThat(unit).contains("RestartPreventExitStatus=64 65 78", "serve --config /etc/xietong/xietong.yml");
    }
}
