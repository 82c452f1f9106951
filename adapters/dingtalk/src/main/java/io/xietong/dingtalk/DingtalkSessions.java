package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses at which chats take texts for a while after somebody spoke there (platforms/dingtalk.md 3.2). They reach people
 * who have no staff id, and no call of the monthly quota is known to be spent on them. An address comes with a message, so it is
 * used only when it came over Stream, and only on the very host of the old API. Thread-safe; what a node does not remember is
 * sent through the API.
 */
final class DingtalkSessions {

    private static final Logger log = LoggerFactory.getLogger(DingtalkSessions.class);
    private static final String PATH = "/robot/sendBySession";
    private static final int REMEMBERED = 5_000;

    private record Session(URI address, Instant until) {}

    private final URI host;
    private final Clock clock;
    private final Map<String, Session> sessions = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > REMEMBERED;
        }
    });

    DingtalkSessions(DingtalkSettings settings, Clock clock) {
        this.host = URI.create(settings.oapiUrl());
        this.clock = clock;
    }

    /** @param message as it came over Stream */
    void remember(Chat chat, JsonNode message) {
        String written = message.path("sessionWebhook").asText();
        long until = message.path("sessionWebhookExpiredTime").asLong();
        if (written.isEmpty() || until <= 0) return;
        trusted(written)
                .ifPresentOrElse(
                        address -> sessions.put(chat.id(), new Session(address, Instant.ofEpochMilli(until))),
                        () -> log.warn("a message names a session address elsewhere; it is not used"));
    }

    private Optional<URI> trusted(String written) {
        try {
            URI address = URI.create(written);
            boolean same = host.getScheme().equalsIgnoreCase(address.getScheme())
                    && host.getHost().equalsIgnoreCase(address.getHost())
                    && host.getPort() == address.getPort()
                    && address.getRawUserInfo() == null
                    && PATH.equals(address.getRawPath());
            return same ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty when none is known or it has ended. */
    Optional<URI> of(Chat chat) {
        return Optional.ofNullable(sessions.get(chat.id()))
                .filter(session -> session.until().isAfter(clock.instant()))
                .map(Session::address);
    }

    void forget(Chat chat) {
        sessions.remove(chat.id());
    }
}
