package io.xietong.app.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object that somebody sent; what is missing or of the wrong kind is told by name. */
record JsonBody(JsonNode json) {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(50)
            .maxStringLength(256_000)
            .maxNumberLength(100)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonBody of(Context ctx) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(Body.read(ctx));
            if (json.isObject()) return new JsonBody(json);
        } catch (JacksonException e) {
            throw ApiFault.bad("broken-json");
        }
        throw ApiFault.bad("broken-json");
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        if (!json.path(name).isTextual()) throw ApiFault.bad("missing", name);
        return json.get(name).textValue();
    }

    Optional<Long> number(String name) {
        if (!has(name)) return Optional.empty();
        if (!json.get(name).canConvertToExactIntegral()) throw ApiFault.bad("not-a-number", name);
        return Optional.of(json.get(name).longValue());
    }

    /** The values of a form; what is not filled in may be left out or null. */
    Map<String, String> form(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode form = json.path(name);
        if (form.isMissingNode() || form.isNull()) return values;
        if (!form.isObject()) throw ApiFault.bad("form-not-object");
        form.properties().forEach(field -> {
            if (field.getValue().isContainerNode()) throw ApiFault.bad("form-value", field.getKey());
            if (!field.getValue().isNull())
                values.put(field.getKey(), field.getValue().asText());
        });
        return values;
    }
}
