package io.xietong.wecom;

import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Who opens a web form inside WeCom (wecom.md 3.4). The page's host must be the application's trusted domain. Thread-safe. */
final class WecomLogin implements SignIn {

    private final WecomSettings settings;
    private final WecomApi api;

    WecomLogin(WecomSettings settings, WecomApi api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public URI address(URI back, String state) {
        return URI.create(settings.authorizeUrl() + "/connect/oauth2/authorize?appid=" + encoded(settings.corpId())
                + "&redirect_uri="
                + encoded(back.toString()) + "&response_type=code&scope=snsapi_base&state=" + SignIn.sound(state)
                + "&agentid="
                + settings.app().agentId() + "#wechat_redirect");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A code is good once and for five minutes. */
    @Override
    public Optional<String> account(String code, URI back) {
        if (code.isBlank() || code.length() > LONGEST_CODE) return Optional.empty();
        try {
            String account = api.get("/cgi-bin/auth/getuserinfo", Map.of("code", code))
                    .path("userid")
                    .asText();
            return Optional.of(account).filter(id -> !id.isBlank());
        } catch (WecomFault e) {
            if (e.kind() == NotSent.Kind.NEVER) return Optional.empty();
            throw new IllegalStateException("WeCom cannot say who this is: " + e.getMessage());
        }
    }
}
