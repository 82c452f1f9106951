package io.xietong.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.xietong.core.text.Language;
import java.io.IOException;

/** How the sandbox's API answers. */
final class ApiAnswer {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ApiAnswer() {}

    static void json(Context ctx, JsonNode json) throws IOException {
        ctx.contentType("application/json; charset=utf-8").result(MAPPER.writeValueAsBytes(json));
    }

    /** A query parameter that must be there. */
    static String query(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isBlank()) throw ApiFault.bad("missing", name);
        return value;
    }

    /** A query parameter that is a whole number, 0 when absent. */
    static long number(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isEmpty()) return 0;
        if (!value.matches("\\d{1,18}")) throw ApiFault.bad("not-a-number", name);
        return Long.parseLong(value);
    }

    /** Chinese unless the caller asks for English first. */
    static Language language(Context ctx) {
        String wanted = ctx.header("Accept-Language");
        return wanted != null && wanted.startsWith("en") ? Language.ENGLISH : Language.CHINESE;
    }
}
