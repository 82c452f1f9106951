package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeForms;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A card's form as a web page behind a one-time link. */
class FormDoorTest {

    private final FormRoom room = new FormRoom();
    private final String link = room.link();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void the_page_shows_the_card_with_its_fields_and_buttons_and_changes_nothing() {
        HttpResponse<String> page = room.opens(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(page.body())
                .contains("XQ-1 展会海报", "等 周洁 答复 &lt;b&gt;&amp;", "11月27日(周五)", "截止 11月25日(周三) 09:00")
                .contains("name=\"value.date\" value=\"2026-11-27\"", "必填", ">受理</button>", ">婉拒</button>")
                .doesNotContain("<script");
        assertThat(room.facts()).containsExactly("Filed");
    }

    @Test
    void a_press_is_done_and_the_page_shows_the_card_as_it_is_now() {
        HttpResponse<String> page = room.sends(link, Map.of("press", "accept", "value.date", "2026-11-26"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("已提交", "办理中 · 周洁 承诺 11月26日(周四)").doesNotContain("<button");
        assertThat(room.facts()).containsExactly("Filed", "Accepted");
    }

    @Test
    void after_it_was_accepted_the_link_tells_the_outcome_and_presses_nothing() {
        room.sends(link, Map.of("press", "accept", "value.date", "2026-11-26"));

        HttpResponse<String> again =
                room.sends(link, Map.of("press", "decline", "confirmed", "yes", "value.text", "不做了"));
        assertThat(again.body()).contains("这张表单已经提交过").doesNotContain("<button");
        assertThat(room.opens(link).body()).contains("这张表单已经提交过");
        assertThat(room.facts()).containsExactly("Filed", "Accepted");
    }

    @Test
    void what_is_refused_keeps_the_values_and_can_be_corrected() {
        HttpResponse<String> refused =
                room.sends(link, Map.of("press", "accept", "value.date", "2020-01-01", "value.text", "周末 <赶> 工"));

        assertThat(refused.body())
                .contains("还没有生效", "role=\"alert\"", "value=\"2020-01-01\"", "周末 &lt;赶&gt; 工")
                .contains(">受理</button>");
        assertThat(room.facts()).containsExactly("Filed");
        assertThat(room.sends(link, Map.of("press", "accept", "value.date", "2026-11-26"))
                        .body())
                .contains("已提交");
        assertThat(room.facts()).containsExactly("Filed", "Accepted");
    }

    @Test
    void a_button_with_an_effect_to_confirm_asks_first_and_keeps_the_values_on_the_way_back() {
        Map<String, String> reason = Map.of("press", "decline", "value.text", "排期\n已满", "value.date", "");
        HttpResponse<String> question = room.sends(link, reason);

        assertThat(question.body()).contains("婉拒后,需求回到发起人", "确认婉拒", "返回修改", "排期\n已满");
        assertThat(room.facts()).containsExactly("Filed");
        assertThat(room.sends(link, Map.of("press", "", "value.text", "排期\n已满")).body())
                .contains("排期\n已满</textarea>", ">婉拒</button>");
        assertThat(room.sends(link, Map.of("press", "decline", "confirmed", "yes", "value.text", "排期已满"))
                        .body())
                .contains("已提交");
        assertThat(room.facts()).containsExactly("Filed", "Declined");
    }

    @Test
    void of_many_sent_at_once_one_has_an_effect() {
        Map<String, String> yes = Map.of("press", "accept", "value.date", "2026-11-26");
        Map<String, String> no = Map.of("press", "decline", "confirmed", "yes", "value.text", "排期已满");

        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> room.sends(link, number % 2 == 0 ? yes : no)))
                .toList();

        assertThat(sent).allSatisfy(page -> assertThat(page.join().statusCode()).isEqualTo(200));
        assertThat(room.facts()).hasSize(2);
    }

    @Test
    void a_link_that_never_was_and_one_that_has_expired_are_told_apart() {
        assertThat(room.opens("/form/nonsense").statusCode()).isEqualTo(404);
        assertThat(room.opens("/form/nonsense").body()).contains("没有这个链接");
        room.clock.set(room.clock.instant().plus(OneTimeForms.LIFETIME).plus(Duration.ofSeconds(1)), room.database);

        HttpResponse<String> late = room.sends(link, Map.of("press", "accept", "value.date", "2026-12-01"));
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("链接已过期");
        assertThat(room.facts()).containsExactly("Filed");
    }

    @Test
    void what_is_too_large_or_no_form_is_refused() {
        HttpResponse<String> large = room.sends(link, Map.of("press", "accept", "value.text", "x".repeat(300_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("无法读取提交的内容");
        HttpRequest.Builder json = room.request(link)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"press\":\"accept\"}"));
        assertThat(room.call(json).statusCode()).isEqualTo(400);
        HttpRequest.Builder broken = room.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("press=%zz"));
        assertThat(room.call(broken).statusCode()).isEqualTo(400);
        assertThat(room.facts()).containsExactly("Filed");
    }

    @Test
    void the_page_speaks_the_readers_language() {
        HttpRequest.Builder browser = room.request(link).header("Accept-Language", "en-GB");
        assertThat(room.call(browser).body()).contains("<html lang=\"en\">", "required");
        room.says("ou_zhoujie", "设置 中文");
        assertThat(room.call(browser).body()).contains("<html lang=\"zh-CN\">", "必填");
    }
}
