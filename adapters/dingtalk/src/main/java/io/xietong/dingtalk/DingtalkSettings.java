package io.xietong.dingtalk;

/**
 * How one internal application is reached.
 *
 * @param clientId        also called AppKey
 * @param robotCode       of the application's robot; mostly the same as the client id
 * @param cardTemplateId  a template with a title, markdown and {@code msgButtons}
 * @param groupTemplateId template of scene groups; empty when the bot may not make groups
 * @param baseUrl         {@code https://api.dingtalk.com}
 * @param oapiUrl         {@code https://oapi.dingtalk.com}, for the address book
 * @param events          how events of the organisation are sealed that DingTalk pushes
 */
public record DingtalkSettings(
        String clientId,
        String clientSecret,
        String robotCode,
        String cardTemplateId,
        String groupTemplateId,
        String baseUrl,
        String oapiUrl,
        Events events) {

    /**
     * The console's subscription of events by HTTP.
     *
     * @param aesKey 43 letters and digits
     * @param corpId whose events are taken beside the application's own; empty where they are sealed for the application
     */
    public record Events(String token, String aesKey, String corpId) {

        /** No events come by HTTP. */
        public static final Events NONE = new Events("", "", "");

        /** Whether any of it is set. */
        boolean wanted() {
            return !token.isBlank() || !aesKey.isBlank();
        }

        boolean usable() {
            return !token.isBlank() && DingtalkCipher.usable(aesKey);
        }

        @Override
        public String toString() {
            return usable() ? "events by HTTP" : "no events by HTTP";
        }
    }

    /** One to which no events of the organisation are pushed. */
    public DingtalkSettings(
            String clientId,
            String clientSecret,
            String robotCode,
            String cardTemplateId,
            String groupTemplateId,
            String baseUrl,
            String oapiUrl) {
        this(clientId, clientSecret, robotCode, cardTemplateId, groupTemplateId, baseUrl, oapiUrl, Events.NONE);
    }

    public DingtalkSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
        oapiUrl = oapiUrl.replaceFirst("/+$", "");
        if (robotCode.isBlank()) robotCode = clientId;
    }

    @Override
    public String toString() {
        return "DingTalk application " + clientId + " at " + baseUrl;
    }
}
