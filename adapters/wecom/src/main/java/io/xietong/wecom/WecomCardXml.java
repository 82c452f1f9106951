package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A card as XML, for the answer to a click (document 90241): the same fields in other letters, lists as repeated elements. */
final class WecomCardXml {

    private static final String KEY_NAME = "keyname";

    private WecomCardXml() {}

    static String of(ObjectNode card) {
        StringBuilder xml = new StringBuilder();
        element("template_card", card, xml);
        return xml.toString();
    }

    private static void element(String name, JsonNode value, StringBuilder xml) {
        if (value.isArray()) {
            value.forEach(one -> element(name, one, xml));
            return;
        }
        String letters = letters(name);
        xml.append('<').append(letters).append('>');
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) element(field.getKey(), field.getValue(), xml);
        } else if (value.isNumber()) xml.append(value.asLong());
        else xml.append(WecomXml.cdata(value.asText()));
        xml.append("</").append(letters).append('>');
    }

    private static String letters(String name) {
        if (name.equals(KEY_NAME)) return "KeyName";
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("_")) {
            letters.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return letters.toString();
    }
}
