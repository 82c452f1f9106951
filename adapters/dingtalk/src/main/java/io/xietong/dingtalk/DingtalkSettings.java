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
 */
public record DingtalkSettings(
        String clientId,
        String clientSecret,
        String robotCode,
        String cardTemplateId,
        String groupTemplateId,
        String baseUrl,
        String oapiUrl) {

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
