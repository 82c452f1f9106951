package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.emulator.HandClock;
import io.xietong.emulator.dingtalk.DingtalkApp;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The adapter and the emulator together, with a desk that only remembers. */
final class World implements AutoCloseable {

    static {
        Awaitility.setDefaultTimeout(
                Duration.ofMinutes(2)); // for machines that are busy; nothing is faster for waiting less
    }

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Words WORDS = Words.in(Language.CHINESE, ZONE);
    static final Chat LI_LEI = new Chat("dingtalk", "u-lilei", Chat.Kind.SINGLE, "");
    static final Chat LAUNCH = new Chat("dingtalk", "cidlaunch==", Chat.Kind.GROUP, "新品上市项目群");

    final HandClock clock = new HandClock(Instant.parse("2026-11-25T01:00:00Z"));
    final DingtalkApp app = DingtalkApp.demo();
    final DingtalkEmulator emulator = new DingtalkEmulator(app, organisation(), clock);
    final DingtalkSettings settings;
    final Dingtalk dingtalk;
    final DingtalkPlatform platform;
    final List<Inbound> heard = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Receiver.Answer> desk = inbound -> Receiver.Answer.NONE;

    private HttpServer door;

    World() {
        this("template-1");
    }

    World(String groupTemplate) {
        emulator.start(0);
        settings = settings(groupTemplate, app.clientSecret());
        dingtalk = dingtalk(settings);
        platform = dingtalk.platform(true);
    }

    DingtalkSettings settings(String groupTemplate, String secret) {
        return new DingtalkSettings(
                app.clientId(),
                secret,
                app.robotCode(),
                app.cardTemplateId(),
                groupTemplate,
                emulator.address() + "/",
                emulator.address());
    }

    Dingtalk dingtalk(DingtalkSettings with) {
        return new Dingtalk(
                with,
                new HttpCalls(Duration.ofSeconds(5), 1 << 20),
                TokenShelf.inMemory(clock),
                WORDS,
                (single, card) -> URI.create("https://xietong.example/form/" + single.id()),
                clock);
    }

    Receiver receiver() {
        return inbound -> {
            heard.add(inbound);
            return desk.apply(inbound);
        };
    }

    /** Opens the doors of HTTP mode, tells the emulator, and registers the address of clicks. */
    World withDoors() {
        DingtalkInbound inbound = dingtalk.inbound(receiver());
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        door.setExecutor(Executors.newCachedThreadPool());
        door.createContext("/dingtalk/robot", exchange -> serve(exchange, inbound.robot()));
        door.createContext("/dingtalk/card", exchange -> serve(exchange, inbound.card()));
        door.start();
        URI bot = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
        emulator.pushTo(bot);
        DingtalkCallbacks.register(
                settings,
                new DingtalkApi(settings, HttpCalls.usual(), TokenShelf.inMemory(clock), clock),
                bot.resolve("/dingtalk/card").toString());
        return this;
    }

    private static void serve(HttpExchange exchange, Webhook webhook) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Webhook.Reply reply = webhook.answer(new Webhook.Call(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.of(), headers, body));
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    /** Presses a button of a card that stands in the emulator. */
    Optional<String> press(String account, String message, int button) {
        JsonNode parameters = emulator.chats().message(message).orElseThrow().payload();
        JsonNode pressed = BoundedJson.object(
                        parameters.path("sys_full_json_obj").asText())
                .orElseThrow()
                .path("msgButtons")
                .get(button);
        return emulator.press(account, message, pressed);
    }

    DingtalkConnection connection() {
        Duration quick = Duration.ofMillis(20);
        return dingtalk.connection(
                receiver(),
                new LongConnection.Pace(
                        quick, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(75), quick, quick));
    }

    static Delivery text(String key, Chat chat, String text) {
        return new Delivery(key, chat, new PlainText(text));
    }

    static Delivery card(String key, Chat chat, Card card) {
        return new Delivery(key, chat, new DrawnCard(card));
    }

    static Card request(String need) {
        return Card.titled("XQ-1 新品海报", Tone.INFO)
                .line("待响应")
                .field("需求", need)
                .progress(40, "截止 11月26日(周四) 09:00")
                .buttons(List.of(
                        Button.primary("accept", "受理", "受理 XQ-1"),
                        Button.danger("decline", "婉拒", "婉拒 XQ-1", "对方会收到你的理由")))
                .drawnFor(3);
    }

    static Organisation organisation() {
        List<Person> people = List.of(
                person("zhang.wei", "张伟", "market", "u-zhangwei"),
                person("li.lei", "李雷", "market", "u-lilei"),
                person("zhao.min", "赵敏", "design", "u-zhaomin"),
                person("zhou.jie", "周洁", "design", "u-zhoujie"));
        List<Department> departments = List.of(
                new Department("market", "市场部", Optional.of("zhang.wei"), List.of(), List.of("li.lei")),
                new Department("design", "设计部", Optional.of("zhao.min"), List.of(), List.of("zhou.jie")));
        return new Organisation(new OrganisationData(
                "示例公司",
                ZONE,
                Language.CHINESE,
                people,
                departments,
                new Committee("zhang.wei", "zhao.min", List.of()),
                List.of("li.lei"),
                List.of("li.lei")));
    }

    private static Person person(String id, String name, String department, String account) {
        return new Person(id, name, department, Map.of("dingtalk", account));
    }

    @Override
    public void close() {
        if (door != null) door.stop(0);
        emulator.close();
    }
}
