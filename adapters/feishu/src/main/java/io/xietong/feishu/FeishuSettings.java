package io.xietong.feishu;

/**
 * How one app is reached.
 *
 * @param verificationToken checked in every pushed event when it is set
 * @param encryptKey        without it pushed events are neither signed nor encrypted, and the token is the only proof of origin
 * @param baseUrl           {@code https://open.feishu.cn}, or Lark's {@code https://open.larksuite.com}
 */
public record FeishuSettings(
        String appId, String appSecret, String verificationToken, String encryptKey, String baseUrl) {

    public FeishuSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    boolean encrypted() {
        return !encryptKey.isBlank();
    }

    @Override
    public String toString() {
        return "Feishu app " + appId + " at " + baseUrl;
    }
}
