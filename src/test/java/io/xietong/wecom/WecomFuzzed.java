package io.xietong.wecom;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.fuzz.CardText;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One company's two doors with a desk that only remembers, and WeCom's side of their envelopes. */
final class WecomFuzzed {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Words WORDS = Words.in(Language.CHINESE, ZONE);
    static final String CORP = "wwfuzz";
    static final String APP_KEY = "fuzzdefghijklmnopqrstuvwxyz0123456789ABCDEF";
    static final String BOT_KEY = "0123456789fuzzefghijklmnopqrstuvwxyzABCDEFG";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T01:00:00Z"), ZONE);
    private static final WecomSettings SETTINGS = new WecomSettings(
            CORP,
            new WecomSettings.App(1_000_002, "fuzz-secret", "fuzz-app-token", APP_KEY),
            new WecomSettings.Bot("AIBfuzz", "fuzz-bot-secret", "协同助手", "fuzz-bot-token", BOT_KEY, "ws://127.0.0.1:1"),
            "http://127.0.0.1:1",
            "http://127.0.0.1:1");

    final List<Inbound> heard = new ArrayList<>();
    final WecomInbound doors = new Wecom(
                    SETTINGS,
                    HttpCalls.usual(),
                    TokenShelf.inMemory(CLOCK),
                    WORDS,
                    (single, card) -> URI.create("https://xietong.example/form/x"),
                    false,
                    CLOCK)
            .inbound(inbound -> {
                heard.add(inbound);
                return new Receiver.Answer(
                        Optional.empty(), true, Optional.of(CardText.of("海报").item()));
            });

    /** @param signed what the signature is for */
    Webhook.Call call(boolean app, String body, String signed) {
        String at = Long.toString(CLOCK.instant().getEpochSecond());
        String token = app ? SETTINGS.app().token() : SETTINGS.bot().token();
        Map<String, String> query = Map.of(
                "timestamp",
                at,
                "nonce",
                "n1",
                "msg_signature",
                new WecomSignature(token, new PlatformClock("wecom", CLOCK)).of(at, "n1", signed));
        return new Webhook.Call("POST", "/wecom", query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
