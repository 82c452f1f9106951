package io.xietong.emulator.feishu;

/**
 * The one app that the emulator knows.
 *
 * @param id         {@code cli_} and 16 hexadecimal digits, as the official clients insist
 * @param encryptKey empty for an app whose events are neither signed nor encrypted
 */
public record FeishuApp(String id, String secret, String verificationToken, String encryptKey) {

    /** Made-up credentials, for demonstrations and tests. */
    public static FeishuApp demo(String id) {
        return new FeishuApp(id, "demo-secret-of-" + id, "demo-token", "demo-encrypt-key");
    }

    @Override
    public String toString() {
        return "Feishu app " + id;
    }
}
