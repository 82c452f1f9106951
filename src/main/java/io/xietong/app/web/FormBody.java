package io.xietong.app.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser sent from a form page.
 *
 * @param press     the pressed button's id; empty for going back from a question
 * @param confirmed whether the question before the press was answered with yes
 * @param values    by the input's name, without control characters; blank ones included
 * @param hidden    all other fields, as the page had them
 */
record FormBody(Optional<String> press, boolean confirmed, Map<String, String> values, Map<String, String> hidden) {

    private static final String VALUE = "value.";

    /** Empty when it is no form, or one that cannot be read. */
    static Optional<FormBody> of(Context ctx) throws IOException {
        String type = String.valueOf(ctx.contentType());
        if (!type.startsWith("application/x-www-form-urlencoded")) return Optional.empty();
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String field : new String(Body.read(ctx), StandardCharsets.UTF_8).split("&")) {
                int middle = field.indexOf('=');
                if (middle > 0) fields.put(decoded(field.substring(0, middle)), decoded(field.substring(middle + 1)));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(of(fields));
    }

    static FormBody of(Map<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> hidden = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(VALUE)) values.put(name.substring(VALUE.length()), clean(value));
            else hidden.put(name, value);
        });
        return new FormBody(
                Optional.ofNullable(fields.get("press")).filter(press -> !press.isEmpty()),
                "yes".equals(fields.get("confirmed")),
                values,
                hidden);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String clean(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (!Character.isISOControl(point) || point == '\n' || point == '\t') kept.appendCodePoint(point);
        });
        return kept.toString().strip();
    }
}
