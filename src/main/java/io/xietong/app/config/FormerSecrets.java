package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of callbacks that were renewed and are still accepted, so that nothing is lost which was sent before the change.
 * Each is written beside the present one, with {@code former-} in front.
 */
final class FormerSecrets {

    /** Those of one group are renewed together. */
    private record Group(String section, List<String> names) {

        List<String> present() {
            return names.stream().map(name -> section + "." + name).toList();
        }
    }

    private static final List<Group> GROUPS = List.of(
            new Group("platforms.feishu", List.of("verification-token")),
            new Group("platforms.feishu", List.of("encrypt-key")),
            new Group("platforms.wecom.app", List.of("token", "aes-key")),
            new Group("platforms.wecom.bot", List.of("token", "aes-key")),
            new Group("platforms.dingtalk", List.of("client-secret")),
            new Group("platforms.dingtalk", List.of("event-token", "event-aes-key")));

    private static final String AES_KEY = "[A-Za-z0-9]{43}";

    private final JsonNode values;
    private final String file;

    FormerSecrets(JsonNode values, String file) {
        this.values = values;
        this.file = file;
    }

    /** The key that the former value of another stands at. */
    private static String former(String present) {
        int name = present.lastIndexOf('.') + 1;
        return present.substring(0, name) + "former-" + present.substring(name);
    }

    private String at(String key) {
        return values.at("/" + key.replace('.', '/')).asText();
    }

    private boolean isSet(String key) {
        return !at(key).isBlank();
    }

    /** What is wrong with them; no sentence has a value in it. */
    List<Message> problems() {
        List<Message> problems = new ArrayList<>();
        for (Group group : GROUPS) {
            Optional<String> one = group.present().stream()
                    .map(FormerSecrets::former)
                    .filter(this::isSet)
                    .findFirst();
            one.ifPresent(set -> group.present().forEach(present -> check(present, set, problems)));
        }
        return problems;
    }

    /** @param set a former one of the same group, perhaps this one's */
    private void check(String present, String set, List<Message> problems) {
        String former = former(present);
        if (!isSet(present)) problems.add(Message.of("config.former-alone", file, set, present));
        if (!isSet(former)) problems.add(Message.of("config.former-half", file, set, former, present));
        else if (present.endsWith("aes-key") && !at(former).matches(AES_KEY))
            problems.add(Message.of("config.former-key", file, former));
    }

    /** A sentence for each that is accepted by a platform which is switched on. */
    List<Message> attention() {
        return GROUPS.stream()
                .filter(group -> values.at("/platforms/" + group.section().split("\\.")[1] + "/enabled")
                        .asBoolean())
                .flatMap(group -> group.present().stream())
                .filter(present -> isSet(former(present)))
                .map(present -> Message.of("config.former-accepted", former(present)))
                .toList();
    }
}
