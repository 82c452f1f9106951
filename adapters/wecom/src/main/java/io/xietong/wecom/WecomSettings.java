package io.xietong.wecom;

import java.util.List;

/**
 * How one company's WeCom is reached. At least one of the two halves is filled in.
 *
 * @param corpId       the company's id, such as {@code ww…}
 * @param baseUrl      {@code https://qyapi.weixin.qq.com}
 * @param authorizeUrl {@code https://open.weixin.qq.com}, where web pages learn who opens them
 */
public record WecomSettings(String corpId, App app, Bot bot, String baseUrl, String authorizeUrl) {

    /**
     * What calls at one of the doors are signed and encrypted with.
     *
     * @param token  empty when the door is not to be called
     * @param aesKey the EncodingAESKey, 43 characters
     */
    public record Callback(String token, String aesKey) {

        public static final Callback NONE = new Callback("", "");

        boolean configured() {
            return !token.isBlank() && !aesKey.isBlank();
        }

        /** This and what it was before; the former is nothing by itself. */
        List<Callback> and(Callback former) {
            boolean both = configured() && former.configured();
            return both ? List.of(this, former) : List.of(this);
        }

        @Override
        public String toString() {
            return "callback";
        }
    }

    /**
     * The self-built application: personal cards that stay current, texts, groups made by it, the address book, sign-in.
     *
     * @param agentId 0 when there is none
     * @param token   of its callback; empty when it is not to be called
     * @param aesKey  the callback's EncodingAESKey, 43 characters
     * @param former  what the two were before they were renewed
     */
    public record App(int agentId, String secret, String token, String aesKey, Callback former) {

        public static final App NONE = new App(0, "", "", "");

        /** One whose callback is not being renewed. */
        public App(int agentId, String secret, String token, String aesKey) {
            this(agentId, secret, token, aesKey, Callback.NONE);
        }

        /** What its door is called with, the present first. */
        List<Callback> callbacks() {
            return new Callback(token, aesKey).and(former);
        }

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
     * @param former    what the two were before they were renewed
     * @param streamUrl {@code wss://openws.work.weixin.qq.com}
     */
    public record Bot(
            String id, String secret, String name, String token, String aesKey, Callback former, String streamUrl) {

        public static final Bot NONE = new Bot("", "", "", "", "", "");

        /** One whose callback is not being renewed. */
        public Bot(String id, String secret, String name, String token, String aesKey, String streamUrl) {
            this(id, secret, name, token, aesKey, Callback.NONE, streamUrl);
        }

        /** What its door is called with, the present first. */
        List<Callback> callbacks() {
            return new Callback(token, aesKey).and(former);
        }

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
