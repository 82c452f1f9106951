package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Groups of the application's own: only those it made, no cards. Thread-safe. */
final class GroupApi {

    private static final int NOT_OURS = 86008;
    private static final int THERE = 86003;

    private final EmulatedChats chats;
    private final Set<String> ours = new HashSet<>();
    private final AtomicInteger sent = new AtomicInteger();

    GroupApi(EmulatedChats chats) {
        this.chats = chats;
    }

    synchronized ObjectNode create(JsonNode body) {
        String id = body.path("chatid").asText();
        if (!id.matches("[0-9A-Za-z]{1,32}")) return Answer.fault(86001);
        if (chats.find(id).isPresent()) return Answer.fault(THERE);
        Set<String> members = texts(body.path("userlist"));
        if (members.size() < 2) return Answer.fault(86006);
        members.add(body.path("owner").asText());
        chats.add(new EmulatedChats.Chat(id, body.path("name").asText(), true, members));
        ours.add(id);
        return Answer.ok().put("chatid", id);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private Optional<EmulatedChats.Chat> own(JsonNode body) {
        return chats.find(body.path("chatid").asText()).filter(chat -> ours.contains(chat.id()));
    }

    synchronized ObjectNode update(JsonNode body) {
        Optional<EmulatedChats.Chat> chat = own(body);
        if (chat.isEmpty()) return Answer.fault(NOT_OURS);
        Set<String> members = new HashSet<>(chat.get().members());
        members.addAll(texts(body.path("add_user_list")));
        members.removeAll(texts(body.path("del_user_list")));
        String name = body.path("name").asText(chat.get().name());
        chats.add(new EmulatedChats.Chat(chat.get().id(), name, true, members));
        return Answer.ok();
    }

    synchronized ObjectNode send(JsonNode body) {
        Optional<EmulatedChats.Chat> chat = own(body);
        if (chat.isEmpty()) return Answer.fault(NOT_OURS);
        String kind = body.path("msgtype").asText();
        if (!kind.equals("text") && !kind.equals("markdown")) return Answer.fault(40008);
        chats.post("group" + sent.incrementAndGet(), chat.get().id(), EmulatedChats.BOT, kind, body.path(kind));
        return Answer.ok();
    }
}
