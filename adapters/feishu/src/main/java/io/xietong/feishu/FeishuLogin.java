package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who opens a web form, by Feishu's authorisation page (open.feishu.cn 「获取授权码」, 「获取 user_access_token」, 「获取用户信息」).
 * The address that visitors come back to must stand in the app's list of redirect URLs. Inside Feishu nobody is asked anything.
 * Thread-safe.
 */
final class FeishuLogin implements SignIn {

    private static final String TOKEN = "/open-apis/authen/v2/oauth/token";
    private static final String PERSON = "/open-apis/authen/v1/user_info";
    private static final int SYSTEM_ERROR = 20050;

    private final FeishuSettings settings;
    private final HttpCalls calls;
    private final String authorizeUrl;

    FeishuLogin(FeishuSettings settings, HttpCalls calls, String authorizeUrl) {
        this.settings = settings;
        this.calls = calls;
        this.authorizeUrl = authorizeUrl.replaceFirst("/+$", "");
    }

    @Override
    public URI address(URI back, String state) {
        return URI.create(authorizeUrl + "/open-apis/authen/v1/authorize?client_id=" + encoded(settings.appId())
                + "&response_type=code&redirect_uri=" + encoded(back.toString()) + "&state=" + SignIn.sound(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> account(String code, URI back) {
        if (code.isBlank() || code.length() > LONGEST_CODE) return Optional.empty();
        String body = BoundedJson.object()
                .put("grant_type", "authorization_code")
                .put("client_id", settings.appId())
                .put("client_secret", settings.appSecret())
                .put("code", code)
                .put("redirect_uri", back.toString())
                .toString();
        return answer(request(TOKEN).POST(HttpRequest.BodyPublishers.ofString(body)))
                .map(json -> json.path("access_token").asText())
                .filter(token -> !token.isBlank())
                .flatMap(token -> answer(request(PERSON).header("Authorization", "Bearer " + token)))
                .map(json -> json.path("data").path("open_id").asText())
                .filter(account -> !account.isBlank());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .header("Content-Type", "application/json; charset=utf-8");
    }

    /** Empty when Feishu refuses. */
    private Optional<JsonNode> answer(HttpRequest.Builder request) {
        try {
            HttpAnswer answer = FeishuTransport.send(calls, request.build());
            JsonNode json = BoundedJson.object(answer.body()).orElseThrow();
            int code = json.path("code").asInt(-1);
            if (code == FeishuCodes.OK) return Optional.of(json);
            if (code == SYSTEM_ERROR || FeishuCodes.kind(code, answer.status()) == NotSent.Kind.TRY_AGAIN)
                throw new IllegalStateException("Feishu cannot say who this is: code " + code);
            return Optional.empty();
        } catch (FeishuFault e) {
            throw new IllegalStateException("Feishu cannot say who this is: " + e.getMessage());
        }
    }
}
