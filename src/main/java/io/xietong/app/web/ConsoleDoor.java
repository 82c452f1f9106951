package io.xietong.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.Seeing;
import io.xietong.app.store.JdbiConsolePasses.Pass;
import io.xietong.core.chat.Receiver;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code /console}: what one person may see and do, as pages for a browser; the server draws them, and they work without a script.
 * Every request asks anew who it is and what they may see. Thread-safe.
 */
public final class ConsoleDoor implements Door {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final ConsoleDesk desk;
    private final ConsoleGuard guard;
    private final ConsoleEntrance entrance;
    private final ConsoleActs acts;

    /** What a page shows to somebody. */
    interface View extends BiFunction<Seeing, Context, ConsoleReply> {}

    /** @param receiver waits as long as it takes: a browser has no platform's time limit */
    public ConsoleDoor(ConsoleDesk desk, ConsoleGuard guard, ConsoleEntrance entrance, Receiver receiver) {
        this.desk = desk;
        this.guard = guard;
        this.entrance = entrance;
        this.acts = new ConsoleActs(desk, receiver);
    }

    @Override
    public void open(RoutesConfig routes) {
        entrance.open(routes, guard, desk);
        Map<String, View> views = new LinkedHashMap<>();
        views.put("", ConsoleLists::mine);
        views.put("/department", ConsoleLists::department);
        views.put("/recent", ConsoleLists::recent);
        views.put("/all", ConsoleLists::all);
        views.put("/find", ConsoleLists::find);
        views.put("/disputes", ConsoleBoards::disputes);
        views.put("/projects", ConsoleBoards::projects);
        views.put("/meetings", ConsoleBoards::meetings);
        views.put("/notices", ConsoleBoards::notices);
        views.put("/duty", ConsoleActs::duty);
        views.put("/item/{number}", ConsoleActs::item);
        views.forEach((path, view) -> routes.get("/console" + path, ctx -> show(ctx, view)));
        routes.post("/console/item/{number}", ctx -> act(ctx, ConsoleActs::item));
        routes.post("/console/duty", ctx -> act(ctx, ConsoleActs::duty));
    }

    private void show(Context ctx, View view) {
        answer(ctx, guard.visitor(ctx).flatMap(pass -> seen(ctx, pass, view)));
    }

    private Optional<ConsoleReply> seen(Context ctx, Pass pass, View view) {
        return desk.as(pass.platform(), pass.account(), seeing -> view.apply(seeing, ctx));
    }

    private void act(Context ctx, View view) throws IOException {
        Optional<Pass> pass = guard.visitor(ctx);
        if (pass.isPresent() && !guard.isFromHere(ctx)) {
            entrance.refuse(ctx, HttpStatus.FORBIDDEN, "elsewhere");
            return;
        }
        if (pass.isEmpty()) answer(ctx, Optional.empty());
        else answer(ctx, acts.act(ctx, pass.get(), view));
    }

    private void answer(Context ctx, Optional<ConsoleReply> reply) {
        if (reply.isEmpty()) entrance.refuse(ctx, HttpStatus.UNAUTHORIZED, "closed");
        else if (reply.get() instanceof ConsoleReply.Page page) draw(ctx, page);
        else if (reply.get() instanceof ConsoleReply.Nothing nothing) {
            ctx.status(HttpStatus.NOT_FOUND);
            draw(ctx, new ConsoleReply.Page(nothing.frame(), "nothing", Map.of()));
        } else save(ctx, (ConsoleReply.File) reply.get());
    }

    private void draw(Context ctx, ConsoleReply.Page page) {
        Map<String, Object> model = new LinkedHashMap<>(page.model());
        model.put("frame", page.frame());
        StringOutput html = new StringOutput();
        templates.render("console/" + page.template() + ".jte", model, html);
        ctx.html(html.toString());
    }

    private static void save(Context ctx, ConsoleReply.File file) {
        FileDoor.save(ctx, file.name(), file.type(), file.content());
    }
}
