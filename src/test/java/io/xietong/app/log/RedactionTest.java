package io.xietong.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret of any shape we handle reaches a log (faults.md section 2, item 9). */
class RedactionTest {

    /** Letters that stand for a secret, and nothing else in these texts contains them. */
    private static final String SECRET = "hush9Q";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-secret: hush9Q",
                "app_secret=hush9Q&grant_type=x",
                "{\"client_secret\":\"hush9Q\"}",
                "{\\\"appSecret\\\": \\\"hush9Q\\\"}",
                "access_token=hush9Q",
                "tenantAccessToken : 'hush9Q'",
                "jsapi_ticket=hush9Q",
                "aesKey=hush9Q",
                "encrypt-key: hush9Q",
                "sessionWebhook: https://oapi.dingtalk.com/robot/sendBySession?session=hush9Q",
                "POST https://oapi.dingtalk.com/robot/sendBySession?session=hush9Q",
                "Authorization: Bearer hush9Q",
                "authorization=Basic hush9Q",
                "X-Lark-Signature: hush9Q",
                "msg_signature=hush9Q&timestamp=1",
                "XIETONG_DATABASE_PASSWORD=hush9Q",
                "jdbc:mariadb://db/x?user=bot&password=hush9Q",
                "called with Bearer hush9Qhush9Q",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodXNoOVEifQ.hush9Q",
                "key hush9QabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN0",
            })
    void a_secret_is_masked(String text) {
        assertThat(Redaction.line(text)).doesNotContain(SECRET).contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XQ-12 is overdue since 2026-11-25T09:00:00Z",
                "io.xietong.app.desk.Desk handled 250 events in 1201 ms",
                "jdbc:h2:file:./data/xietong",
                "event 3f2b8c1d-91aa-4d3e-8f77-0c1d2e3f4a5b on sandbox failed",
                "求助 设计部 新品海报 周五",
                "tokens are counted per minute",
                "at org.h2.engine.SessionLocal.getTransaction(SessionLocal.java:482)",
                "at io.xietong.feishu.TokenKeeper.fetch(TokenKeeper.java:31)",
            })
    void what_is_no_secret_stays(String text) {
        assertThat(Redaction.line(text)).isEqualTo(text);
    }

    @Test
    void one_event_stays_one_line_and_moves_no_cursor() {
        assertThat(Redaction.line("first\r\n2026-01-01 INFO forged\u001b[2J\u2028x\u0085y\ttab"))
                .isEqualTo("first\\r\\n2026-01-01 INFO forged\\u001b[2J\\u2028x\\u0085y\ttab");
    }

    @Test
    @Timeout(5)
    void long_texts_are_masked_in_time_that_grows_with_their_length() {
        for (String hard :
                new String[] {"a".repeat(100_000), "secret".repeat(20_000), "a=".repeat(50_000), "a/".repeat(50_000)})
            assertThat(Redaction.line(hard)).isNotEmpty();
    }
}
