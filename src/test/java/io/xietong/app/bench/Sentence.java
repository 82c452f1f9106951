package io.xietong.app.bench;

import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody types, or fills in when it has fields.
 *
 * @param text {@code XQ-#} and the like stand in it for an item, {@code #} alone for a message
 */
record Sentence(String text, Map<String, String> form) {

    private static final Pattern NUMBER = Pattern.compile(
            "(" + Arrays.stream(ItemKind.values()).map(ItemKind::prefix).collect(Collectors.joining("|")) + ")-#");

    /** @param written with fields as in <code>公告 {text=盘点;must=yes}</code> */
    static Sentence of(String written) {
        int fields = written.indexOf('{');
        if (fields < 0) return new Sentence(written, Map.of());
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : written.substring(fields + 1, written.length() - 1).split(";")) {
            String[] nameAndValue = field.split("=", 2);
            form.put(nameAndValue[0], nameAndValue[1]);
        }
        return new Sentence(written.substring(0, fields).strip(), form);
    }

    /** About the items with these serials, or the message with this number. */
    Sentence about(ToLongFunction<ItemKind> serials, long message) {
        String numbered = NUMBER.matcher(text).replaceAll(found -> {
            String prefix = found.group(1);
            return prefix + "-" + serials.applyAsLong(kind(prefix));
        });
        return new Sentence(numbered.replace("#", Long.toString(message)), form);
    }

    private static ItemKind kind(String prefix) {
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    /** With this word for {@code ~}. */
    Sentence with(String word) {
        Map<String, String> filled = new LinkedHashMap<>(form);
        filled.replaceAll((name, value) -> value.replace("~", word));
        return new Sentence(text.replace("~", word), filled);
    }

    Inbound.Said typed() {
        return form.isEmpty() ? new Inbound.Text(text) : pressed();
    }

    /** The same on a button, whose answer tells at once whether it was done. */
    Inbound.Said pressed() {
        return new Inbound.Press(text, 0, form, "m");
    }

    /** How it is called in the table: its first two words, and no more than the item. */
    String name() {
        String[] words = text.split("[\\s;]+");
        String name = words.length == 1 || words[0].contains("#") ? words[0] : words[0] + " " + words[1];
        return form.isEmpty() ? name : name + " …";
    }
}
