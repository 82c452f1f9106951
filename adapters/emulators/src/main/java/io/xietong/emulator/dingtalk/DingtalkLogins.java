package io.xietong.emulator.dingtalk;

import static io.xietong.emulator.WhoAreYou.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.xietong.emulator.LoginCodes;
import io.xietong.emulator.WhoAreYou;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells web pages who opens them: the authorisation page, the visitor's token, and whose it is. Thread-safe. */
final class DingtalkLogins {

    private final DingtalkApp app;
    private final LoginCodes codes;
    private final WhoAreYou visitors;
    /** Accounts by token. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    DingtalkLogins(DingtalkApp app, LoginCodes codes, WhoAreYou visitors) {
        this.app = app;
        this.codes = codes;
        this.visitors = visitors;
    }

    void show(Context ctx) {
        boolean right = parameter(ctx, "client_id").equals(app.clientId())
                && parameter(ctx, "response_type").equals("code")
                && parameter(ctx, "prompt").equals("consent")
                && parameter(ctx, "scope").equals("openid");
        if (!right || !visitors.trusts(ctx)) ctx.status(400).result("url not in list");
        else visitors.show(ctx, "钉钉", "authCode");
    }

    Answer token(JsonNode body) {
        boolean known = app.clientId().equals(body.path("clientId").asText())
                && app.clientSecret().equals(body.path("clientSecret").asText());
        if (!known) return Answer.fault(400, "invalidClientIdOrSecret");
        Optional<String> account = codes.account(body.path("code").asText());
        if (account.isEmpty()) return Answer.fault(400, "invalidParameter.authCode.notFound");
        String token = "user-emulated-" + tokens.size();
        tokens.put(token, account.get());
        return Answer.ok(Answer.object().put("accessToken", token).put("expireIn", 7200));
    }

    Answer me(String token) {
        String account = tokens.get(String.valueOf(token));
        return account == null
                ? Answer.fault(401, "InvalidAuthentication")
                : Answer.ok(Answer.object().put("nick", account).put("unionId", CalendarApi.unionId(account)));
    }
}
