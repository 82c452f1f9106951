package io.xietong.emulator.wecom;

/** The one company that the emulator knows, with its application and its bot. */
public record WecomCorp(
        String corpId,
        int agentId,
        String appSecret,
        String appToken,
        String appKey,
        String botId,
        String botSecret,
        String botName,
        String botToken,
        String botKey) {

    /** Made-up credentials, for demonstrations and tests. */
    public static WecomCorp demo() {
        return new WecomCorp(
                "wwdemo",
                1_000_002,
                "demo-secret",
                "demo-app-token",
                "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "AIBdemo",
                "demo-bot-secret",
                "协同助手",
                "demo-bot-token",
                "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG");
    }

    @Override
    public String toString() {
        return "WeCom company " + corpId;
    }
}
