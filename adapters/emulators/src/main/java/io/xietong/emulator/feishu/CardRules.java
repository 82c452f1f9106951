package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Feishu checks in a card of JSON 2.0 before it takes it; of the components only those are known that are checked here. */
final class CardRules {

    private static final int MOST_BYTES = 30 * 1024;
    private static final int MOST_ELEMENTS = 200;
    private static final Set<String> CARD = Set.of("schema", "config", "header", "body", "card_link");
    private static final Set<String> TEXT =
            Set.of("tag", "content", "text_size", "text_color", "text_align", "lines", "i18n_content");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("plain_text", TEXT),
            Map.entry("lark_md", TEXT),
            Map.entry("text_tag", Set.of("tag", "text", "color", "element_id")),
            Map.entry("div", Set.of("tag", "text", "icon", "width", "margin", "element_id")),
            Map.entry("markdown", Set.of("tag", "content", "text_size", "text_align", "icon", "margin", "element_id")),
            Map.entry("hr", Set.of("tag", "margin", "element_id")),
            Map.entry(
                    "column_set",
                    Set.of(
                            "tag",
                            "columns",
                            "flex_mode",
                            "horizontal_spacing",
                            "horizontal_align",
                            "background_style",
                            "margin",
                            "element_id")),
            Map.entry(
                    "column",
                    Set.of(
                            "tag",
                            "elements",
                            "width",
                            "weight",
                            "vertical_align",
                            "vertical_spacing",
                            "padding",
                            "direction",
                            "background_style",
                            "margin",
                            "element_id")),
            Map.entry(
                    "form",
                    Set.of(
                            "tag",
                            "name",
                            "elements",
                            "direction",
                            "vertical_spacing",
                            "horizontal_spacing",
                            "padding",
                            "margin",
                            "element_id")),
            Map.entry(
                    "input",
                    Set.of(
                            "tag",
                            "name",
                            "required",
                            "placeholder",
                            "default_value",
                            "disabled",
                            "width",
                            "behaviors",
                            "max_length",
                            "input_type",
                            "rows",
                            "auto_resize",
                            "max_rows",
                            "label",
                            "label_position",
                            "confirm",
                            "margin",
                            "element_id",
                            "value")),
            Map.entry(
                    "select_static",
                    Set.of(
                            "tag",
                            "name",
                            "required",
                            "placeholder",
                            "initial_option",
                            "initial_index",
                            "options",
                            "type",
                            "width",
                            "disabled",
                            "behaviors",
                            "confirm",
                            "margin",
                            "element_id")),
            Map.entry(
                    "date_picker",
                    Set.of(
                            "tag",
                            "name",
                            "required",
                            "placeholder",
                            "initial_date",
                            "width",
                            "disabled",
                            "behaviors",
                            "confirm",
                            "margin",
                            "element_id",
                            "value")),
            Map.entry(
                    "button",
                    Set.of(
                            "tag",
                            "name",
                            "type",
                            "size",
                            "width",
                            "text",
                            "icon",
                            "hover_tips",
                            "disabled",
                            "disabled_tips",
                            "confirm",
                            "behaviors",
                            "form_action_type",
                            "margin",
                            "element_id",
                            "value")));
    private static final Set<String> INTERACTIVE = Set.of("input", "select_static", "date_picker", "button");

    private final Set<String> names = new HashSet<>();
    private int elements;
    private String problem;

    private CardRules() {}

    /** What is wrong with the card; empty when Feishu would take it. */
    static Optional<String> problem(JsonNode card) {
        CardRules rules = new CardRules();
        rules.card(card);
        return Optional.ofNullable(rules.problem);
    }

    static boolean tooLarge(String content) {
        return content.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    static boolean shared(JsonNode card) {
        return card.path("config")
                .path("update_multi")
                .asBoolean(!card.path("schema").asText().equals("2.0"));
    }

    private void wrong(String what) {
        if (problem == null) problem = what;
    }

    private void card(JsonNode card) {
        if (!card.isObject() || !card.path("schema").asText().equals("2.0"))
            wrong("ErrCode: 200621; not a card of schema 2.0");
        card.fieldNames().forEachRemaining(name -> {
            if (!CARD.contains(name)) wrong("ErrCode: 200621; unknown property " + name);
        });
        if (card.path("header").path("title").path("content").asText().isBlank()) wrong("ErrCode: 11310; no title");
        component(card.path("header").path("title"), false, 0);
        for (JsonNode element : card.path("body").path("elements")) component(element, false, 1);
        if (elements > MOST_ELEMENTS) wrong("ErrCode: 11310; more than 200 elements");
    }

    private void component(JsonNode element, boolean inForm, int depth) {
        String tag = element.path("tag").asText();
        Set<String> known = ATTRIBUTES.get(tag);
        if (known == null) {
            wrong("ErrCode: 200861; unsupported tag " + tag);
            return;
        }
        element.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) wrong("ErrCode: 200621; unknown property " + name + " of " + tag);
        });
        if (!TEXT.equals(known)) elements++;
        if (tag.equals("form")) form(element, inForm, depth);
        if (INTERACTIVE.contains(tag)) interactive(element, tag, inForm);
        if (depth > 6) wrong("ErrCode: 11310; nested too deeply");
        for (String child : new String[] {"text", "label", "placeholder"})
            if (element.path(child).isObject()) component(element.path(child), inForm, depth);
        for (JsonNode column : element.path("columns")) component(column, inForm, depth + 1);
        for (JsonNode inner : element.path("elements")) component(inner, inForm || tag.equals("form"), depth + 1);
    }

    private void form(JsonNode form, boolean inForm, int depth) {
        if (inForm || depth != 1) wrong("ErrCode: 11310; a form stands at the root only");
        if (form.path("name").asText().isBlank()) wrong("ErrCode: 200530; a form without name");
        boolean submits = form.findValuesAsText("form_action_type").contains("submit");
        if (!submits) wrong("ErrCode: 11310; a form without submit button");
    }

    private void interactive(JsonNode element, String tag, boolean inForm) {
        String name = element.path("name").asText();
        if (inForm && name.isBlank()) wrong("ErrCode: 200530; " + tag + " in a form without name");
        if (!name.isBlank() && !names.add(name)) wrong("ErrCode: 11310; name " + name + " twice");
        if (!inForm && element.path("required").asBoolean()) wrong("ErrCode: 11310; required outside a form");
        if (element.path("max_length").asInt(1000) > 1000) wrong("ErrCode: 11310; max_length over 1000");
        if (element.path("default_value").asText().length() > 1000) wrong("ErrCode: 11310; default_value too long");
        for (String text : new String[] {"text", "placeholder"})
            if (element.path(text).path("content").asText().length() > 100)
                wrong("ErrCode: 11310; " + text + " of " + tag + " over 100 characters");
        Set<String> values = new HashSet<>();
        for (JsonNode option : element.path("options"))
            if (!values.add(option.path("value").asText())) wrong("ErrCode: 11310; an option twice");
    }
}
