package io.xietong.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages' style sheets, scripts and pictures, read from the class path when they are first asked for (decision 0022).
 * Thread-safe.
 */
final class AssetsDoor implements Door {

    /** Names of ours and of WebJars: no empty, hidden or parent folder, and an ending. */
    private static final Pattern NAME = Pattern.compile("(?:[\\w@-][\\w.@-]*/)*[\\w@-][\\w.@-]*\\.(\\w+)");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    private record Asset(byte[] content, String type, String tag) {}

    @Override
    public void open(RoutesConfig routes) {
        routes.get("/assets/<name>", ctx -> serve(ctx, "assets/", "no-cache"));
        routes.get("/webjars/<name>", ctx -> serve(ctx, "META-INF/resources/webjars/", "max-age=31536000, immutable"));
    }

    private void serve(Context ctx, String folder, String caching) {
        Optional<Asset> asset = find(folder, ctx.pathParam("name"));
        if (asset.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
            return;
        }
        ctx.header(Header.CACHE_CONTROL, caching)
                .header(Header.ETAG, asset.get().tag());
        if (asset.get().tag().equals(ctx.header(Header.IF_NONE_MATCH))) ctx.status(HttpStatus.NOT_MODIFIED);
        else ctx.contentType(asset.get().type()).result(asset.get().content());
    }

    /** Only what exists is remembered, so that nobody fills the memory with names. */
    private Optional<Asset> find(String folder, String name) {
        Asset found = known.get(folder + name);
        if (found != null) return Optional.of(found);
        Optional<Asset> read = read(folder, name);
        read.ifPresent(asset -> known.put(folder + name, asset));
        return read;
    }

    private static Optional<Asset> read(String folder, String name) {
        Matcher named = NAME.matcher(name);
        if (!named.matches() || !TYPES.containsKey(named.group(1))) return Optional.empty();
        try (InputStream in = AssetsDoor.class.getResourceAsStream("/" + folder + name)) {
            if (in == null) return Optional.empty();
            byte[] content = in.readAllBytes();
            String tag = "\"" + UUID.nameUUIDFromBytes(content) + "\"";
            return Optional.of(new Asset(content, TYPES.get(named.group(1)), tag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
