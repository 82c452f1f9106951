package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who opens a web form, by DingTalk's authorisation page (open-dingtalk developerpedia 「浏览器内获取用户委托的访问凭证」). The
 * address that visitors come back to must stand in the application's list of redirect URLs, and the application must be allowed
 * to read {@code Contact.User.Read}. DingTalk asks the visitor to agree. Thread-safe.
 */
final class DingtalkLogin implements SignIn {

    /** Of those whom the address book does not have as members. */
    private static final int OUTSIDER = 1;

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final String authorizeUrl;

    DingtalkLogin(DingtalkSettings settings, DingtalkApi api, String authorizeUrl) {
        this.settings = settings;
        this.api = api;
        this.authorizeUrl = authorizeUrl.replaceFirst("/+$", "");
    }

    @Override
    public URI address(URI back, String state) {
        return URI.create(authorizeUrl + "/oauth2/auth?client_id=" + encoded(settings.clientId())
                + "&response_type=code&scope=openid&prompt=consent&redirect_uri=" + encoded(back.toString()) + "&state="
                + SignIn.sound(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String codeName() {
        return "authCode";
    }

    @Override
    public Optional<String> account(String code, URI back) {
        if (code.isBlank() || code.length() > LONGEST_CODE) return Optional.empty();
        try {
            JsonNode member = api.old(
                            "/topapi/user/getbyunionid", BoundedJson.object().put("unionid", union(token(code))))
                    .path("result");
            return Optional.of(member.path("userid").asText())
                    .filter(account ->
                            !account.isBlank() && member.path("contact_type").asInt() != OUTSIDER);
        } catch (DingtalkFault e) {
            if (e.kind() == Kind.NEVER) return Optional.empty();
            throw new IllegalStateException("DingTalk cannot say who this is: " + e.getMessage());
        }
    }

    /** What lets us ask in the visitor's name. */
    private String token(String code) {
        String body = BoundedJson.object()
                .put("clientId", settings.clientId())
                .put("clientSecret", settings.clientSecret())
                .put("code", code)
                .put("grantType", "authorization_code")
                .toString();
        return text(
                request("/v1.0/oauth2/userAccessToken").POST(HttpRequest.BodyPublishers.ofString(body)), "accessToken");
    }

    private String union(String token) {
        return text(request("/v1.0/contact/users/me").header("x-acs-dingtalk-access-token", token), "unionId");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .header("Content-Type", "application/json; charset=utf-8");
    }

    private String text(HttpRequest.Builder request, String field) {
        String value =
                DingtalkApi.understood(api.send(request.build())).path(field).asText();
        if (value.isBlank()) throw DingtalkFault.tryAgain("an answer without " + field);
        return value;
    }
}
