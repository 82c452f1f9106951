package io.xietong.app.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.text.Message;

/** How messages, cards and facts are written into text columns. Thread-safe. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Message.class, new MessageJson.Writer())
                    .addDeserializer(Message.class, new MessageJson.Reader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .addMixIn(Part.class, PartNames.class)
            .build();

    private Json() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Part.Line.class, name = "line"),
        @JsonSubTypes.Type(value = Part.Field.class, name = "field"),
        @JsonSubTypes.Type(value = Part.Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = Part.Form.class, name = "form"),
        @JsonSubTypes.Type(value = Part.Buttons.class, name = "buttons")
    })
    private interface PartNames {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + type, e);
        }
    }

    static Card card(String json) {
        return read(json, Card.class);
    }

    static Message message(String json) {
        return read(json, Message.class);
    }
}
