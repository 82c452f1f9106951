package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pushes what is said to the robot, over Stream while a connection stands, and brings it again when it is not acknowledged. */
final class RobotPushes {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    /** A message that was not acknowledged and comes again. */
    private record Unheard(ObjectNode message, int attempt, Instant due) {}

    private final DingtalkApp app;
    private final StreamGateway gateway;
    private final HttpPusher pusher;
    private final Sessions sessions;
    private final Clock clock;
    private final List<Unheard> unheard = new ArrayList<>();
    private volatile int times = 1;
    private volatile boolean overQuota;

    RobotPushes(DingtalkApp app, StreamGateway gateway, HttpPusher pusher, Sessions sessions, Clock clock) {
        this.app = app;
        this.gateway = gateway;
        this.pusher = pusher;
        this.sessions = sessions;
        this.clock = clock;
    }

    void repeat(int count) {
        times = count;
    }

    void usedUp(boolean wanted) {
        overQuota = wanted;
    }

    /** Pushes any robot message. @return whether it was acknowledged; over Stream it comes again if not */
    boolean push(ObjectNode message) {
        boolean taken = false;
        for (int time = 0; time < times; time++) taken = pushed(message, 1);
        return taken;
    }

    private boolean pushed(ObjectNode message, int attempt) {
        if (!gateway.any()) return pusher.hasTarget() && pusher.message(message).isPresent();
        boolean taken = gateway.push("CALLBACK", "/v1.0/im/bot/messages/get", message, PATIENCE)
                .filter(answer -> answer.path("code").asInt() == 200)
                .isPresent();
        synchronized (unheard) {
            if (!taken && attempt < ATTEMPTS)
                unheard.add(new Unheard(message, attempt + 1, clock.instant().plus(AGAIN)));
        }
        return taken;
    }

    /** Pushes what is due again by the clock. */
    void again() {
        List<Unheard> due;
        synchronized (unheard) {
            due = unheard.stream()
                    .filter(one -> !one.due().isAfter(clock.instant()))
                    .toList();
            unheard.removeAll(due);
        }
        due.forEach(one -> pushed(one.message(), one.attempt()));
    }

    /** A robot message as DingTalk words it. */
    ObjectNode message(String id, String account, String name, EmulatedChats.Chat chat, String text) {
        ObjectNode json = Answer.object()
                .put("msgId", id)
                .put("msgtype", "text")
                .put("createAt", clock.millis())
                .put("conversationId", chat.id())
                .put("conversationType", chat.group() ? "2" : "1")
                .put("senderId", "$:LWCP_v1:$" + account)
                .put("senderStaffId", account)
                .put("senderNick", name)
                .put("senderCorpId", "dingcorp")
                .put("chatbotCorpId", "dingcorp")
                .put("chatbotUserId", "$:LWCP_v1:$bot")
                .put("robotCode", app.robotCode())
                .put("isAdmin", false)
                .put("isInAtList", chat.group());
        if (chat.group()) json.put("conversationTitle", chat.name());
        sessions.into(json, chat.id());
        if (overQuota) return json.put("errCode", 20001).put("errMsg", "quota of pushes used up");
        json.putObject("text").put("content", text);
        return json;
    }
}
