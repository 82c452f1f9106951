package io.xietong.app.web;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells a browser not to do. */
final class SecurityHeaders {

    /** Pico draws its icons from {@code data:} images; nothing else comes from anywhere but here. */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void set(Context ctx) {
        HEADERS.forEach(ctx::header);
    }
}
