package io.xietong.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiFiles.Link;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * {@code /file/<token>}: one file behind a link that works once. Opening the link shows what it is and uses nothing up, so
 * previews of links do no harm; the button fetches it. What comes is saved and never shown: no browser runs or draws it.
 * Thread-safe.
 */
public final class FileDoor implements Door {

    private static final String PATH = "/file/{token}";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Database database;
    private final Clock clock;
    private final Supplier<Organisation> organisation;
    private final Predicate<Link> allowed;

    /** @param allowed whether whom a link was made for may have the file now */
    public FileDoor(Database database, Clock clock, Supplier<Organisation> organisation, Predicate<Link> allowed) {
        this.database = database;
        this.clock = clock;
        this.organisation = organisation;
        this.allowed = allowed;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::fetch);
    }

    private Optional<Link> link(Context ctx) {
        String hash = OneTimeToken.hash(ctx.pathParam("token"));
        return database.read(books -> books.files().find(hash));
    }

    private void show(Context ctx) {
        Optional<Link> link = link(ctx);
        if (link.isEmpty()) closed(ctx, HttpStatus.NOT_FOUND, "missing");
        else if (link.get().taken() || !link.get().until().isAfter(clock.instant()))
            closed(ctx, HttpStatus.GONE, "used");
        else if (!allowed.test(link.get())) closed(ctx, HttpStatus.FORBIDDEN, "not-yours");
        else answer(ctx, Optional.of(ctx.pathParam("token")), "ready", link);
    }

    private void fetch(Context ctx) {
        Optional<Link> link = link(ctx);
        if (link.isPresent() && !allowed.test(link.get())) {
            closed(ctx, HttpStatus.FORBIDDEN, "not-yours");
            return;
        }
        String hash = OneTimeToken.hash(ctx.pathParam("token"));
        boolean taken = link.isPresent()
                && database.inTransaction(books -> books.files().take(hash, clock.instant()));
        if (!taken) {
            closed(ctx, link.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.GONE, link.isEmpty() ? "missing" : "used");
            return;
        }
        byte[] content = database.read(books -> books.files().content(link.get().file()));
        save(ctx, link.get().name(), link.get().type(), content);
        ctx.header("Referrer-Policy", "no-referrer");
    }

    /** Answers with a file that is saved and never shown. */
    static void save(Context ctx, String name, String type, byte[] content) {
        ctx.header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
                .contentType(type)
                .result(content);
    }

    /** As RFC 8187 writes names: whatever is in it, it is neither a path nor another header. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private void closed(Context ctx, HttpStatus status, String what) {
        ctx.status(status);
        answer(ctx, Optional.empty(), what, Optional.empty());
    }

    private void answer(Context ctx, Optional<String> token, String what, Optional<Link> link) {
        Words words = Words.in(ApiAnswer.language(ctx), organisation.get().zone());
        FilePage page = new FilePage(
                words,
                organisation.get().name(),
                token,
                words.say("file." + what),
                link.map(Link::name).orElse(""),
                link.map(found -> size(found.size())).orElse(""));
        StringOutput html = new StringOutput();
        templates.render("file.jte", page, html);
        ctx.header("Referrer-Policy", "no-referrer").html(html.toString());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + " KB" : bytes / 1_000_000 + " MB";
    }
}
