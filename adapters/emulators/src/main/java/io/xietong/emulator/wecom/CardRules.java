package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What WeCom refuses in a card, and what it would cut off in showing it, which here is refused as well. */
final class CardRules {

    private static final int BAD = 40058;
    private static final int NO_ACTION = 42045;
    private static final Set<String> BOT_BUTTON = Set.of("text", "style", "key");
    private static final Set<String> PLACES = Set.of(
            "card_type",
            "source",
            "action_menu",
            "main_title",
            "quote_area",
            "sub_title_text",
            "horizontal_content_list",
            "card_action",
            "task_id",
            "button_selection",
            "button_list");

    private CardRules() {}

    /** The code of the fault; empty when the card is good. @param bot whether the bot sends it, which knows fewer fields */
    static Optional<Integer> fault(JsonNode card, boolean bot) {
        String kind = card.path("card_type").asText();
        if (kind.equals("text_notice") && !card.has("card_action")) return Optional.of(NO_ACTION);
        if (!kind.equals("button_interaction")) return Optional.of(BAD);
        boolean good = known(card)
                && card.path("task_id").asText().matches("[0-9A-Za-z_@-]{1,128}")
                && shorter(card.path("main_title").path("title"), 26)
                && !card.path("main_title").path("title").asText().isEmpty()
                && shorter(card.path("main_title").path("desc"), 30)
                && shorter(card.path("sub_title_text"), 112)
                && shorter(card.path("quote_area").path("quote_text"), 128)
                && table(card.path("horizontal_content_list"))
                && buttons(card.path("button_list"), bot)
                && selection(card.path("button_selection"));
        return good ? Optional.empty() : Optional.of(BAD);
    }

    private static boolean known(JsonNode card) {
        for (var field : card.properties()) if (!PLACES.contains(field.getKey())) return false;
        return true;
    }

    private static boolean table(JsonNode rows) {
        if (rows.size() > 6) return false;
        for (JsonNode row : rows) {
            if (!shorter(row.path("keyname"), 5) || !shorter(row.path("value"), 26)) return false;
            if (row.path("keyname").asText().isEmpty()) return false;
            if (row.path("type").asInt() == 1 && row.path("url").asText().isEmpty()) return false;
        }
        return true;
    }

    private static boolean buttons(JsonNode buttons, boolean bot) {
        Set<String> keys = new HashSet<>();
        for (JsonNode button : buttons) {
            int bytes = button.path("key").asText().getBytes(StandardCharsets.UTF_8).length;
            if (!shorter(button.path("text"), 10) || bytes < 1 || bytes > 1024) return false;
            if (!keys.add(button.path("key").asText())) return false;
            if (button.path("style").asInt() < 1 || button.path("style").asInt() > 4) return false;
            for (var field : button.properties()) if (bot && !BOT_BUTTON.contains(field.getKey())) return false;
        }
        return buttons.size() >= 1 && buttons.size() <= 6;
    }

    private static boolean selection(JsonNode selection) {
        if (selection.isMissingNode()) return true;
        JsonNode options = selection.path("option_list");
        for (JsonNode option : options) {
            if (option.path("id").asText().isEmpty() || !shorter(option.path("text"), 10)) return false;
        }
        return !selection.path("question_key").asText().isEmpty() && options.size() >= 1 && options.size() <= 10;
    }

    private static boolean shorter(JsonNode text, int most) {
        String value = text.asText();
        return value.codePointCount(0, value.length()) <= most;
    }
}
