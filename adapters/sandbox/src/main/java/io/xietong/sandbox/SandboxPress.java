package io.xietong.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a button of a sent card carries to the bot. */
public record SandboxPress(String button, String phrase, long version) {

    static List<SandboxPress> on(Optional<JsonNode> card) {
        List<SandboxPress> presses = new ArrayList<>();
        card.ifPresent(drawn -> drawn.path("buttons")
                .forEach(button -> presses.add(new SandboxPress(
                        button.path("id").asText(),
                        button.path("phrase").asText(),
                        drawn.path("version").asLong()))));
        return presses;
    }
}
