package io.xietong.emulator.wecom;

import io.javalin.http.Context;
import io.xietong.core.people.Person;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/**
 * Where a web page sends its visitor to learn who it is. WeCom knows its reader; here the visitor says who they are, or a test
 * does with the parameter {@code as}. Thread-safe.
 */
final class AuthorizePage {

    private static final int UNTRUSTED = 50001;

    private final WecomCorp corp;
    private final Logins logins;
    private final Supplier<List<Person>> members;
    private final Set<String> trusted = new CopyOnWriteArraySet<>(Set.of("127.0.0.1", "localhost"));

    AuthorizePage(WecomCorp corp, Logins logins, Supplier<List<Person>> members) {
        this.corp = corp;
        this.logins = logins;
        this.members = members;
    }

    /** The host that the application may send visitors back to, beside this machine. */
    void trust(String host) {
        trusted.add(host);
    }

    void show(Context ctx) {
        URI back = URI.create(parameter(ctx, "redirect_uri"));
        if (!isRight(ctx)) ctx.status(400).result("参数错误");
        else if (back.getHost() == null || !trusted.contains(back.getHost()))
            ctx.status(400).result("redirect_uri 需使用应用可信域名 (" + UNTRUSTED + ")");
        else if (account(parameter(ctx, "as"))) ctx.redirect(returning(ctx, back));
        else ctx.contentType("text/html; charset=utf-8").result(choice(ctx));
    }

    private boolean isRight(Context ctx) {
        return parameter(ctx, "appid").equals(corp.corpId())
                && parameter(ctx, "agentid").equals(Integer.toString(corp.agentId()))
                && parameter(ctx, "response_type").equals("code")
                && parameter(ctx, "scope").equals("snsapi_base")
                && parameter(ctx, "state").matches("[A-Za-z0-9]{1,128}");
    }

    private boolean account(String name) {
        return members.get().stream()
                .anyMatch(person -> name.equals(person.accounts().get("wecom")));
    }

    private String returning(Context ctx, URI back) {
        String more = "code=" + logins.code(parameter(ctx, "as")) + "&state=" + parameter(ctx, "state");
        return back + (back.getQuery() == null ? "?" : "&") + more;
    }

    private String choice(Context ctx) {
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><title>企业微信</title><h1>你是谁?</h1>");
        for (Person person : members.get())
            page.append("<p><a href=\"?")
                    .append(escaped(String.valueOf(ctx.queryString())))
                    .append("&amp;as=")
                    .append(escaped(person.accounts().get("wecom")))
                    .append("\">")
                    .append(escaped(person.name()))
                    .append("</a></p>");
        return page.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }
}
