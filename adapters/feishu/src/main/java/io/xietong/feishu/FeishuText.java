package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.wire.BoundedJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says, as plain text: mentions of the bot taken out, other people by their names, rich text line by line.
 * Pictures, files and the like say nothing.
 *
 * @param toBot whether the bot was mentioned
 */
record FeishuText(String text, boolean toBot) {

    private static final Pattern PLACE = Pattern.compile("@_(?:user_\\d{1,4}|all)");
    private static final Pattern AFTER_MENTION = Pattern.compile("^[\\s,，:：、]+");

    /** @param bot the bot's own open_id; while it is not known, any mention of a bot counts */
    static FeishuText of(JsonNode message, Optional<String> bot) {
        Map<String, String> names = new HashMap<>();
        names.put("@_all", "所有人");
        boolean toBot = false;
        for (JsonNode mention : message.path("mentions")) {
            boolean own = isBot(mention, bot);
            toBot |= own;
            names.put(
                    mention.path("key").asText(),
                    own ? "" : mention.path("name").asText());
        }
        String content = BoundedJson.object(message.path("content").asText())
                .map(body -> text(message.path("message_type").asText(), body))
                .orElse("");
        String named = PLACE.matcher(content)
                .replaceAll(place -> Matcher.quoteReplacement(names.getOrDefault(place.group(), "")));
        String text = named.replace('\u00a0', ' ').strip();
        return new FeishuText(toBot ? AFTER_MENTION.matcher(text).replaceFirst("") : text, toBot);
    }

    private static boolean isBot(JsonNode mention, Optional<String> bot) {
        String id = mention.path("id").path("open_id").asText();
        return bot.map(id::equals)
                .orElseGet(() -> mention.path("mentioned_type").asText().equals("bot"));
    }

    private static String text(String kind, JsonNode content) {
        return switch (kind) {
            case "text" -> content.path("text").asText();
            case "post" -> post(content);
            default -> "";
        };
    }

    private static String post(JsonNode post) {
        List<String> lines = new ArrayList<>();
        String title = post.path("title").asText();
        if (!title.isBlank()) lines.add(title);
        for (JsonNode line : post.path("content")) {
            StringBuilder text = new StringBuilder();
            for (JsonNode span : line) text.append(span(span));
            lines.add(text.toString());
        }
        return String.join("\n", lines);
    }

    private static String span(JsonNode span) {
        if (!span.path("tag").asText().equals("at")) return span.path("text").asText();
        String who = span.path("user_id").asText();
        return PLACE.matcher(who).matches() ? who : span.path("user_name").asText();
    }
}
