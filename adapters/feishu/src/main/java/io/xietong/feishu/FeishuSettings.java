package io.xietong.feishu;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one app is reached.
 *
 * @param verificationToken checked in every pushed event when it is set
 * @param encryptKey        without it pushed events are neither signed nor encrypted, and the token is the only proof of origin
 * @param former            what the two were before they were renewed
 * @param baseUrl           {@code https://open.feishu.cn}, or Lark's {@code https://open.larksuite.com}
 */
public record FeishuSettings(
        String appId, String appSecret, String verificationToken, String encryptKey, Former former, String baseUrl) {

    /** Secrets of pushed events that were renewed and are still good; each is empty when it is not. */
    public record Former(String verificationToken, String encryptKey) {

        public static final Former NONE = new Former("", "");

        @Override
        public String toString() {
            return "former secrets";
        }
    }

    /** An app whose secrets are not being renewed. */
    public FeishuSettings(String appId, String appSecret, String verificationToken, String encryptKey, String baseUrl) {
        this(appId, appSecret, verificationToken, encryptKey, Former.NONE, baseUrl);
    }

    public FeishuSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /**
     * The same app with every key and token that a pushed event may come with, the present ones first. Each of the two is renewed
     * by itself. A former one never stands in for a present one that is not set: that would let in what is not signed.
     */
    List<FeishuSettings> everyPair() {
        return either(encryptKey, former.encryptKey())
                .flatMap(key -> either(verificationToken, former.verificationToken())
                        .map(token -> new FeishuSettings(appId, appSecret, token, key, baseUrl)))
                .toList();
    }

    private static Stream<String> either(String present, String former) {
        return present.isBlank() || former.isBlank() ? Stream.of(present) : Stream.of(present, former);
    }

    boolean encrypted() {
        return !encryptKey.isBlank();
    }

    @Override
    public String toString() {
        return "Feishu app " + appId + " at " + baseUrl;
    }
}
