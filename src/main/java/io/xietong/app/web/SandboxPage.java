package io.xietong.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import java.util.Optional;

/** The sandbox's page: its frame and its texts. Everything that changes comes from the API. Thread-safe. */
final class SandboxPage {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Organisation organisation;

    SandboxPage(Organisation organisation) {
        this.organisation = organisation;
    }

    void show(Context ctx) {
        StringOutput html = new StringOutput();
        templates.render("sandbox.jte", PageTexts.in(language(ctx), organisation), html);
        ctx.html(html.toString());
    }

    /** What the switch on the page says, else what the browser prefers. */
    private static Language language(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("language"))
                .flatMap(Language::of)
                .orElseGet(() -> ApiAnswer.language(ctx));
    }
}
