package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LongConnectionTest {

    /** Ages by itself only; a link hears something whenever the clock is asked while it is alive. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-11-25T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Line implements LongConnection.Link {
        private final Consumer<LongConnection.Event> events;
        private volatile boolean halfOpen;
        private volatile boolean closed;
        private volatile Instant heard = clock.instant();

        Line(Consumer<LongConnection.Event> events) {
            this.events = events;
        }

        @Override
        public Instant lastHeard() {
            return heard;
        }

        @Override
        public void beat() {
            if (!halfOpen) heard = clock.instant();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static LongConnection.Pace pace() {
        Duration quick = Duration.ofMillis(4);
        return new LongConnection.Pace(
                quick, Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofSeconds(75), quick, quick);
    }

    private final Hand clock = new Hand();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile int refusals;
    private final LongConnection connection = new LongConnection("test", this::dial, pace(), clock);

    private LongConnection.Link dial(Consumer<LongConnection.Event> events) {
        attempts.incrementAndGet();
        if (refusals-- > 0) throw new HttpFault("refused");
        Line line = new Line(events);
        lines.add(line);
        return line;
    }

    private void lines(int count) {
        await().until(() -> lines.size() == count && connection.stands());
    }

    @AfterEach
    void stop() {
        connection.close();
    }

    @Test
    void a_refused_connection_is_tried_until_it_stands() {
        refusals = 20;
        connection.start();

        lines(1);
        assertThat(attempts).hasValue(21);
    }

    @Test
    void a_lost_connection_is_replaced_and_closed() {
        connection.start();
        lines(1);
        lines.get(0).events.accept(LongConnection.Event.LOST);

        lines(2);
        assertThat(lines.get(0).closed).isTrue();
    }

    @Test
    void a_half_open_connection_is_noticed_by_its_silence() {
        connection.start();
        lines(1);
        lines.get(0).halfOpen = true;
        clock.now = clock.now.plusSeconds(60);
        assertThat(connection.stands()).isTrue();
        clock.now = clock.now.plusSeconds(16);

        await().until(() -> lines.size() >= 2);
        assertThat(lines.get(0).closed).isTrue();
    }

    @Test
    void a_connection_to_be_replaced_stays_until_the_new_one_stands() {
        connection.start();
        lines(1);
        refusals = 3;
        lines.get(0).events.accept(LongConnection.Event.REPLACE);
        await().until(() -> refusals < 3);
        assertThat(connection.lastHeard()).isPresent();

        await().until(() -> lines.size() == 2);
        await().until(() -> lines.get(0).closed);
        assertThat(lines.get(1).closed).isFalse();
    }

    @Test
    void what_an_old_connection_reports_does_not_harm_the_new_one() {
        connection.start();
        lines(1);
        Line old = lines.get(0);
        old.events.accept(LongConnection.Event.REPLACE);
        lines(2);
        old.events.accept(LongConnection.Event.LOST);

        lines.get(1).events.accept(LongConnection.Event.LOST);
        lines(3);
        assertThat(lines).hasSize(3);
    }

    @Test
    void one_that_is_lost_while_it_is_made_is_made_again() {
        LongConnection.Dialer losing = events -> {
            Line line = new Line(events);
            lines.add(line);
            if (lines.size() == 1) events.accept(LongConnection.Event.LOST);
            return line;
        };
        try (LongConnection kept = new LongConnection("test", losing, pace(), clock)) {
            kept.start();
            await().until(() -> lines.size() == 2 && kept.stands());
        }
        assertThat(lines).allSatisfy(line -> assertThat(line.closed).isTrue());
    }

    @Test
    void closing_ends_it_for_good_even_during_an_attempt() throws InterruptedException {
        CountDownLatch dialling = new CountDownLatch(1);
        LongConnection stuck = new LongConnection(
                "test",
                events -> {
                    dialling.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new HttpFault("interrupted");
                    }
                    throw new IllegalStateException();
                },
                pace(),
                clock);
        stuck.start();
        dialling.await();

        long start = System.nanoTime();
        stuck.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(stuck.stands()).isFalse();
    }

    @Test
    void closing_closes_the_line_and_dials_no_more() {
        connection.start();
        lines(1);
        connection.close();
        connection.close();

        assertThat(lines.get(0).closed).isTrue();
        lines.get(0).events.accept(LongConnection.Event.LOST);
        assertThat(attempts).hasValue(1);
    }
}
