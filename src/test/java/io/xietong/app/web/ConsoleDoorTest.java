package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.JdbiOutbox;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the console, how long, and what they see and do there. */
class ConsoleDoorTest {

    private static final Pattern FIELD = Pattern.compile("name=\"(once|version)\" value=\"([^\"]*)\"");
    private static final String ZHOU = "ou_zhoujie";

    private final FormRoom room = new FormRoom();

    @AfterEach
    void close() {
        room.close();
    }

    /** Goes in by a fresh link. @return the cookie to show from now on */
    private String enters(String account) {
        return cookie(posts(room.consoleLink(account), "", Map.of()));
    }

    private static String cookie(HttpResponse<String> entered) {
        assertThat(entered.statusCode()).isEqualTo(303);
        String set = entered.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> opens(String path, String cookie) {
        return room.call(room.request(path).header("Accept-Language", "zh-CN").header("Cookie", cookie));
    }

    private HttpRequest.Builder form(String path, String cookie, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return room.request(path)
                .header("Accept-Language", "zh-CN")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> posts(String path, String cookie, Map<String, String> fields) {
        return room.call(form(path, cookie, fields).header("Sec-Fetch-Site", "same-origin"));
    }

    /** The press of a button on an item's page, with what the page sends along. */
    private Map<String, String> press(String path, String cookie, String button) {
        Map<String, String> fields = new HashMap<>(Map.of("press", button));
        Matcher field = FIELD.matcher(opens(path, cookie).body());
        while (field.find()) fields.put(field.group(1), field.group(2));
        assertThat(fields).containsKeys("once", "version");
        return fields;
    }

    private void passes(Duration time) {
        room.clock.set(room.clock.instant().plus(time), room.database);
    }

    @Test
    void a_link_may_be_looked_at_and_lets_in_once() {
        String link = room.consoleLink(ZHOU);
        for (int looks = 0; looks < 3; looks++)
            assertThat(room.opens(link).body()).contains("周洁,欢迎", "进入控制台");
        HttpResponse<String> entered = posts(link, "", Map.of());
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-xietong-console=")
                .contains("Path=/", "HttpOnly", "Secure", "SameSite=Lax");
        assertThat(entered.headers().firstValue("Location")).contains("/console");
        assertThat(posts(link, "", Map.of()).statusCode()).isEqualTo(410);
        assertThat(room.opens(link).body()).contains("这个链接不能用了").doesNotContain("周洁");
        assertThat(room.opens("/console/enter/guessed").statusCode()).isEqualTo(410);
        assertThat(opens("/console", cookie(entered)).body()).contains("XQ-1", "展会海报", "周洁");
    }

    @Test
    void links_end_after_minutes_and_visits_after_hours() {
        String link = room.consoleLink(ZHOU);
        String cookie = enters(ZHOU);
        passes(Duration.ofMinutes(10));
        assertThat(room.opens(link).statusCode()).isEqualTo(410);
        assertThat(posts(link, "", Map.of()).statusCode()).isEqualTo(410);
        assertThat(opens("/console", cookie).statusCode()).isEqualTo(200);
        passes(Duration.ofHours(12));
        HttpResponse<String> closed = opens("/console/item/XQ-1", cookie);
        assertThat(closed.statusCode()).isEqualTo(401);
        assertThat(closed.body()).contains("请从聊天进入", "控制台").doesNotContain("展会海报");
    }

    @Test
    void who_leaves_the_console_or_the_company_is_out() {
        String cookie = enters(ZHOU);
        String other = enters(ZHOU);
        assertThat(posts("/console/leave", cookie, Map.of()).body()).contains("已退出");
        assertThat(opens("/console", cookie).statusCode()).isEqualTo(401);
        assertThat(opens("/console", other).statusCode()).isEqualTo(200);
        Map<String, String> accept = press("/console/item/XQ-1", other, "accept");
        String link = room.consoleLink(ZHOU);
        Chat single = new Chat("feishu", ZHOU, Chat.Kind.SINGLE, "");
        room.engine
                .desk()
                .receive(new Inbound(
                        "feishu",
                        UUID.randomUUID().toString(),
                        ZHOU,
                        single,
                        new Inbound.Left(),
                        room.clock.instant()));
        assertThat(opens("/console", other).statusCode()).isEqualTo(401);
        assertThat(posts("/console/item/XQ-1", other, accept).statusCode()).isEqualTo(401);
        assertThat(room.opens(link).statusCode()).isEqualTo(410);
        assertThat(posts(link, "", Map.of()).statusCode()).isEqualTo(410);
        assertThat(room.facts()).containsExactly("Filed");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Accept, text/html"
    })
    void what_another_site_sends_does_nothing(String header, String value) {
        String cookie = enters(ZHOU);
        Map<String, String> accept = press("/console/item/XQ-1", cookie, "accept");
        accept.put("value.date", "2026-11-26");
        HttpResponse<String> refused =
                room.call(form("/console/item/XQ-1", cookie, accept).header(header, value));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有执行");
        String link = room.consoleLink(ZHOU);
        assertThat(room.call(form(link, "", Map.of()).header(header, value)).statusCode())
                .isEqualTo(403);
        assertThat(room.call(form("/console/leave", cookie, Map.of()).header(header, value))
                        .statusCode())
                .isEqualTo(403);
        assertThat(opens("/console", cookie).statusCode()).isEqualTo(200);
        assertThat(room.opens(link).statusCode()).isEqualTo(200);
        assertThat(room.facts()).containsExactly("Filed");
    }

    @Test
    void a_browser_that_only_says_its_origin_is_heard_from_here() {
        String cookie = enters(ZHOU);
        Map<String, String> accept = press("/console/item/XQ-1", cookie, "accept");
        accept.put("value.date", "2026-11-26");
        HttpResponse<String> done =
                room.call(form("/console/item/XQ-1", cookie, accept).header("Origin", "https://xietong.example"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(room.facts()).contains("Accepted");
    }

    @Test
    void an_item_of_others_answers_like_one_that_does_not_exist() {
        String stranger = enters("ou_guojing");
        HttpResponse<String> hidden = opens("/console/item/XQ-1", stranger);
        HttpResponse<String> missing = opens("/console/item/XQ-999", stranger);
        assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(hidden.body()).isEqualTo(missing.body()).contains("没有这一项");
        assertThat(posts("/console/item/XQ-1", stranger, Map.of("press", "accept"))
                        .statusCode())
                .isEqualTo(404);
        for (String path : List.of("/console/all?all=1", "/console/find?q=海报", "/console/find?q=XQ-1"))
            assertThat(opens(path.replace("海报", "%E6%B5%B7%E6%8A%A5"), stranger).body())
                    .doesNotContain("展会海报");
        assertThat(opens("/console/department?of=design", stranger).statusCode())
                .isEqualTo(404);
        assertThat(opens("/console/duty", stranger).statusCode()).isEqualTo(404);
        assertThat(room.facts()).containsExactly("Filed");
    }

    @Test
    void a_press_sent_twice_has_one_effect_and_one_on_an_old_page_none() {
        String cookie = enters(ZHOU);
        Map<String, String> comes = press("/console/item/XQ-1", cookie, "accept");
        comes.put("value.date", "2020-01-01");
        HttpResponse<String> refused = posts("/console/item/XQ-1", cookie, comes);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("还没有生效", "value=\"2020-01-01\"");
        comes.put("value.date", "2026-11-26");
        HttpResponse<String> done = posts("/console/item/XQ-1", cookie, comes);
        assertThat(done.body()).contains("已提交", "周洁", "控制台");
        assertThat(posts("/console/item/XQ-1", cookie, comes).statusCode()).isEqualTo(409);
        assertThat(room.facts()).containsExactly("Filed", "Accepted");
    }

    @Test
    void a_dangerous_button_asks_first() {
        String cookie = enters(ZHOU);
        Map<String, String> decline = press("/console/item/XQ-1", cookie, "decline");
        decline.put("value.text", "今年没有预算 <b>");
        HttpResponse<String> asked = posts("/console/item/XQ-1", cookie, decline);
        assertThat(asked.body()).contains("婉拒后", "确认婉拒", "今年没有预算 &lt;b>");
        assertThat(room.facts()).containsExactly("Filed");
        decline.put("confirmed", "yes");
        assertThat(posts("/console/item/XQ-1", cookie, decline).body()).contains("已提交");
        assertThat(room.facts()).contains("Declined");
    }

    @Test
    void whoever_is_on_duty_sends_lost_messages_again() {
        Outgoing lost = Outgoing.note(
                new Outgoing.ToPerson("nobody"),
                Message.of("text.verbatim", "停机通知"),
                Outgoing.Urgency.NORMAL,
                Optional.empty());
        room.database.inTransaction(books -> {
            books.outbox().add(List.of(new JdbiOutbox.Entry(lost, room.clock.instant())), room.clock.instant());
            return null;
        });
        room.engine.courier().untilIdle();
        String cookie = enters("ou_sunmi");
        assertThat(opens("/console/duty", cookie).body()).contains("没能送达", "nobody");
        String done = posts("/console/duty", cookie, press("/console/duty", cookie, "resend-all"))
                .body();
        assertThat(done).contains("已重新发送", "一切正常");
    }

    @Test
    void what_changed_lately_is_told_to_those_who_may_see_it_and_a_trail_that_was_changed_is_noticed() {
        room.says(ZHOU, "受理 XQ-1 明天");
        assertThat(opens("/console/recent", enters("ou_lilei")).body()).contains("XQ-1", "周洁", "受理");
        assertThat(opens("/console/recent", enters("ou_guojing")).body())
                .contains("没有你能看到的变动")
                .doesNotContain("XQ-1");
        String cookie = enters(ZHOU);
        assertThat(opens("/console/item/XQ-1", cookie).body())
                .contains("逐条校验无误")
                .doesNotContain("轨迹被改动过");
        TrailEntry first = room.database
                .read(books -> books.trail().of(ItemNumber.request(1)))
                .get(0);
        forge(first);
        assertThat(opens("/console/item/XQ-1", cookie).body()).contains("轨迹被改动过");
    }

    /** Somebody with the database changes who did it. */
    private void forge(TrailEntry entry) {
        try (var connection = room.database.connection();
                var change =
                        connection.prepareStatement("UPDATE trail_entry SET person = 'x' WHERE item = ? AND seq = ?")) {
            change.setString(1, entry.item().toString());
            change.setLong(2, entry.seq());
            assertThat(change.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_list_is_a_file_whose_cells_are_no_formulas() {
        room.says("ou_lilei", "求助 设计部 =HYPERLINK(1) 海报 3个工作日内");
        String cookie = enters("ou_lilei");
        HttpResponse<String> csv = opens("/console?list=own&as=csv", cookie);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
        assertThat(csv.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(csv.body()).contains("XQ-2,需求单,'=HYPERLINK(1)", "XQ-1");
        for (String path : List.of(
                "/console?",
                "/console/department?",
                "/console/disputes?",
                "/console/projects?",
                "/console/meetings?",
                "/console/notices?",
                "/console/recent?",
                "/console/notices?list=documents&",
                "/console/all?all=1&",
                "/console/find?q=XQ&")) {
            assertThat(opens(path + "as=xlsx", cookie).body()).as(path).startsWith("PK");
            assertThat(opens(path + "as=csv", cookie).body()).as(path).startsWith("\uFEFF编号");
        }
    }

    @Test
    void long_lists_come_a_page_at_a_time() {
        for (int i = 2; i <= 30; i++) room.says("ou_lilei", "求助 设计部 第" + i + "张海报 3个工作日内");
        String cookie = enters("ou_lilei");
        for (String list : List.of("/console?list=own", "/console/all?kind=XQ")) {
            String first = opens(list, cookie).body();
            assertThat(first).contains("XQ-30<", "XQ-6<").doesNotContain("XQ-5<");
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
            assertThat(next.find()).as(list).isTrue();
            String second = opens(next.group(1).replace("&amp;", "&"), cookie).body();
            assertThat(second).contains("XQ-5<", "XQ-1<").doesNotContain("XQ-6<", "rel=\"next\"");
        }
    }

    @Test
    void the_pages_speak_the_language_that_their_reader_has_set() {
        room.says(ZHOU, "设置 语言 English");
        String cookie = enters(ZHOU);
        for (String page : List.of(
                "",
                "/department",
                "/disputes",
                "/projects",
                "/meetings",
                "/notices",
                "/all",
                "/find?q=x",
                "/item/XQ-1"))
            assertThat(opens("/console" + page, cookie).body())
                    .as(page)
                    .contains("lang=\"en\"", "Departments", "Leave the console");
    }
}
