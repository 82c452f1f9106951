package io.xietong.emulator.feishu;

import static io.xietong.emulator.WhoAreYou.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.xietong.emulator.LoginCodes;
import io.xietong.emulator.WhoAreYou;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells web pages who opens them: the authorisation page, the visitor's token, and who it belongs to. Thread-safe. */
final class FeishuLogins {

    private static final int WRONG_SECRET = 20002;
    private static final int NO_SUCH_CODE = 20003;
    private static final int NOT_REGISTERED = 20029;
    private static final int OTHER_ADDRESS = 20071;
    private static final int BAD_TOKEN = 99991668;

    private final FeishuApp app;
    private final LoginCodes codes;
    private final WhoAreYou visitors;
    /** Accounts by token. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    FeishuLogins(FeishuApp app, LoginCodes codes, WhoAreYou visitors) {
        this.app = app;
        this.codes = codes;
        this.visitors = visitors;
    }

    void show(Context ctx) {
        boolean right = parameter(ctx, "client_id").equals(app.id())
                && parameter(ctx, "response_type").equals("code");
        if (!right) ctx.status(400).result("参数错误");
        else if (!visitors.trusts(ctx)) ctx.status(400).result("redirect_uri 未登记 (" + NOT_REGISTERED + ")");
        else visitors.show(ctx, "飞书", "code");
    }

    Answer token(JsonNode body) {
        boolean known = app.id().equals(body.path("client_id").asText())
                && app.secret().equals(body.path("client_secret").asText());
        if (!known) return Answer.fault(WRONG_SECRET, "The client secret is invalid");
        if (body.path("redirect_uri").asText().isBlank()) return Answer.fault(OTHER_ADDRESS, "redirect_uri mismatch");
        Optional<String> account = codes.account(body.path("code").asText());
        if (account.isEmpty()) return Answer.fault(NO_SUCH_CODE, "The authorization code was not found");
        String token = "u-emulated-" + tokens.size();
        tokens.put(token, account.get());
        return Answer.whole(Answer.object()
                .put("code", 0)
                .put("access_token", token)
                .put("expires_in", 7200)
                .put("token_type", "Bearer"));
    }

    Answer person(String authorization) {
        String account = tokens.get(String.valueOf(authorization).replaceFirst("^Bearer ", ""));
        return account == null
                ? Answer.fault(BAD_TOKEN, "Invalid access token for authorization")
                : Answer.ok(Answer.object().put("open_id", account));
    }
}
