package io.xietong.emulator.dingtalk;

/** The one application that the emulator knows. */
public record DingtalkApp(String clientId, String clientSecret, String robotCode, String cardTemplateId) {

    /** Made-up credentials, for demonstrations and tests. */
    public static DingtalkApp demo() {
        return new DingtalkApp("dingdemo", "demo-secret", "dingdemo", "1366a1eb-bc54-4859-ac88-517c56a9acb1.schema");
    }

    @Override
    public String toString() {
        return "DingTalk application " + clientId;
    }
}
