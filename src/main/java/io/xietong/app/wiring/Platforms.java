package io.xietong.app.wiring;

import io.xietong.app.config.Settings;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.text.Words;
import io.xietong.wecom.WecomLease;
import io.xietong.wire.TokenShelf;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real platforms that are switched on, made from the settings in one place for serving, checking and reading people. */
public final class Platforms {

    private final Map<String, RealPlatform> all = new LinkedHashMap<>();
    private final Words words;
    private final Clock clock;

    private Platforms(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /**
     * Makes them; nothing is called yet.
     *
     * @param publicUrl how platforms reach us
     * @param shelf where tokens are kept
     * @param lease which node may hold the connection of WeCom's bot
     * @param words in the company's language
     * @param forms where fields are filled in that a platform's card cannot ask for
     * @param clock the machine's: tokens and signatures run by real time
     */
    public static Platforms of(
            Settings.Platforms settings,
            String publicUrl,
            TokenShelf shelf,
            WecomLease lease,
            Words words,
            FormLinks forms,
            Clock clock) {
        Platforms platforms = new Platforms(words, clock);
        if (settings.feishu().enabled())
            platforms.all.put("feishu", new FeishuWiring(settings.feishu(), shelf, words, clock));
        if (settings.wecom().enabled())
            platforms.all.put("wecom", new WecomWiring(settings.wecom(), shelf, lease, words, forms, clock));
        if (settings.dingtalk().enabled())
            platforms.all.put(
                    "dingtalk", new DingtalkWiring(settings.dingtalk(), publicUrl, shelf, words, forms, clock));
        return platforms;
    }

    /** The same for a command that only asks: tokens last as long as the command, and no form is ever linked. */
    public static Platforms toAsk(Settings settings, Words words) {
        Clock clock = Clock.systemUTC();
        FormLinks none = (single, card) -> {
            throw new IllegalStateException("nothing is sent, so no form is linked");
        };
        return of(
                settings.platforms(),
                settings.server().publicUrl(),
                TokenShelf.inMemory(clock),
                WecomLease.alone(),
                words,
                none,
                clock);
    }

    /** By name, in the order in which people are reached there. */
    public Map<String, RealPlatform> all() {
        return Collections.unmodifiableMap(all);
    }

    public Optional<RealPlatform> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** @param eventsPerPerson in a minute; 0 for as many as they like */
    List<Gateway> gateways(int eventsPerPerson) {
        return all.values().stream()
                .<Gateway>map(real -> new PlatformGateway(real, words, eventsPerPerson, clock))
                .toList();
    }

    static RealPlatform.Connection connection(Runnable start, Runnable close) {
        return new RealPlatform.Connection() {
            @Override
            public void start() {
                start.run();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
