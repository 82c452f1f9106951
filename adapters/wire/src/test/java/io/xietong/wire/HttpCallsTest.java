package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HttpCallsTest {

    private final HttpCalls calls = new HttpCalls(Duration.ofMillis(400), 1000);

    private static void answer(OutputStream out, String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private HttpAnswer call(Peer.Script script) {
        try (Peer peer = new Peer(script)) {
            return calls.send(HttpRequest.newBuilder(peer.http()).build());
        }
    }

    private static Peer.Script saying(String answer) {
        return (in, out) -> {
            Peer.head(in);
            answer(out, answer);
        };
    }

    @Test
    void an_answer_comes_whole_with_its_headers() {
        HttpAnswer answer = call(saying("HTTP/1.1 429 Slow\r\nX-Wait: 3\r\nContent-Length: 6\r\n\r\n受理"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.body()).isEqualTo("受理");
        assertThat(answer.header("x-wait")).contains("3");
    }

    @Test
    void an_answer_that_drips_for_longer_than_the_limit_is_given_up() {
        Peer.Script drip = (in, out) -> {
            Peer.head(in);
            answer(out, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
            for (int i = 0; i < 500; i++) {
                answer(out, "x");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        };

        long start = System.nanoTime();
        assertThatThrownBy(() -> call(drip)).isInstanceOf(HttpFault.class).hasMessageContaining("400 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void an_answer_longer_than_the_limit_is_given_up() {
        String body = "x".repeat(1001);
        assertThatThrownBy(() -> call(saying("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + body)))
                .isInstanceOf(HttpFault.class)
                .hasMessageContaining("1000 bytes");
    }

    @Test
    void an_answer_that_is_cut_short_is_a_fault_and_not_half_an_answer() {
        assertThatThrownBy(() -> call(saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\"")))
                .isInstanceOf(HttpFault.class);
    }

    @Test
    void a_dropped_call_and_a_closed_port_are_faults_that_name_no_address() {
        assertThatThrownBy(() -> call((in, out) -> Peer.head(in))).isInstanceOf(HttpFault.class);

        URI closed;
        try (Peer peer = new Peer(saying(""))) {
            closed = peer.http();
        }
        assertThatThrownBy(() -> calls.send(HttpRequest.newBuilder(closed).build()))
                .isInstanceOf(HttpFault.class)
                .hasMessage("nothing answers at the address");
    }

    @Test
    void an_answer_does_not_wait_for_others_who_keep_the_common_pool_busy() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int i = 0; i < 32; i++) ForkJoinPool.commonPool().execute(() -> await(busy));
        try {
            assertThat(call(saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"))
                            .body())
                    .isEqualTo("{}");
        } finally {
            busy.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void redirects_are_not_followed() {
        HttpAnswer answer =
                call(saying("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void the_date_of_every_answer_is_told_to_the_clock_and_none_does_not_matter() throws Exception {
        PlatformClock clock =
                new PlatformClock("test", Clock.fixed(Instant.parse("2026-11-27T01:06:01Z"), ZoneOffset.UTC));
        HttpCalls telling = calls.telling(clock);
        String answer = "HTTP/1.1 404 No\r\nDate: Fri, 27 Nov 2026 01:00:00 GMT\r\nContent-Length: 0\r\n\r\n";
        URI gone;
        try (Peer peer = new Peer(saying(answer))) {
            gone = peer.http();
            telling.askTime(gone);
        }
        assertThat(clock.ahead()).contains(Duration.ofSeconds(361));
        telling.askTime(gone);
        assertThat(clock.ahead()).contains(Duration.ofSeconds(361));
    }
}
