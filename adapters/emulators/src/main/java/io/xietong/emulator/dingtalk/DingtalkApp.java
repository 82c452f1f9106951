package io.xietong.emulator.dingtalk;

/**
 * The one application that the emulator knows.
 *
 * @param eventToken of its subscription of events by HTTP
 * @param eventKey   43 letters and digits
 */
public record DingtalkApp(
        String clientId,
        String clientSecret,
        String robotCode,
        String cardTemplateId,
        String eventToken,
        String eventKey) {

    /** Made-up credentials, for demonstrations and tests. */
    public static DingtalkApp demo() {
        return new DingtalkApp(
                "dingdemo",
                "demo-secret",
                "dingdemo",
                "1366a1eb-bc54-4859-ac88-517c56a9acb1.schema",
                "demo-event-token",
                "demo0event0key0of0forty0three0characters000");
    }

    @Override
    public String toString() {
        return "DingTalk application " + clientId;
    }
}
