package io.xietong.emulator.wecom;

import static io.xietong.emulator.WhoAreYou.parameter;

import io.javalin.http.Context;
import io.xietong.emulator.WhoAreYou;

/** Where a web page sends its visitor to learn who it is, and what WeCom checks there. Thread-safe. */
final class AuthorizePage {

    private static final int UNTRUSTED = 50001;

    private final WecomCorp corp;
    private final WhoAreYou visitors;

    AuthorizePage(WecomCorp corp, WhoAreYou visitors) {
        this.corp = corp;
        this.visitors = visitors;
    }

    void show(Context ctx) {
        if (!isRight(ctx)) ctx.status(400).result("参数错误");
        else if (!visitors.trusts(ctx)) ctx.status(400).result("redirect_uri 需使用应用可信域名 (" + UNTRUSTED + ")");
        else visitors.show(ctx, "企业微信", "code");
    }

    private boolean isRight(Context ctx) {
        return parameter(ctx, "appid").equals(corp.corpId())
                && parameter(ctx, "agentid").equals(Integer.toString(corp.agentId()))
                && parameter(ctx, "response_type").equals("code")
                && parameter(ctx, "scope").equals("snsapi_base")
                && parameter(ctx, "state").matches("[A-Za-z0-9]{1,128}");
    }
}
