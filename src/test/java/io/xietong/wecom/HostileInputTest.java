package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.xietong.wire.BoundedJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** XML and JSON that are made to harm whoever reads them, outside and inside of a good envelope, with a server that must not be called. */
class HostileInputTest {

    private static final long PATIENCE_NANOS = 500_000_000L;

    private final AtomicInteger calls = new AtomicInteger();
    private final WecomFuzzed world = new WecomFuzzed();
    private final WecomCipher cipher = new WecomCipher(WecomFuzzed.APP_KEY, WecomFuzzed.CORP);

    private static List<String> xml(String canary) {
        String laughs = "<!ENTITY a0 \"lol\">";
        for (int i = 1; i < 10; i++) laughs += "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">";
        return List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + canary + "\">]><xml><Encrypt>&e;</Encrypt></xml>",
                "<!DOCTYPE x SYSTEM \"" + canary + "\"><xml/>",
                "<!DOCTYPE x PUBLIC \"-//x//y\" \"" + canary + "\"><xml/>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + canary + "\"> %p;]><xml/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>",
                "<!DOCTYPE x [" + laughs + "]><xml><Encrypt>&a9;</Encrypt></xml>",
                "<!DOCTYPE x [<!ENTITY q \"" + "a".repeat(100_000) + "\">]><xml>" + "&q;".repeat(20_000) + "</xml>",
                "<x>".repeat(60_000),
                "<xml>" + "<a/>".repeat(60_000) + "</xml>",
                "<xml " + "a".repeat(250_000) + "=\"1\"/>");
    }

    @Test
    void what_is_made_to_harm_a_parser_is_refused_at_once_and_calls_nobody() throws IOException {
        HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        canary.start();
        try {
            String address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/canary";
            for (String hostile : xml(address)) {
                quickly(hostile, () -> assertThat(outside(hostile)).isEqualTo(401));
                String sealed = cipher.seal(hostile);
                quickly(hostile, () -> assertThat(inside(sealed)).isEqualTo(400));
            }
            assertThat(world.heard).isEmpty();
            assertThat(calls).hasValue(0);
        } finally {
            canary.stop(0);
        }
    }

    private int outside(String xml) {
        return world.doors.app().answer(world.call(true, xml, xml)).status();
    }

    private int inside(String sealed) {
        String envelope = "<xml><Encrypt>" + sealed + "</Encrypt></xml>";
        return world.doors.app().answer(world.call(true, envelope, sealed)).status();
    }

    @Test
    void json_that_is_deep_or_huge_is_nothing() {
        for (String hostile : List.of(
                "{\"a\":".repeat(200_000),
                "[".repeat(1_000_000),
                "{\"a\":" + "[".repeat(51) + "]".repeat(51) + "}",
                "{\"a\":" + "9".repeat(101) + "}",
                "{\"a\":\"" + "x".repeat(256_001) + "\"}",
                "{\"" + "n".repeat(50_001) + "\":1}",
                "{\"a\":[" + "1,".repeat(600_000) + "1]}")) {
            quickly(hostile, () -> assertThat(BoundedJson.object(hostile)).isEmpty());
        }
        assertThat(BoundedJson.object("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isPresent();
        assertThat(BoundedJson.object("{\"a\":\"" + "x".repeat(250_000) + "\"}"))
                .isPresent();
    }

    /** In processor time, since other programs may keep the machine busy. */
    private static void quickly(String hostile, Runnable refusing) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        refusing.run();
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .as(hostile.substring(0, Math.min(60, hostile.length())))
                .isLessThan(PATIENCE_NANOS);
    }
}
