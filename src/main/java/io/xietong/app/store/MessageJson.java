package io.xietong.app.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as {@code {"key":…,"args":[…]}}. Strings and numbers stand as they are; an instant is {@code {"at":…}}, a day
 * {@code {"day":…}}, a length of time {@code {"length":…}}, a list an array.
 */
final class MessageJson {

    private MessageJson() {}

    static final class Writer extends JsonSerializer<Message> {
        @Override
        public void serialize(Message message, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("key", message.key());
            json.writeArrayFieldStart("args");
            for (Object arg : message.args()) write(arg, json);
            json.writeEndArray();
            json.writeEndObject();
        }

        private void write(Object arg, JsonGenerator json) throws IOException {
            if (arg instanceof Message message) serialize(message, json, null);
            else if (arg instanceof Instant) tagged("at", arg, json);
            else if (arg instanceof LocalDate) tagged("day", arg, json);
            else if (arg instanceof Duration) tagged("length", arg, json);
            else if (arg instanceof Integer || arg instanceof Long) json.writeNumber(((Number) arg).longValue());
            else if (arg instanceof List<?> list) {
                json.writeStartArray();
                for (Object one : list) write(one, json);
                json.writeEndArray();
            } else if (arg instanceof String || arg instanceof ItemNumber) json.writeString(arg.toString());
            else throw new IllegalArgumentException("a message cannot hold a " + arg.getClass());
        }

        private static void tagged(String tag, Object value, JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField(tag, value.toString());
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<Message> {
        @Override
        public Message deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return message(parser.readValueAsTree());
        }

        private static Message message(JsonNode node) {
            List<Object> args = new ArrayList<>();
            node.get("args").forEach(arg -> args.add(value(arg)));
            return new Message(node.get("key").asText(), args);
        }

        private static Object value(JsonNode node) {
            if (node.isTextual()) return node.asText();
            if (node.isNumber()) return node.asLong();
            if (node.isArray()) {
                List<Object> list = new ArrayList<>();
                node.forEach(one -> list.add(value(one)));
                return list;
            }
            if (node.has("at")) return Instant.parse(node.get("at").asText());
            if (node.has("day")) return LocalDate.parse(node.get("day").asText());
            if (node.has("length")) return Duration.parse(node.get("length").asText());
            return message(node);
        }
    }
}
