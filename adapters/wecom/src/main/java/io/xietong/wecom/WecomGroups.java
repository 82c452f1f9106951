package io.xietong.wecom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.wire.BoundedJson;
import java.util.List;
import java.util.Optional;

/**
 * Groups of the application's own (wecom.md 2.6). We choose their ids, so that making one again is no second group. The bot cannot
 * be put into them by a program, so they hear the application and do not speak to it. Thread-safe.
 */
final class WecomGroups implements ChatGroups {

    private static final int LONGEST_NAME = 50;

    private final WecomSettings settings;
    private final WecomApi api;

    WecomGroups(WecomSettings settings, WecomApi api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public Receipt create(String key, String name, String owner, List<String> members) {
        String chat = WecomIds.group(key);
        ObjectNode body = BoundedJson.object()
                .put("chatid", chat)
                .put("name", WecomLengths.fitting(name, LONGEST_NAME))
                .put("owner", owner);
        ArrayNode list = body.putArray("userlist").add(owner);
        members.stream().filter(member -> !member.equals(owner)).distinct().forEach(list::add);
        return called("create", chat, body);
    }

    @Override
    public Receipt add(String chat, List<String> members) {
        ObjectNode body = about(chat);
        members.forEach(body.putArray("add_user_list")::add);
        return called("update", chat, body);
    }

    @Override
    public Receipt remove(String chat, List<String> members) {
        ObjectNode body = about(chat);
        members.forEach(body.putArray("del_user_list")::add);
        return called("update", chat, body);
    }

    @Override
    public Receipt rename(String chat, String name) {
        return called("update", chat, about(chat).put("name", WecomLengths.fitting(name, LONGEST_NAME)));
    }

    private static ObjectNode about(String chat) {
        return BoundedJson.object().put("chatid", chat);
    }

    private Receipt called(String act, String chat, ObjectNode body) {
        if (!settings.app().configured()) {
            return new NotSent(NotSent.Kind.NEEDS_ADMIN, "groups need the self-built application", Optional.empty());
        }
        try {
            api.post("/cgi-bin/appchat/" + act, body);
            return new Sent(chat);
        } catch (WecomFault e) {
            boolean there = act.equals("create") && e.code() == WecomCodes.GROUP_EXISTS;
            return there ? new Sent(chat) : e.receipt();
        }
    }
}
