package io.xietong.sandbox;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells a request of our own page or of a tool on this machine from one that a foreign page makes a browser send. Stateless.
 *
 * <p>There is no secret to sign with, so the browser's own word counts: the address it believes to talk to ({@code Host}; a
 * rebound name is not a loopback name), and where the request comes from ({@code Sec-Fetch-Site}, {@code Origin}). Tools such
 * as curl send neither of the latter and pass.
 */
public final class SandboxSignature {

    /** Why a request is refused. */
    public enum Refusal {
        FOREIGN_HOST,
        FOREIGN_ORIGIN,
        NOT_JSON
    }

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> alsoOwn;

    /** @param alsoOwn host names beside loopback under which an administrator opened the sandbox on purpose */
    public SandboxSignature(Set<String> alsoOwn) {
        this.alsoOwn = Set.copyOf(alsoOwn);
    }

    /**
     * Looks at a request before its body is read.
     *
     * @param header looks up a header; null when absent
     */
    public Optional<Refusal> check(Function<String, String> header, boolean hasBody) {
        String host = header.apply("Host");
        if (host == null || !isOwn(host)) return Optional.of(Refusal.FOREIGN_HOST);
        if (!sameSite(header.apply("Sec-Fetch-Site")) || !sameOrigin(header.apply("Origin"), host)) {
            return Optional.of(Refusal.FOREIGN_ORIGIN);
        }
        return hasBody && !isJson(header.apply("Content-Type")) ? Optional.of(Refusal.NOT_JSON) : Optional.empty();
    }

    private boolean isOwn(String host) {
        String name = host.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || alsoOwn.contains(name);
    }

    private static boolean sameSite(String site) {
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private static boolean sameOrigin(String origin, String host) {
        if (origin == null) return true;
        try {
            URI uri = URI.create(origin);
            return uri.getScheme() != null
                    && uri.getScheme().startsWith("http")
                    && host.equalsIgnoreCase(uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isJson(String type) {
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";")[0].strip().equals("application/json");
    }
}
