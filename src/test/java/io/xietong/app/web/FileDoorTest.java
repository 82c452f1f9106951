package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiFiles;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file behind a link that works once: looked at as often as one likes, fetched once, and never drawn by a browser. */
class FileDoorTest {

    private final FormRoom room = new FormRoom();

    @AfterEach
    void close() {
        room.close();
    }

    private String link(String name, String type, String content, Duration lifetime) {
        String token = OneTimeToken.make();
        Instant now = room.clock.instant();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        room.database.inTransaction(books -> {
            String file = books.files().keep(bytes, now);
            JdbiFiles.Link link = new JdbiFiles.Link(
                    file, name, type, bytes.length, "li.lei", now.plus(lifetime), false, Optional.empty());
            books.files().link(OneTimeToken.hash(token), link, now);
            return null;
        });
        return "/file/" + token;
    }

    private HttpResponse<String> fetches(String link) {
        return room.call(room.request(link).POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void looking_uses_nothing_up_and_fetching_does() {
        String link = link("清单.csv", "text/csv; charset=utf-8", "编号,内容", Duration.ofHours(1));
        for (int looks = 0; looks < 3; looks++)
            assertThat(room.opens(link).body()).contains("文件已备好", "清单.csv · 1 KB", "下载", "只能下载一次");
        HttpResponse<String> fetched = fetches(link);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo("编号,内容");
        assertThat(fetched.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''%E6%B8%85%E5%8D%95.csv");
        assertThat(fetched.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(fetched.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(fetches(link).statusCode()).isEqualTo(410);
        assertThat(room.opens(link).statusCode()).isEqualTo(410);
        assertThat(room.opens(link).body()).contains("链接已经用过或过期").doesNotContain("清单.csv");
    }

    @Test
    void a_hostile_name_is_neither_a_path_nor_a_header_nor_markup() {
        String link = link("../a\"\r\nX-Evil: 1;<script>.csv", "text/csv", "x", Duration.ofHours(1));
        assertThat(room.opens(link).body()).doesNotContain("<script").contains("&lt;script&gt;");
        HttpResponse<String> fetched = fetches(link);
        assertThat(fetched.headers().firstValue("X-Evil")).isEmpty();
        assertThat(fetched.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''..%2Fa%22%0D%0AX-Evil%3A%201%3B%3Cscript%3E.csv");
    }

    @Test
    void a_link_that_expired_or_never_was_opens_nothing() {
        String link = link("a.csv", "text/csv", "x", Duration.ZERO);
        assertThat(room.opens(link).statusCode()).isEqualTo(410);
        assertThat(fetches(link).statusCode()).isEqualTo(410);
        assertThat(room.opens("/file/nothing").statusCode()).isEqualTo(404);
        assertThat(fetches("/file/nothing").statusCode()).isEqualTo(404);
        room.database.inTransaction(
                books -> books.files().forgetBefore(room.clock.instant().plusSeconds(1)));
        assertThat(room.opens(link).statusCode()).isEqualTo(404);
    }

    @Test
    void a_large_file_comes_back_as_it_was() {
        String content = "海报🎉".repeat(200_000);
        assertThat(fetches(link("a.txt", "text/plain; charset=utf-8", content, Duration.ofHours(1)))
                        .body())
                .isEqualTo(content);
    }
}
