package io.xietong.app.web;

import io.xietong.app.config.Settings;
import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.Downloads;
import io.xietong.app.desk.Uploads;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.platform.FormVisits;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The demo company with a request that waits for 周洁, and the server on which her form is opened. */
public final class FormRoom implements AutoCloseable {

    static final Chat ZHOU_JIE = new Chat("feishu", "ou_zhoujie", Chat.Kind.SINGLE, "");
    /** A server that stops waits a second for connections that are kept open; so none is. */
    private static final Door ONE_CALL_EACH = routes -> routes.after(ctx -> ctx.header("Connection", "close"));

    private static final String BOUNDARY = "----xietong7MA4YWxkTrZu0gW";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String PUBLIC_URL = "https://xietong.example/bot";
    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    final Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
    final CompanyClock clock = CompanyClock.kept(database, Clock.fixed(START, SHANGHAI), SHANGHAI);
    final OneTimeForms forms = new OneTimeForms(database, clock, PUBLIC_URL);
    final ConsolePasses passes = new ConsolePasses(database, clock, PUBLIC_URL);
    final Engine engine;
    private final RememberedChats chats = new RememberedChats();
    private final Web web;
    private final HttpClient client = HttpClient.newHttpClient();

    public FormRoom() {
        CompanyFiles company = CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
        engine = new Engine(database, company, clock, Map.of("feishu", chats));
        FormDoor door = new FormDoor(
                forms,
                new FormGuard(new FormVisits(database, clock), Map.of(), PUBLIC_URL),
                engine.desk(),
                new Uploads(database, company, clock),
                () -> company.get().organisation(),
                person -> database.read(books -> books.people().setting(person)).language());
        web = Web.start(
                "127.0.0.1",
                0,
                List.of(
                        ONE_CALL_EACH,
                        door,
                        new FileDoor(
                                database,
                                clock,
                                () -> company.get().organisation(),
                                new Downloads(database, company, clock)::allows),
                        new ConsoleDoor(
                                new ConsoleDesk(database, company, clock),
                                new ConsoleGuard(passes, PUBLIC_URL),
                                new ConsoleEntrance(company),
                                engine.desk())));
        says("ou_lilei", "求助 设计部 展会海报 3个工作日内");
    }

    void says(String account, String text) {
        Chat single = new Chat("feishu", account, Chat.Kind.SINGLE, "");
        engine.desk()
                .receive(new Inbound(
                        "feishu", UUID.randomUUID().toString(), account, single, new Inbound.Text(text), START));
    }

    private static Card card() {
        return Card.titled("XQ-1 展会海报", Tone.INFO)
                .line("等 周洁 答复 <b>&")
                .field("期望时间", "11月27日(周五)")
                .progress(40, "截止 11月25日(周三) 09:00")
                .form(List.of(
                        Input.date("date", "完成时间", true, "2026-11-27"),
                        Input.longText("text", "说明", false, "写给对方", "")))
                .buttons(List.of(
                        Button.primary("accept", "受理", "受理 XQ-1"),
                        Button.danger("decline", "婉拒", "婉拒 XQ-1", "婉拒后,需求回到发起人")))
                .drawnFor(0);
    }

    public String link() {
        return forms.link(ZHOU_JIE, card()).toString().substring(PUBLIC_URL.length());
    }

    /** The path of a fresh link into somebody's console. */
    String consoleLink(String account) {
        Chat single = new Chat("feishu", account, Chat.Kind.SINGLE, "");
        return passes.link(single, Duration.ofMinutes(10)).toString().substring(PUBLIC_URL.length());
    }

    public String address() {
        return "http://127.0.0.1:" + web.port();
    }

    /** The path of the newest link of a kind that the bot sent to somebody. */
    public String newest(String account, String kind) {
        Pattern path = Pattern.compile("/" + kind + "/[\\w-]+");
        return said(account).stream()
                .flatMap(text -> path.matcher(text).results())
                .map(MatchResult::group)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** All that the bot said to somebody. */
    List<String> said(String account) {
        engine.courier().untilIdle();
        return chats.said(account);
    }

    HttpResponse<String> opens(String path) {
        return call(request(path).header("Accept-Language", "zh-CN"));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> sends(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file, as a browser does. */
    HttpResponse<String> sends(String path, Map<String, String> fields, String fileName, byte[] content) {
        return call(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(fields, fileName, content))));
    }

    private static byte[] multipart(Map<String, String> fields, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(utf8(part("name=\"" + name + "\"") + value + "\r\n")));
        body.writeBytes(utf8(part("name=\"value.file\"; filename=\"" + fileName + "\"")));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static String part(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happened to the request so far. */
    List<String> facts() {
        return database.read(books -> books.trail().of(ItemNumber.request(1))).stream()
                .map(TrailEntry::fact)
                .toList();
    }

    @Override
    public void close() {
        web.close();
        engine.close();
        database.close();
    }
}
