package io.xietong.app.story;

import io.xietong.app.web.PlatformDoor;
import io.xietong.app.web.Web;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One server on loopback for all stories of a run, since a server takes a second to stop. Behind its doors is the company whose
 * story is played.
 */
final class Doorway {

    private static final Map<String, Webhook> BEHIND = new ConcurrentHashMap<>();
    private static final URI ADDRESS = open();

    private Doorway() {}

    private static URI open() {
        Map<String, Webhook> doors = Stream.of(
                        "/feishu/events", "/dingtalk/robot", "/dingtalk/card", "/wecom/app", "/wecom/bot")
                .collect(Collectors.toMap(
                        Function.identity(), path -> call -> BEHIND.get(path).answer(call)));
        return URI.create("http://127.0.0.1:"
                + Web.start("127.0.0.1", 0, List.of(new PlatformDoor(doors))).port());
    }

    /** From now on the doors lead to these. */
    static URI leadTo(Map<String, Webhook> webhooks) {
        BEHIND.putAll(webhooks);
        return ADDRESS;
    }
}
