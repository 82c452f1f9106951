package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A caller that is gone before all it announced has come, by accident or on purpose. */
class HangingUpTest {

    private static final Logger WEB = (Logger) LoggerFactory.getLogger(Web.class);

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch handled = new CountDownLatch(1);

    @BeforeEach
    void listens() {
        told.start();
        WEB.addAppender(told);
    }

    @AfterEach
    void ends() {
        WEB.detachAppender(told);
    }

    @Test
    void it_is_not_handled_and_the_log_is_not_filled_with_faults() throws Exception {
        Door platform = new PlatformDoor(Map.of("/platform", call -> {
            handled.countDown();
            return Webhook.Reply.json("{}");
        }));
        Door witness = routes -> routes.after(ctx -> answered.countDown());
        try (Web web = Web.start("127.0.0.1", 0, List.of(platform, witness))) {
            hangsUp(web.port());
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(handled.getCount()).isEqualTo(1);
        assertThat(told.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private static void hangsUp(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("POST /platform HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{\"half\":"
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }
}
