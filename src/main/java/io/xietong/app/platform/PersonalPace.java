package io.xietong.app.platform;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each account do so much a minute and no more, so that one person's script does not keep the others waiting. A press that is
 * one too many is told so in words; anything else is refused and comes again by the platform's own schedule. Counted on each node
 * for itself. Thread-safe; its memory is bounded.
 */
public final class PersonalPace implements Receiver {

    private static final Logger log = LoggerFactory.getLogger(PersonalPace.class);
    private static final Duration STRETCH = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private record Minute(Instant since, int count) {}

    private final Receiver desk;
    private final int most;
    private final Words words;
    private final Clock clock;
    private final Map<String, Minute> minutes = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param most  events of one account in a minute; 0 for as many as they like
     * @param words in which it is said that it was too fast
     */
    public PersonalPace(Receiver desk, int most, Words words, Clock clock) {
        this.desk = desk;
        this.most = most;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Answer receive(Inbound inbound) {
        int count = most == 0 ? 0 : count(inbound.platform() + ":" + inbound.account());
        if (count <= most) return desk.receive(inbound);
        if (count == most + 1) log.warn("account {} on {} is too fast", inbound.account(), inbound.platform());
        if (inbound.said() instanceof Inbound.Press) return Answer.refused(words.say("talk.too-fast"));
        throw new Unavailable("too many events of one account");
    }

    private synchronized int count(String account) {
        Instant now = clock.instant();
        Minute minute = minutes.get(account);
        boolean over = minute == null || !now.isBefore(minute.since().plus(STRETCH));
        Minute counted = over ? new Minute(now, 1) : new Minute(minute.since(), minute.count() + 1);
        minutes.put(account, counted);
        return counted.count();
    }
}
