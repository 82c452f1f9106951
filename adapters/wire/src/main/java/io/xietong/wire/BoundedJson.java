package io.xietong.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads JSON from outside within limits on its depth and lengths; a list of people that a platform answers with is the longest. Thread-safe. */
public final class BoundedJson {

    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_STRING = 256_000;

    private static final ObjectMapper READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(LONGEST_STRING)
                            .maxNameLength(1_000)
                            .maxDocumentLength(LONGEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private BoundedJson() {}

    /** An object; empty when the bytes are anything else, broken UTF-8 included. */
    public static Optional<JsonNode> object(byte[] bytes) {
        if (bytes.length > LONGEST) return Optional.empty();
        try {
            JsonNode read = READER.readTree(bytes);
            return Optional.ofNullable(read).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same for a text. */
    public static Optional<JsonNode> object(String text) {
        return object(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new object to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
