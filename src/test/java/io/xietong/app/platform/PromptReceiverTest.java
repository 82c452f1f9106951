package io.xietong.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.config.Settings;
import io.xietong.app.desk.Desk;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever holds up the desk, a platform is answered, and no heap of threads grows (faults.md rows 11, 13, 37). */
@Timeout(300)
class PromptReceiverTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Words WORDS = Words.in(Language.CHINESE, ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final int MORE_THAN_FIT = 600;
    private static final int AT_WORK = 32;

    private static Inbound event(String id, Inbound.Said said) {
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        return new Inbound("sandbox", id, "li.lei", chat, said, NOW);
    }

    private static Inbound press(String id) {
        return event(id, new Inbound.Press("待办", 0, Map.of(), "m"));
    }

    private static List<String> toasts(Receiver receiver, int presses) {
        ExecutorService crowd = Executors.newFixedThreadPool(presses);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < presses; i++) {
            Inbound press = press("p" + i);
            answers.add(CompletableFuture.supplyAsync(() -> receiver.receive(press), crowd));
        }
        List<String> toasts =
                answers.stream().map(answer -> answer.join().toast().orElse("")).toList();
        crowd.shutdown();
        return toasts;
    }

    @Test
    void while_the_desk_hangs_presses_are_told_so_and_what_does_not_fit_is_told_that_it_is_busy() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        Receiver desk = inbound -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            awaited(hang);
            now.decrementAndGet();
            done.incrementAndGet();
            return Answer.NONE;
        };
        try (PromptReceiver receiver = new PromptReceiver("test", desk, LIMIT, WORDS)) {
            List<String> toasts = toasts(receiver, MORE_THAN_FIT);
            assertThat(toasts).allMatch(toast -> toast.contains("处理中") || toast.contains("忙"));
            assertThat(toasts).anyMatch(toast -> toast.contains("处理中")).anyMatch(toast -> toast.contains("忙"));
            long taken = toasts.stream().filter(toast -> toast.contains("处理中")).count();
            assertThatThrownBy(() -> receiver.receive(event("text", new Inbound.Text("待办"))))
                    .as("it may come again")
                    .isInstanceOf(Receiver.Unavailable.class);
            assertThat(most).hasValue(AT_WORK);
            hang.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> done.get() == taken);
        }
    }

    @Test
    void nobody_is_let_in_behind_one_that_has_waited_too_long_until_it_is_done() {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Receiver desk = inbound -> {
            awaited(hang);
            done.incrementAndGet();
            return Answer.NONE;
        };
        try (PromptReceiver receiver = new PromptReceiver("test", desk, LIMIT, WORDS)) {
            assertThat(toasts(receiver, AT_WORK + 1)).allMatch(toast -> toast.contains("处理中"));
            assertThat(toasts(receiver, 1)).allMatch(toast -> toast.contains("忙"));
            hang.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> done.get() == AT_WORK + 1);
            assertThat(receiver.receive(press("later"))).isEqualTo(Answer.NONE);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void while_no_connection_is_free_everybody_is_answered_and_afterwards_all_goes_on() throws Exception {
        CompanyFiles company = CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (Database database = Database.open(url, "sa", "", 2)) {
            Desk desk = new Desk(
                    database,
                    company,
                    Phrases.book(),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    company::readCalendarAgain,
                    () -> {},
                    List.of("sandbox"));
            try (PromptReceiver receiver = new PromptReceiver("test", desk, LIMIT, WORDS)) {
                try (Connection one = database.connection();
                        Connection other = database.connection()) {
                    assertThat(one.isValid(1) && other.isValid(1)).isTrue();
                    assertThat(toasts(receiver, 100)).allMatch(toast -> toast.contains("处理中") || toast.contains("忙"));
                    assertThatThrownBy(() -> receiver.receive(event("a", new Inbound.Text("求助 设计部 海报"))))
                            .isInstanceOf(Receiver.Unavailable.class);
                }
            }
            try (PromptReceiver patient = new PromptReceiver("test", desk, Duration.ofSeconds(60), WORDS)) {
                patient.receive(event("a", new Inbound.Text("求助 设计部 海报")));
                Set<String> filed = database.read(books -> books.outbox().newest(500)).stream()
                        .map(JdbiOutbox.Line::item)
                        .filter(item -> item.startsWith("XQ-"))
                        .collect(Collectors.toSet());
                assertThat(filed).hasSize(1);
            }
        }
    }
}
