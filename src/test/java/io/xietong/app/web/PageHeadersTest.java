package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every answer tells a browser, whether the page is there or not. */
class PageHeadersTest {

    private final FormRoom room = new FormRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void every_page_says_what_a_browser_must_not_do() {
        for (String path : List.of(
                room.link(),
                room.consoleLink("ou_zhoujie"),
                "/form/guessed",
                "/console/enter/guessed",
                "/file/guessed",
                "/console",
                "/console/items/XQ-1",
                "/no/such/page",
                "/assets/form/form.css")) {
            HttpResponse<String> answer = room.call(room.request(path).header("Origin", "https://evil.example"));
            HttpHeaders headers = answer.headers();
            Optional<String> policy = headers.firstValue("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .hasValueSatisfying(said -> assertThat(said)
                            .contains(
                                    "default-src 'self'",
                                    "frame-ancestors 'none'",
                                    "base-uri 'none'",
                                    "object-src 'none'")
                            .doesNotContain("unsafe-", "*", "http:"));
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(answer.body()).as(path).doesNotContain(" onclick=", " style=\"", "javascript:", "Exception");
        }
    }
}
