package io.xietong.emulator;

import io.javalin.http.Context;
import io.xietong.core.people.Person;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/**
 * Where a web page sends its visitor to learn who it is. A platform knows its reader; here the visitor says who they are, or a test
 * does with the parameter {@code as}. Thread-safe.
 */
public final class WhoAreYou {

    private final String platform;
    private final LoginCodes codes;
    private final Supplier<List<Person>> members;
    private final Set<String> trusted = new CopyOnWriteArraySet<>(Set.of("127.0.0.1", "localhost"));

    /** @param platform whose accounts people have */
    public WhoAreYou(String platform, LoginCodes codes, Supplier<List<Person>> members) {
        this.platform = platform;
        this.codes = codes;
        this.members = members;
    }

    /** The host that visitors may be sent back to, beside this machine. */
    public void trust(String host) {
        trusted.add(host);
    }

    /** Whether visitors may be sent back to where the parameter {@code redirect_uri} says. */
    public boolean trusts(Context ctx) {
        String host = URI.create(parameter(ctx, "redirect_uri")).getHost();
        return host != null && trusted.contains(host);
    }

    /** Sends back whoever has said who they are, and asks everybody else. @param codeName what the code is called there */
    public void show(Context ctx, String title, String codeName) {
        if (isMember(parameter(ctx, "as"))) ctx.redirect(returning(ctx, codeName));
        else ctx.contentType("text/html; charset=utf-8").result(choice(ctx, title));
    }

    private boolean isMember(String account) {
        return members.get().stream()
                .anyMatch(person -> account.equals(person.accounts().get(platform)));
    }

    private String returning(Context ctx, String codeName) {
        URI back = URI.create(parameter(ctx, "redirect_uri"));
        String more = codeName + "=" + codes.code(parameter(ctx, "as")) + "&state=" + parameter(ctx, "state");
        return back + (back.getQuery() == null ? "?" : "&") + more;
    }

    private String choice(Context ctx, String title) {
        StringBuilder page =
                new StringBuilder("<!doctype html><meta charset=utf-8><title>" + title + "</title><h1>你是谁?</h1>");
        for (Person person : members.get())
            page.append("<p><a href=\"?")
                    .append(escaped(String.valueOf(ctx.queryString())))
                    .append("&amp;as=")
                    .append(escaped(person.accounts().get(platform)))
                    .append("\">")
                    .append(escaped(person.name()))
                    .append("</a></p>");
        return page.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** A parameter of the address; empty when it is not there. */
    public static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }
}
