package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.xietong.emulator.HandClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WecomRepliesTest {

    private static final String REAL = "https://qyapi.weixin.qq.com";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T01:00:00Z"));
    private final WecomReplies replies = new WecomReplies(URI.create(REAL), clock);

    private boolean taken(String address) {
        replies.keep("wrlaunch", TextNode.valueOf(address));
        return replies.take("wrlaunch").isPresent();
    }

    @Test
    void only_the_very_host_of_the_configuration_is_called() {
        assertThat(taken(REAL + "/cgi-bin/aibot/response?response_code=abc")).isTrue();
        for (String elsewhere : new String[] {
            "http://qyapi.weixin.qq.com/cgi-bin/aibot/response",
            "https://qyapi.weixin.qq.com@evil.example/cgi-bin/aibot/response",
            "https://user@qyapi.weixin.qq.com/cgi-bin/aibot/response",
            "https://qyapi.weixin.qq.com.evil.example/x",
            "https://qyapi.weixin.qq.com:8443/x",
            "https://qyapi.weixin.qq.com\\@evil.example/x",
            "https://evil.example/x#qyapi.weixin.qq.com",
            "https://127.0.0.1/x",
            "http://127.0.0.1:80/x",
            "http://169.254.169.254/latest/meta-data",
            "http://[::1]/x",
            "https://localhost/x",
            "file:///etc/passwd",
            "//qyapi.weixin.qq.com/x",
            "/cgi-bin/aibot/response",
            "mailto:a@evil.example",
            "not an address",
            ""
        }) {
            assertThat(taken(elsewhere)).as(elsewhere).isFalse();
        }
    }

    @Test
    void an_address_is_good_once_and_for_less_than_an_hour() {
        replies.keep("wrlaunch", TextNode.valueOf(REAL + "/cgi-bin/aibot/response?response_code=abc"));
        assertThat(replies.take("wrother")).isEmpty();
        assertThat(replies.take("wrlaunch")).isPresent();
        assertThat(replies.take("wrlaunch")).isEmpty();

        replies.keep("wrlaunch", TextNode.valueOf(REAL + "/cgi-bin/aibot/response?response_code=abc"));
        clock.passes(Duration.ofMinutes(59));
        assertThat(replies.take("wrlaunch")).isEmpty();
    }
}
