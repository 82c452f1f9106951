package io.xietong.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.xietong.app.desk.Company;
import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.store.JdbiConsolePasses.Pass;
import io.xietong.core.text.Words;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way into the console and out of it. Opening a link shows whose console it is and uses nothing up, so previews of links do no
 * harm; the button goes in. Thread-safe.
 */
public final class ConsoleEntrance {

    private static final String ENTER = ConsolePasses.ENTRANCE + "{token}";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Supplier<Company> company;

    public ConsoleEntrance(Supplier<Company> company) {
        this.company = company;
    }

    void open(RoutesConfig routes, ConsoleGuard guard, ConsoleDesk desk) {
        routes.get(ENTER, ctx -> show(ctx, guard, desk));
        routes.post(ENTER, ctx -> enter(ctx, guard, desk));
        routes.post("/console/leave", ctx -> leave(ctx, guard));
    }

    /** Whose link it is; empty for one that opens nothing, and for one whose person has left. */
    private static Optional<Shown> linked(Context ctx, ConsoleGuard guard, ConsoleDesk desk) {
        Optional<Pass> link = guard.passes().linked(ctx.pathParam("token"));
        return link.flatMap(pass -> desk.as(
                pass.platform(),
                pass.account(),
                seeing -> new Shown(seeing.words(), seeing.person().name())));
    }

    private record Shown(Words words, String person) {}

    private void show(Context ctx, ConsoleGuard guard, ConsoleDesk desk) {
        Optional<Shown> linked = linked(ctx, guard, desk);
        if (linked.isEmpty()) refuse(ctx, HttpStatus.GONE, "used");
        else
            draw(
                    ctx,
                    linked.get().words(),
                    "ready",
                    linked.get().person(),
                    ConsolePasses.ENTRANCE + ctx.pathParam("token"));
    }

    private void enter(Context ctx, ConsoleGuard guard, ConsoleDesk desk) {
        if (!guard.isFromHere(ctx)) {
            refuse(ctx, HttpStatus.FORBIDDEN, "elsewhere");
            return;
        }
        var lifetime = company.get().talk().consoleVisit();
        Optional<String> secret =
                linked(ctx, guard, desk).flatMap(whose -> guard.passes().enter(ctx.pathParam("token"), lifetime));
        if (secret.isEmpty()) {
            refuse(ctx, HttpStatus.GONE, "used");
            return;
        }
        guard.secret(ctx).ifPresent(guard.passes()::leave);
        guard.letIn(ctx, secret.get(), lifetime);
        ctx.redirect("/console", HttpStatus.SEE_OTHER);
    }

    private void leave(Context ctx, ConsoleGuard guard) {
        if (!guard.isFromHere(ctx)) {
            refuse(ctx, HttpStatus.FORBIDDEN, "elsewhere");
            return;
        }
        guard.letOut(ctx);
        refuse(ctx, HttpStatus.OK, "left");
    }

    /** A page that says why there is nothing to see, and how to come in. @param why a text in {@code words/console} */
    void refuse(Context ctx, HttpStatus status, String why) {
        ctx.status(status);
        Words words =
                Words.in(ApiAnswer.language(ctx), company.get().organisation().zone());
        draw(ctx, words, why, "", "");
    }

    private void draw(Context ctx, Words words, String what, String person, String action) {
        StringOutput html = new StringOutput();
        Map<String, Object> model = Map.of(
                "words", words,
                "company", company.get().organisation().name(),
                "what", what,
                "person", person,
                "action", action);
        templates.render("console/entrance.jte", model, html);
        ctx.html(html.toString());
    }
}
