package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.platform.CalendarLinks;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody's meetings in their own calendar, over the real server. */
class CalendarDoorTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
    private static final String PUBLIC_URL = "https://xietong.example";

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
    private final CompanyClock clock = CompanyClock.kept(database, Clock.fixed(START, SHANGHAI), SHANGHAI);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final Engine engine = new Engine(database, company, clock, Map.of());
    private final CalendarLinks links = new CalendarLinks(database, clock, PUBLIC_URL);
    private final Web web = Web.start("127.0.0.1", 0, List.of(new CalendarDoor(database, company, links, clock)));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        web.close();
        engine.close();
        database.close();
    }

    private void says(String person, String text) {
        Chat single = new Chat("feishu", "ou_" + person, Chat.Kind.SINGLE, "");
        engine.desk()
                .receive(new Inbound(
                        "feishu", UUID.randomUUID().toString(), "ou_" + person, single, new Inbound.Text(text), START));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + web.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String calendar(String person) throws IOException, InterruptedException {
        String link = links.make(person).toString();
        assertThat(link).startsWith(PUBLIC_URL + "/calendar/").endsWith(".ics");
        HttpResponse<String> answer = get(link.substring(PUBLIC_URL.length()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        return answer.body().replace("\r\n ", "");
    }

    @Test
    void a_meeting_stands_there_in_utc_escaped_and_with_its_state() throws Exception {
        says("zhangwei", "开会 定价;渠道BEGIN:VEVENT 周五 14:00-15:30 何涛 李雷");
        assertThat(calendar("he.tao"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(
                        "VERSION:2.0\r\n",
                        "X-WR-CALNAME:何涛的会议(示例公司)\r\n",
                        "X-WR-TIMEZONE:Asia/Shanghai\r\n",
                        "DTSTAMP:20261124T010000Z\r\n",
                        "DTSTART:20261127T060000Z\r\n",
                        "DTEND:20261127T073000Z\r\n",
                        "SUMMARY:定价\\;渠道BEGIN:VEVENT\r\n",
                        "UID:hy-1@xietong\r\n",
                        "SEQUENCE:1\r\n",
                        "DESCRIPTION:HY-1\\n主持 张伟\r\n",
                        "STATUS:TENTATIVE\r\n")
                .containsOnlyOnce("\r\nBEGIN:VEVENT\r\n")
                .endsWith("END:VCALENDAR\r\n");
        says("hetao", "参加 HY-1");
        assertThat(calendar("he.tao")).contains("STATUS:CONFIRMED\r\n", "SEQUENCE:2\r\n");
        says("zhangwei", "取消 HY-1 确认 已解决");
        assertThat(calendar("he.tao")).contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void who_does_not_come_has_it_no_more_and_who_comes_instead_does() throws Exception {
        says("zhangwei", "开会 定价 周五 14:00 何涛 李雷");
        says("lilei", "委托 HY-1 韩梅");
        says("hetao", "请假 HY-1 出差");
        assertThat(calendar("li.lei")).doesNotContain("VEVENT");
        assertThat(calendar("he.tao")).doesNotContain("VEVENT");
        assertThat(calendar("han.mei")).contains("SUMMARY:定价");
        assertThat(calendar("ma.li")).doesNotContain("VEVENT");
    }

    @Test
    void a_link_that_was_revoked_opens_nothing_like_one_that_never_was() throws Exception {
        String path = links.make("he.tao").toString().substring(PUBLIC_URL.length());
        assertThat(get(path).statusCode()).isEqualTo(200);
        says("hetao", "日程订阅 停用");
        HttpResponse<String> closed = get(path);
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/x.ics",
                "/calendar/.ics",
                "/calendar/he.tao.ics",
                "/calendar/he.tao",
                "/calendar/%00.ics"
            })
    void nothing_is_guessed(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }
}
