package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The defaults that come with the program; they name every key there is. */
final class Defaults {

    private Defaults() {}

    static JsonNode tree(String name) {
        try (var in = Defaults.class.getResourceAsStream("/defaults/" + name + ".yml")) {
            return Yaml.text(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
