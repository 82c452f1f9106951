package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's own identity, asked for once it is needed and again, not too often, while it cannot be had. Thread-safe. */
final class FeishuBot {

    private static final Logger log = LoggerFactory.getLogger(FeishuBot.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final FeishuApi api;
    private final Promptly promptly;
    private final Clock clock;
    private final AtomicReference<Instant> askedAt = new AtomicReference<>(Instant.MIN);
    private volatile String openId = "";

    FeishuBot(FeishuApi api, Promptly promptly, Clock clock) {
        this.api = api;
        this.promptly = promptly;
        this.clock = clock;
    }

    /** Empty while it cannot be had. */
    Optional<String> openId() {
        if (openId.isEmpty() && mayAsk()) {
            try {
                promptly.ask(() -> openId = info().path("open_id").asText());
            } catch (FeishuFault e) {
                log.warn("the bot does not know itself yet: {}", e.getMessage());
            }
        }
        return Optional.of(openId).filter(id -> !id.isEmpty());
    }

    private boolean mayAsk() {
        Instant now = clock.instant();
        Instant before = askedAt.get();
        return (before.equals(Instant.MIN) || !now.isBefore(before.plus(PAUSE))) && askedAt.compareAndSet(before, now);
    }

    /** @throws FeishuFault when it cannot be read */
    JsonNode info() {
        return api.call("GET", "/open-apis/bot/v3/info", Optional.empty()).path("bot");
    }
}
