package io.xietong.feishu;

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
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
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

    /** Whether a chat is a group must not depend on how busy the machine is. */
    static final Duration UNHURRIED = Duration.ofMinutes(1);

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Words WORDS = Words.in(Language.CHINESE, ZONE);
    static final Chat LI_LEI = new Chat("feishu", "ou_lilei", Chat.Kind.SINGLE, "");
    static final Chat LAUNCH = new Chat("feishu", "oc_launch", Chat.Kind.GROUP, "新品上市项目群");

    final HandClock clock = new HandClock();
    final FeishuApp app;
    final FeishuEmulator emulator;
    final FeishuSettings settings;
    final HttpCalls calls = new HttpCalls(Duration.ofSeconds(5), 1 << 20);
    final Feishu feishu;
    final FeishuPlatform platform;
    final List<Inbound> heard = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Receiver.Answer> desk = inbound -> Receiver.Answer.NONE;
    private HttpServer door;

    World() {
        this(FeishuApp.demo(String.format("cli_%016x", System.nanoTime())));
    }

    World(FeishuApp app) {
        this.app = app;
        emulator = new FeishuEmulator(app, organisation(), clock);
        emulator.start(0);
        settings = new FeishuSettings(
                app.id(), app.secret(), app.verificationToken(), app.encryptKey(), emulator.address() + "/");
        feishu = new Feishu(settings, calls, TokenShelf.inMemory(clock), WORDS, clock, UNHURRIED);
        platform = feishu.platform();
    }

    Receiver receiver() {
        return inbound -> {
            heard.add(inbound);
            return desk.apply(inbound);
        };
    }

    /** Opens the webhook and tells the emulator. */
    World withDoor() {
        Webhook inbound = feishu.inbound(receiver());
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        door.setExecutor(Executors.newCachedThreadPool());
        door.createContext("/feishu/events", exchange -> serve(exchange, inbound));
        door.start();
        emulator.pushTo(doorAddress());
        return this;
    }

    URI doorAddress() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/feishu/events");
    }

    private static void serve(HttpExchange exchange, Webhook webhook) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        Webhook.Reply reply = webhook.answer(
                new Webhook.Call(exchange.getRequestMethod(), "/feishu/events", Map.of(), headers, body));
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    FeishuConnection connection() {
        Duration quick = Duration.ofMillis(10);
        return feishu.connection(
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
                .buttons(List.of(Button.primary("accept", "受理", "受理 XQ-1")))
                .drawnFor(3);
    }

    static Organisation organisation() {
        List<Person> people = List.of(
                person("zhang.wei", "张伟", "market", "ou_zhangwei"),
                person("li.lei", "李雷", "market", "ou_lilei"),
                person("han.mei", "韩梅", "market", "ou_hanmei"),
                person("zhao.min", "赵敏", "design", "ou_zhaomin"),
                person("zhou.jie", "周洁", "design", "ou_zhoujie"));
        List<Department> departments = List.of(
                new Department("market", "市场部", Optional.of("zhang.wei"), List.of("han.mei"), List.of("li.lei")),
                new Department("design", "设计部", Optional.of("zhao.min"), List.of(), List.of("zhou.jie")),
                new Department("production", "生产部", Optional.empty(), List.of(), List.of()));
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
        return new Person(id, name, department, Map.of("feishu", account));
    }

    @Override
    public void close() {
        if (door != null) door.stop(0);
        emulator.close();
    }
}
