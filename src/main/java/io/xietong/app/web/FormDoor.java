package io.xietong.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.xietong.app.desk.Uploads;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.platform.OneTimeForms.Linked;
import io.xietong.core.card.Button;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /form/<token>}: a card's form as a web page, for platforms whose cards cannot ask for everything. Opening it changes
 * nothing, so previews of links do no harm; sending it presses the card's button. Needs no script. Where the platform can say who
 * opens a page, only the person whom the link was made for sees it. Thread-safe.
 */
public final class FormDoor implements Door {

    private static final Logger log = LoggerFactory.getLogger(FormDoor.class);
    private static final String PATH = "/form/{token}";
    /** Files are in memory while they come in. */
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_SECONDS = 30;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final OneTimeForms forms;
    private final FormGuard guard;
    private final Receiver desk;
    private final Uploads uploads;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Supplier<Organisation> organisation;
    private final Function<String, Optional<Language>> chosen;

    /**
     * @param guard  asks who opens a form before it is shown
     * @param desk   waits as long as it takes: a browser has no platform's time limit
     * @param uploads takes in the files of forms that ask for one
     * @param chosen the language that a person has set
     */
    public FormDoor(
            OneTimeForms forms,
            FormGuard guard,
            Receiver desk,
            Uploads uploads,
            Supplier<Organisation> organisation,
            Function<String, Optional<Language>> chosen) {
        this.forms = forms;
        this.guard = guard;
        this.desk = desk;
        this.uploads = uploads;
        this.organisation = organisation;
        this.chosen = chosen;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::send);
        routes.get(FormGuard.BACK, this::back);
    }

    private void show(Context ctx) {
        Optional<Linked> linked = forms.open(ctx.pathParam("token"));
        if (isAsked(ctx, linked)) return;
        Optional<FormPage> closed = closed(ctx, linked);
        answer(ctx, closed.orElseGet(() -> form(ctx, linked.orElseThrow())));
    }

    private void send(Context ctx) throws IOException {
        Optional<Linked> linked = forms.open(ctx.pathParam("token"));
        if (isAsked(ctx, linked)) return;
        Optional<FormPage> closed = closed(ctx, linked);
        if (closed.isEmpty() && linked.orElseThrow().asksForAFile()) {
            answer(ctx, uploaded(ctx, linked.orElseThrow()));
            return;
        }
        Optional<FormBody> body = closed.isPresent() ? Optional.empty() : body(ctx);
        if (closed.isPresent()) answer(ctx, closed.get());
        else if (body.isEmpty()) answer(ctx, FormPage.nothing(words(ctx, linked), company(), "unreadable"));
        else answer(ctx, pressed(ctx, linked.orElseThrow(), body.get()));
    }

    /** Whether the visitor is sent to the platform first, which says who they are. */
    private boolean isAsked(Context ctx, Optional<Linked> linked) {
        String token = ctx.pathParam("token");
        if (linked.isEmpty() || guard.lets(ctx, token, linked.get())) return false;
        guard.ask(ctx, token, linked.get());
        return true;
    }

    /** The visitor comes back from the platform: only whom the link was made for sees anything of the form. */
    private void back(Context ctx) {
        Optional<String> token = guard.back(ctx);
        Optional<Linked> linked = token.flatMap(forms::open);
        Optional<String> account;
        try {
            account = linked.flatMap(link -> guard.account(ctx, link));
        } catch (IllegalStateException e) {
            log.warn("nobody can sign in to a form: {}", e.getMessage());
            refuse(ctx, HttpStatus.SERVICE_UNAVAILABLE, "who-later");
            return;
        }
        if (account.isEmpty()) refuse(ctx, HttpStatus.FORBIDDEN, "who");
        else if (account.get().equalsIgnoreCase(linked.get().account())) guard.letIn(ctx, token.get());
        else refuse(ctx, HttpStatus.FORBIDDEN, "not-yours", name(linked.get().platform(), account.get()));
    }

    private void refuse(Context ctx, HttpStatus status, String why, Object... args) {
        ctx.status(status);
        answer(ctx, FormPage.nothing(words(ctx, Optional.empty()), company(), why, args));
    }

    private String name(String platform, String account) {
        return organisation.get().byAccount(platform, account).map(Person::name).orElse(account);
    }

    private FormPage pressed(Context ctx, Linked linked, FormBody body) {
        FormPage form = form(ctx, linked).with(body.values());
        Optional<Button> button = body.press().flatMap(linked.card()::button);
        if (button.isEmpty()) return form;
        if (button.get().confirm().isPresent() && !body.confirmed()) return form.asking(button.get());
        return sent(ctx, form, button.get(), body.values());
    }

    private FormPage sent(Context ctx, FormPage form, Button button, Map<String, String> values) {
        return forms.send(ctx.pathParam("token"), button.id(), values, desk)
                .map(answer ->
                        answer.done() ? FormPage.outcome(form.words(), company(), answer, false) : form.refused(answer))
                .orElse(form);
    }

    /** A form with its file: what is wrong with the file is said before anything is kept or done. */
    private FormPage uploaded(Context ctx, Linked linked) throws IOException {
        Words words = words(ctx, Optional.of(linked));
        if (!hasRoom()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            return FormPage.nothing(words, company(), "busy");
        }
        try {
            Optional<UploadBody> body = UploadBody.of(ctx, uploads.rules().largest());
            if (body.isPresent()) return taken(ctx, linked, body.get());
            ctx.status(HttpStatus.BAD_REQUEST);
            return FormPage.nothing(words, company(), "unreadable");
        } catch (ContentTooLargeResponse tooLarge) {
            ctx.status(tooLarge.getStatus());
            String sentence = words.say(uploads.rules().tooLarge());
            return form(ctx, linked).refused(Receiver.Answer.refused(sentence));
        } finally {
            room.release();
        }
    }

    private boolean hasRoom() {
        try {
            return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private FormPage taken(Context ctx, Linked linked, UploadBody body) {
        FormPage form = form(ctx, linked).with(body.fields().values());
        Optional<Button> button = body.fields().press().flatMap(linked.card()::button);
        if (button.isEmpty()) return form;
        UploadBody.Chosen file = body.file().orElse(UploadBody.Chosen.NONE);
        Optional<Message> fault = uploads.rules().fault(file.name(), file.content());
        if (fault.isPresent())
            return form.refused(Receiver.Answer.refused(form.words().say(fault.get())));
        Map<String, String> values = new HashMap<>(body.fields().values());
        values.put("file", uploads.keep(linked.platform(), linked.account(), file.name(), file.content()));
        return sent(ctx, form, button.get(), values);
    }

    /** The page for a link that presses nothing any more. */
    private Optional<FormPage> closed(Context ctx, Optional<Linked> linked) {
        Words words = words(ctx, linked);
        if (linked.isEmpty()) {
            ctx.status(404);
            return Optional.of(FormPage.nothing(words, company(), "missing"));
        }
        if (!uploads.welcomes(linked.get().platform(), linked.get().account())) {
            ctx.status(HttpStatus.FORBIDDEN);
            return Optional.of(FormPage.nothing(words, company(), "left"));
        }
        if (linked.get().outcome().isPresent())
            return linked.get().outcome().map(outcome -> FormPage.outcome(words, company(), outcome, true));
        if (!linked.get().expired()) return Optional.empty();
        ctx.status(410);
        return Optional.of(FormPage.nothing(words, company(), "expired"));
    }

    private static Optional<FormBody> body(Context ctx) throws IOException {
        try {
            Optional<FormBody> body = FormBody.of(ctx);
            if (body.isEmpty()) ctx.status(400);
            return body;
        } catch (HttpResponseException tooLarge) {
            ctx.status(tooLarge.getStatus());
            return Optional.empty();
        }
    }

    private FormPage form(Context ctx, Linked linked) {
        return FormPage.form(words(ctx, Optional.of(linked)), company(), ctx.pathParam("token"), linked.card());
    }

    /** The language that the reader has set, in which the card is drawn as well; else what the browser prefers. */
    private Words words(Context ctx, Optional<Linked> linked) {
        Language language = linked.flatMap(link -> organisation.get().byAccount(link.platform(), link.account()))
                .map(Person::id)
                .flatMap(chosen)
                .orElseGet(() -> ApiAnswer.language(ctx));
        return Words.in(language, organisation.get().zone());
    }

    private String company() {
        return organisation.get().name();
    }

    private void answer(Context ctx, FormPage page) {
        StringOutput html = new StringOutput();
        templates.render("form.jte", page, html);
        ctx.header("Referrer-Policy", "no-referrer").html(html.toString());
    }
}
