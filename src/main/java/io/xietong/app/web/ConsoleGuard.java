package io.xietong.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.store.JdbiConsolePasses.Pass;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is in the console: the browser holds the secret of a visit in a cookie that no script reads and no other site's form brings
 * along. What changes something must also come from one of our own pages. Thread-safe.
 */
public final class ConsoleGuard {

    private final ConsolePasses passes;
    private final boolean secure;
    private final String cookie;
    private final String authority;

    /** @param publicUrl how browsers reach this server, without a slash at the end */
    public ConsoleGuard(ConsolePasses passes, String publicUrl) {
        this.passes = passes;
        this.secure = publicUrl.startsWith("https:");
        this.cookie = secure ? "__Host-xietong-console" : "xietong-console";
        this.authority = URI.create(publicUrl).getRawAuthority();
    }

    ConsolePasses passes() {
        return passes;
    }

    /** The secret that the browser holds; empty when it holds none. */
    Optional<String> secret(Context ctx) {
        return Optional.ofNullable(ctx.cookie(cookie)).filter(secret -> !secret.isBlank());
    }

    /** Whose visit this is, as long as it lasts. */
    Optional<Pass> visitor(Context ctx) {
        return secret(ctx).flatMap(passes::visitor);
    }

    /**
     * Whether a request comes from a page of ours, by the word of the browser. Browsers say where from whenever a form is sent; who
     * does not say is refused.
     */
    boolean isFromHere(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        String origin = ctx.header("Origin");
        if (origin == null || !origin.matches("https?://[\\w.:\\[\\]-]+")) return false;
        String from = origin.substring(origin.indexOf("://") + 3);
        return from.equals(authority) || from.equals(ctx.header("Host"));
    }

    void letIn(Context ctx, String secret, Duration lifetime) {
        ctx.cookie(new Cookie(cookie, secret, "/", (int) lifetime.toSeconds(), secure, true, null, SameSite.LAX));
    }

    /** Ends the visit on this browser and everywhere else. */
    void letOut(Context ctx) {
        secret(ctx).ifPresent(passes::leave);
        ctx.cookie(new Cookie(cookie, "", "/", 0, secure, true, null, SameSite.LAX));
    }
}
