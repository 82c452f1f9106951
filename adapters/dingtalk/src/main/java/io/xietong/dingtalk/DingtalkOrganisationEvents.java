package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told of the organisation itself, over Stream or the encrypted door: noted in the log. */
final class DingtalkOrganisationEvents {

    private static final Logger log = LoggerFactory.getLogger(DingtalkOrganisationEvents.class);
    private static final Set<String> ADDRESS_BOOK = Set.of(
            "user_add_org",
            "user_modify_org",
            "user_leave_org",
            "org_dept_create",
            "org_dept_modify",
            "org_dept_remove");
    private static final Set<String> CHATS = Set.of("chat_disband", "chat_add_member", "chat_remove_member");

    private DingtalkOrganisationEvents() {}

    static void heard(String type, JsonNode event) {
        if (ADDRESS_BOOK.contains(type)) log.info("the address book changed ({}): sync shows the difference", type);
        else if (CHATS.contains(type))
            log.info(
                    "{} in chat {}",
                    type,
                    event.path("ChatId").asText(event.path("chatId").asText()));
        else log.debug("event {} of the organisation", type);
    }
}
