package io.xietong.dingtalk;

import io.xietong.wire.BoundedJson;

/**
 * Tells DingTalk where card clicks go in HTTP mode. Clicks are signed with a secret made from the application's, so that the
 * application's own is not used for two things. Thread-safe.
 */
final class DingtalkCallbacks {

    private static final String PATH = "/v1.0/card/callbacks/register";

    private DingtalkCallbacks() {}

    static String route(DingtalkSettings settings) {
        return "xietong-" + settings.clientId();
    }

    static String secret(String clientSecret) {
        return DingtalkSignature.hmac("card callbacks", clientSecret);
    }

    /** @throws DingtalkFault when DingTalk does not take the address */
    static void register(DingtalkSettings settings, DingtalkApi api, String address) {
        api.call(
                "POST",
                PATH,
                BoundedJson.object()
                        .put("callbackRouteKey", route(settings))
                        .put("callbackUrl", address)
                        .put("apiSecret", secret(settings.clientSecret()))
                        .put("forceUpdate", true));
    }
}
