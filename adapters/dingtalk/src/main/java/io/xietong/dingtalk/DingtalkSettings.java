package io.xietong.dingtalk;

import java.util.List;
import java.util.stream.Stream;

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
 * @param former          what its secrets were before they were renewed
 */
public record DingtalkSettings(
        String clientId,
        String clientSecret,
        String robotCode,
        String cardTemplateId,
        String groupTemplateId,
        String baseUrl,
        String oapiUrl,
        Events events,
        Former former) {

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

    /**
     * Secrets that were renewed and are still good for what DingTalk pushes.
     *
     * @param clientSecret empty when it was not renewed
     */
    public record Former(String clientSecret, Events events) {

        public static final Former NONE = new Former("", Events.NONE);

        @Override
        public String toString() {
            return "former secrets";
        }
    }

    /** One to which no events of the organisation are pushed, and whose secrets are not being renewed. */
    public DingtalkSettings(
            String clientId,
            String clientSecret,
            String robotCode,
            String cardTemplateId,
            String groupTemplateId,
            String baseUrl,
            String oapiUrl) {
        this(
                clientId,
                clientSecret,
                robotCode,
                cardTemplateId,
                groupTemplateId,
                baseUrl,
                oapiUrl,
                Events.NONE,
                Former.NONE);
    }

    public DingtalkSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
        oapiUrl = oapiUrl.replaceFirst("/+$", "");
        if (robotCode.isBlank()) robotCode = clientId;
    }

    /** What robot messages and clicks may be signed with, the present one first. */
    List<String> clientSecrets() {
        boolean both = !clientSecret.isBlank() && !former.clientSecret().isBlank();
        return both ? List.of(clientSecret, former.clientSecret()) : List.of(clientSecret);
    }

    /** What events of the organisation may be sealed with, the present first; nothing without a present one. */
    List<Events> subscriptions() {
        if (!events.usable()) return List.of();
        return Stream.of(events, former.events()).filter(Events::usable).toList();
    }

    @Override
    public String toString() {
        return "DingTalk application " + clientId + " at " + baseUrl;
    }
}
