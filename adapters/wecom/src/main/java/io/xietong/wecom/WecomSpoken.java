package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody said to the bot: without the mention of it, other mentions as names, a quoted item's number added. Thread-safe. */
final class WecomSpoken {

    private static final Pattern FIRST_MENTION = Pattern.compile("^\\s*[@＠]\\S+\\s*");
    private static final Pattern LAST_MENTION = Pattern.compile("\\s*[@＠]\\S+\\s*$");
    private static final Pattern MENTION = Pattern.compile("(^|\\s)[@＠](?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z])[A-Z]{2}-\\d{1,9}");

    private final Pattern own;
    private final boolean named;

    /** @param name of the bot; when empty, the first mention is taken for the bot's, else the last */
    WecomSpoken(String name) {
        this.named = !name.isBlank();
        this.own =
                Pattern.compile("[@＠]" + Pattern.quote(name.strip()) + "(?=[\\s\\u2005\\u00a0]|$)[\\s\\u2005\\u00a0]*");
    }

    /** Text, mixed content, or a voice message's transcript; pictures and files say nothing. */
    String read(JsonNode body, boolean group) {
        String said = content(body);
        String quoted = content(body.path("quote"));
        String text = said.replace('\u00a0', ' ').replace('\u2005', ' ');
        if (group) text = withoutMention(text);
        text = MENTION.matcher(text).replaceAll("$1").strip();
        Matcher number = NUMBER.matcher(quoted);
        return !text.isEmpty() && !NUMBER.matcher(text).find() && number.find() ? text + " " + number.group() : text;
    }

    private String withoutMention(String text) {
        Matcher mine = own.matcher(text);
        if (named && mine.find()) return mine.replaceAll("");
        Matcher first = FIRST_MENTION.matcher(text);
        return first.find()
                ? first.replaceFirst("")
                : LAST_MENTION.matcher(text).replaceFirst("");
    }

    private static String content(JsonNode body) {
        return switch (body.path("msgtype").asText()) {
            case "text" -> body.path("text").path("content").asText();
            case "mixed" -> mixed(body.path("mixed").path("msg_item"));
            case "voice" -> body.path("voice").path("content").asText();
            case "markdown" -> body.path("markdown").path("content").asText();
            default -> "";
        };
    }

    private static String mixed(JsonNode items) {
        StringBuilder text = new StringBuilder();
        for (JsonNode item : items)
            text.append(item.path("text").path("content").asText());
        return text.toString();
    }
}
