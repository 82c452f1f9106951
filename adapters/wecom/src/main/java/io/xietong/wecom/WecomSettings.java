package io.xietong.wecom;

/**
 * How one company's WeCom is reached. At least one of the two halves is filled in.
 *
 * @param corpId       the company's id, such as {@code ww…}
 * @param baseUrl      {@code https://qyapi.weixin.qq.com}
 * @param authorizeUrl {@code https://open.weixin.qq.com}, where web pages learn who opens them
 */
public record WecomSettings(String corpId, App app, Bot bot, String baseUrl, String authorizeUrl) {

    /**
     * The self-built application: personal cards that stay current, texts, groups made by it, the address book, sign-in.
     *
     * @param agentId 0 when there is none
     * @param token   of its callback; empty when it is not to be called
     * @param aesKey  the callback's EncodingAESKey, 43 characters
     */
    public record App(int agentId, String secret, String token, String aesKey) {

        public static final App NONE = new App(0, "", "", "");

        boolean configured() {
            return agentId > 0 && !secret.isBlank();
        }

        @Override
        public String toString() {
            return "application " + agentId;
        }
    }

    /**
     * The smart bot (智能机器人) in API mode: the only one that hears groups.
     *
     * @param id        empty when there is none
     * @param secret    of its long connection
     * @param name      by which it is mentioned
     * @param token     of its callback, when it is called instead of holding a connection
     * @param aesKey    the callback's EncodingAESKey, 43 characters
     * @param streamUrl {@code wss://openws.work.weixin.qq.com}
     */
    public record Bot(String id, String secret, String name, String token, String aesKey, String streamUrl) {

        public static final Bot NONE = new Bot("", "", "", "", "", "");

        boolean configured() {
            return !id.isBlank();
        }

        @Override
        public String toString() {
            return "bot " + id;
        }
    }

    public WecomSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
        authorizeUrl = authorizeUrl.replaceFirst("/+$", "");
    }

    @Override
    public String toString() {
        return "WeCom of " + corpId + " at " + baseUrl + " with " + app + " and " + bot;
    }
}
