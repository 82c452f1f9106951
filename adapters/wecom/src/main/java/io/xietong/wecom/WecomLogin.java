package io.xietong.wecom;

import io.xietong.core.chat.ChatPlatform.NotSent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Who opens a web form inside WeCom (wecom.md 3.4). The page's host must be the application's trusted domain; the caller binds the
 * state to the visitor's browser. Thread-safe.
 */
public final class WecomLogin {

    private static final int LONGEST_CODE = 512;

    private final WecomSettings settings;
    private final WecomApi api;

    WecomLogin(WecomSettings settings, WecomApi api) {
        this.settings = settings;
        this.api = api;
    }

    /** Where to send a visitor, who comes back to the address with {@code code} and {@code state}. @param state letters and digits */
    public URI address(URI back, String state) {
        if (!state.matches("[A-Za-z0-9]{1,128}")) throw new IllegalArgumentException("a state of letters and digits");
        return URI.create(settings.authorizeUrl() + "/connect/oauth2/authorize?appid=" + encoded(settings.corpId())
                + "&redirect_uri="
                + encoded(back.toString()) + "&response_type=code&scope=snsapi_base&state=" + state + "&agentid="
                + settings.app().agentId() + "#wechat_redirect");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The account behind a code, which is good once and for five minutes; empty when it is not, or for people from outside.
     *
     * @throws IllegalStateException while WeCom cannot say
     */
    public Optional<String> account(String code) {
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
