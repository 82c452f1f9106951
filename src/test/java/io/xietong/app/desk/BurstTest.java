package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.Rate;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.dingtalk.Dingtalk;
import io.xietong.dingtalk.DingtalkSettings;
import io.xietong.feishu.Feishu;
import io.xietong.feishu.FeishuSettings;
import io.xietong.wecom.Wecom;
import io.xietong.wecom.WecomSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 5,000 messages at once, in simulated time: they leave as fast as the platform's documented limits allow, within 5 %, and never
 * faster in any stretch of time. The limits are those of the adapters, and are checked against platforms/*.md by number.
 */
class BurstTest {

    private static final int MESSAGES = 5_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
    private static final Words WORDS = Words.in(Language.CHINESE, SHANGHAI);

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 12);
    private final CompanyClock clock = CompanyClock.kept(database, Clock.fixed(START, SHANGHAI), SHANGHAI);

    @AfterEach
    void close() {
        database.close();
    }

    /** Something that left. */
    private record Sending(Instant at, String chat) {}

    /** A platform that takes everything and remembers when. */
    private static final class TakesAll implements ChatPlatform {

        final List<Sending> ledger = new CopyOnWriteArrayList<>();
        private final ChatPlatform real;
        private final Clock clock;

        TakesAll(ChatPlatform real, Clock clock) {
            this.real = real;
            this.clock = clock;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Set<io.xietong.core.chat.Capability> can() {
            return EnumSet.copyOf(real.can());
        }

        @Override
        public Duration cardLifetime() {
            return real.cardLifetime();
        }

        @Override
        public List<Rate> rates() {
            return real.rates();
        }

        @Override
        public Receipt send(Delivery delivery) {
            ledger.add(new Sending(clock.instant(), delivery.chat().id()));
            return new Sent(delivery.key());
        }

        @Override
        public Receipt update(String messageId, Delivery delivery) {
            return new Sent(messageId);
        }
    }

    private ChatPlatform real(String name) {
        HttpCalls calls = HttpCalls.usual();
        TokenShelf shelf = TokenShelf.inMemory(clock);
        URI form = URI.create("https://xietong.example/form/1");
        return switch (name) {
            case "feishu" ->
                new Feishu(new FeishuSettings("a", "s", "v", "e", "https://f"), calls, shelf, WORDS, clock).platform();
            case "wecom" ->
                new Wecom(
                                new WecomSettings(
                                        "c",
                                        new WecomSettings.App(1, "s", "", ""),
                                        WecomSettings.Bot.NONE,
                                        "https://w",
                                        "https://o"),
                                calls,
                                shelf,
                                WORDS,
                                (single, card) -> form,
                                false,
                                clock)
                        .platform();
            default ->
                new Dingtalk(
                                new DingtalkSettings("c", "s", "", "t", "", "https://d", "https://o"),
                                calls,
                                shelf,
                                WORDS,
                                (single, card) -> form,
                                clock)
                        .platform(true);
        };
    }

    /** Sends them all, to so many chats in turn, and lets as much time pass as it takes. */
    private List<Sending> burst(TakesAll platform, int chats) {
        CompanyFiles company = CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
        List<JdbiOutbox.Entry> entries = new ArrayList<>();
        for (int n = 0; n < MESSAGES; n++) {
            Chat chat = new Chat(platform.name(), "group-" + n % chats, Chat.Kind.GROUP, "");
            Message text = Message.of("text.verbatim", "第" + n);
            entries.add(new JdbiOutbox.Entry(
                    Outgoing.note(new Outgoing.ToChat(chat), text, Urgency.NORMAL, Optional.empty()), START));
        }
        database.inTransaction(books -> {
            books.outbox().add(entries, START);
            return null;
        });
        CourierPolicy policy = company.policy().courier();
        try (Courier courier = new Courier(database, company, Map.of(platform.name(), platform), clock, policy)) {
            Optional<Instant> next = Optional.of(START);
            while (next.isPresent()) {
                clock.set(next.get(), database);
                courier.untilIdle();
                next = database.read(books -> books.outbox().nextDue(clock.instant()));
            }
        }
        return platform.ledger.stream()
                .sorted(Comparator.comparing(Sending::at))
                .toList();
    }

    @Test
    void the_limits_are_the_documented_ones() {
        Duration second = Duration.ofSeconds(1);
        Duration minute = Duration.ofMinutes(1);
        assertThat(real("feishu").rates()) // feishu.md section 4, rate limits
                .containsExactly(
                        new Rate(Rate.Scope.TARGET, 5, second),
                        new Rate(Rate.Scope.PLATFORM, 50, second),
                        new Rate(Rate.Scope.PLATFORM, 1000, minute));
        assertThat(real("wecom").rates()) // wecom.md 2.4 and section 4, rates
                .containsExactly(
                        new Rate(Rate.Scope.TARGET, 30, minute),
                        new Rate(Rate.Scope.TARGET, 1000, Duration.ofHours(1)));
        assertThat(real("dingtalk").rates()) // dingtalk.md 3.7, standard edition
                .containsExactly(new Rate(Rate.Scope.PLATFORM, 20, second));
    }

    @ParameterizedTest
    @CsvSource({"feishu, 500", "dingtalk, 25", "wecom, 50"})
    void a_burst_leaves_at_the_platforms_rate_and_never_faster(String name, int chats) {
        TakesAll platform = new TakesAll(real(name), clock);

        List<Sending> ledger = burst(platform, chats);

        assertThat(ledger).hasSize(MESSAGES);
        for (Rate rate : platform.rates()) {
            if (rate.scope() == Rate.Scope.PLATFORM) never_faster(ledger, rate);
            else
                ledger.stream()
                        .collect(Collectors.groupingBy(Sending::chat))
                        .values()
                        .forEach(one -> never_faster(one, rate));
        }
        Duration best = best(platform.rates(), chats);
        Duration took = Duration.between(START, ledger.get(MESSAGES - 1).at());
        assertThat(took.toMillis())
                .as("%s to %d chats, at best %s", name, chats, best)
                .isBetween(best.toMillis(), best.toMillis() * 105 / 100);
    }

    /** In no stretch of its length, wherever it begins, more than its count. */
    private static void never_faster(List<Sending> ledger, Rate rate) {
        for (int last = rate.count(); last < ledger.size(); last++) {
            Instant first = ledger.get(last - rate.count()).at();
            assertThat(Duration.between(first, ledger.get(last).at()))
                    .as("%s: from message %d to %d", rate, last - rate.count(), last)
                    .isGreaterThanOrEqualTo(rate.per());
        }
    }

    /** No way of sending all is faster: the longest limit in whole stretches, what is left in whole stretches of the next. */
    private static Duration best(List<Rate> rates, int chats) {
        Duration inAll = best(rates, Rate.Scope.PLATFORM, MESSAGES);
        Duration toOne = best(rates, Rate.Scope.TARGET, (MESSAGES + chats - 1) / chats);
        return inAll.compareTo(toOne) > 0 ? inAll : toOne;
    }

    private static Duration best(List<Rate> rates, Rate.Scope scope, int messages) {
        List<Rate> longestFirst = rates.stream()
                .filter(rate -> rate.scope() == scope)
                .sorted(Comparator.comparing(Rate::per).reversed())
                .toList();
        Duration best = Duration.ZERO;
        int last = messages - 1;
        for (Rate rate : longestFirst) {
            best = best.plus(rate.per().multipliedBy(last / rate.count()));
            last %= rate.count();
        }
        return best;
    }
}
