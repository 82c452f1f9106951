package io.xietong.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.xietong.app.platform.FormVisits;
import io.xietong.app.platform.OneTimeForms.Linked;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a platform who opens a form before anything of it is shown, where the platform can tell; elsewhere the link alone opens
 * it. The state that the visitor leaves with is good once and only in the same browser, which holds the form's token meanwhile,
 * so that the token is never shown to the platform. Thread-safe.
 */
public final class FormGuard {

    static final String BACK = "/form-sign-in";

    private static final String PASS = "form-pass";
    private static final String ASKED = "form-asked-";

    private final FormVisits visits;
    private final Map<String, SignIn> signIns;
    private final String publicUrl;

    /**
     * @param signIns   by platform
     * @param publicUrl how browsers reach this server, without a slash at the end
     */
    public FormGuard(FormVisits visits, Map<String, SignIn> signIns, String publicUrl) {
        this.visits = visits;
        this.signIns = Map.copyOf(signIns);
        this.publicUrl = publicUrl;
    }

    /** Whether this browser may see the form. */
    boolean lets(Context ctx, String token, Linked linked) {
        String pass = ctx.cookie(PASS);
        return !signIns.containsKey(linked.platform()) || pass != null && visits.isLetIn(pass, token);
    }

    /** Sends the visitor to the platform. */
    void ask(Context ctx, String token, Linked linked) {
        String state = visits.ask(token);
        cookie(ctx, ASKED + state, token, BACK, (int) FormVisits.PATIENCE.toSeconds());
        redirect(ctx, signIns.get(linked.platform()).address(back(), state).toString());
    }

    /** The token of the form that the visitor was asked about; empty when this browser was not, or came back before. */
    Optional<String> back(Context ctx) {
        String state = parameter(ctx, "state");
        if (!state.matches("[0-9a-f]{1,128}")) return Optional.empty();
        Optional<String> token = Optional.ofNullable(ctx.cookie(ASKED + state));
        ctx.removeCookie(ASKED + state, path(BACK));
        return token.filter(form -> visits.isBack(state, form));
    }

    /**
     * The account of the visitor who came back.
     *
     * @throws IllegalStateException while the platform cannot say
     */
    Optional<String> account(Context ctx, Linked linked) {
        return Optional.ofNullable(signIns.get(linked.platform()))
                .flatMap(by -> by.account(parameter(ctx, by.codeName()), back()));
    }

    private URI back() {
        return URI.create(publicUrl + BACK);
    }

    /** Gives the browser its pass for this form, and shows it. */
    void letIn(Context ctx, String token) {
        cookie(ctx, PASS, visits.letIn(token), "/form/" + token, -1);
        redirect(ctx, publicUrl + "/form/" + token);
    }

    private static String parameter(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static void redirect(Context ctx, String address) {
        ctx.header("Referrer-Policy", "no-referrer").redirect(address, HttpStatus.SEE_OTHER);
    }

    /** Lax, since the visitor comes back from another site. @param seconds -1 for as long as the browser is open */
    private void cookie(Context ctx, String name, String value, String path, int seconds) {
        boolean secure = publicUrl.startsWith("https:");
        ctx.cookie(new Cookie(name, value, path(path), seconds, secure, true, null, SameSite.LAX));
    }

    /** As the browser sees it. */
    private String path(String path) {
        return Optional.ofNullable(URI.create(publicUrl).getPath()).orElse("") + path;
    }
}
