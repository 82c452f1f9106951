package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import java.util.List;

/**
 * The components of card JSON 2.0 that we draw with. All text goes in as {@code plain_text}, which Feishu shows as it is: no
 * mention, link or markup in it ever comes alive, so nothing needs escaping.
 */
final class FeishuElements {

    private FeishuElements() {}

    static ObjectNode plain(String text) {
        return BoundedJson.object().put("tag", "plain_text").put("content", text);
    }

    static ObjectNode block(String text) {
        ObjectNode block = BoundedJson.object().put("tag", "div");
        block.set("text", plain(text));
        return block;
    }

    static ObjectNode label(String text) {
        ObjectNode block = block(text);
        block.withObject("/text").put("text_color", "grey");
        return block;
    }

    /** A label and its value side by side; on a narrow screen they keep their places and break their lines. */
    static ObjectNode pair(String label, String value) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        columns.add(weighted(2, label(label)));
        columns.add(weighted(5, block(value)));
        return columns("none", columns);
    }

    /** Elements in a row that wraps. */
    static ObjectNode row(List<ObjectNode> elements) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode element : elements) {
            ObjectNode column = columns.addObject().put("tag", "column").put("width", "auto");
            column.putArray("elements").add(element);
        }
        return columns("flow", columns);
    }

    private static ObjectNode weighted(int weight, ObjectNode element) {
        ObjectNode column = BoundedJson.object()
                .put("tag", "column")
                .put("width", "weighted")
                .put("weight", weight);
        column.putArray("elements").add(element);
        return column;
    }

    private static ObjectNode columns(String flex, ArrayNode columns) {
        ObjectNode set = BoundedJson.object().put("tag", "column_set").put("flex_mode", flex);
        set.set("columns", columns);
        return set;
    }

    /** How many components there are, texts aside. */
    static int count(JsonNode json) {
        int own = json.path("tag").isTextual() && !json.path("tag").asText().equals("plain_text") ? 1 : 0;
        for (JsonNode child : json) own += count(child);
        return own;
    }
}
