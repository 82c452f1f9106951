package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.HandClock;
import io.xietong.emulator.wecom.WecomCorp;
import io.xietong.emulator.wecom.WecomEmulator;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    static final Chat LI_LEI = new Chat("wecom", "lilei", Chat.Kind.SINGLE, "");
    static final Chat LAUNCH = new Chat("wecom", "wrlaunch", Chat.Kind.GROUP, "新品上市项目群");

    final HandClock clock = new HandClock(Instant.parse("2026-11-25T01:00:00Z"));
    final WecomCorp corp = WecomCorp.demo();
    final WecomEmulator emulator = new WecomEmulator(corp, organisation(), clock);
    final List<Inbound> heard = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Receiver.Answer> desk = inbound -> Receiver.Answer.NONE;
    private Optional<HttpServer> doors = Optional.empty();

    World() {
        emulator.start(0);
    }

    WecomSettings.App app() {
        return new WecomSettings.App(corp.agentId(), corp.appSecret(), corp.appToken(), corp.appKey());
    }

    WecomSettings.Bot bot() {
        return new WecomSettings.Bot(
                corp.botId(),
                corp.botSecret(),
                corp.botName(),
                corp.botToken(),
                corp.botKey(),
                emulator.address().replaceFirst("^http", "ws") + "/aibot");
    }

    Wecom wecom(WecomSettings.App app, WecomSettings.Bot bot, boolean stream) {
        return wecom(app, bot, stream, clock);
    }

    Wecom wecom(WecomSettings.App app, WecomSettings.Bot bot, boolean stream, Clock machine) {
        return new Wecom(
                new WecomSettings(corp.corpId(), app, bot, emulator.address() + "/", "https://open.weixin.qq.com"),
                new HttpCalls(Duration.ofSeconds(5), 1 << 20),
                TokenShelf.inMemory(machine),
                WORDS,
                (single, card) -> URI.create("https://xietong.example/form/" + single.id()),
                stream,
                machine);
    }

    /** Both halves, the bot on its connection. */
    Wecom both() {
        return wecom(app(), bot(), true);
    }

    Receiver receiver() {
        return inbound -> {
            heard.add(inbound);
            return desk.apply(inbound);
        };
    }

    WecomConnection connection(Wecom wecom, WecomLease lease) {
        Duration quick = Duration.ofMillis(20);
        return wecom.connection(
                receiver(),
                lease,
                new LongConnection.Pace(
                        quick, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(75), quick, quick));
    }

    /** Puts the adapter's doors behind an address that the emulator calls. */
    void openDoors(Wecom wecom) {
        WecomInbound inbound = wecom.inbound(receiver());
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            door(server, "/wecom/app", inbound.app());
            door(server, "/wecom/bot", inbound.bot());
            server.start();
            doors = Optional.of(server);
            emulator.pushTo(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void door(HttpServer server, String path, Webhook webhook) {
        server.createContext(path, exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Webhook.Reply reply = webhook.answer(new Webhook.Call(
                    exchange.getRequestMethod(),
                    path,
                    query(exchange.getRequestURI().getRawQuery()),
                    Map.of(),
                    body));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
            exchange.close();
        });
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String one : raw.split("&")) {
            String[] parts = one.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /** Where the doors stand. */
    String doorAddress() {
        return "http://127.0.0.1:" + doors.orElseThrow().getAddress().getPort();
    }

    List<EmulatedChats.Message> sentTo(String chat) {
        return emulator.chats().in(chat).stream()
                .filter(message -> message.from().equals(EmulatedChats.BOT))
                .toList();
    }

    JsonNode lastIn(String chat) {
        List<EmulatedChats.Message> sent = sentTo(chat);
        return sent.get(sent.size() - 1).payload();
    }

    /** Presses a button by its label. */
    void press(String account, EmulatedChats.Message card, String label) {
        for (JsonNode button : card.payload().path("button_list")) {
            if (!button.path("text").asText().equals(label)) continue;
            ObjectNode action =
                    BoundedJson.object().put("key", button.path("key").asText());
            emulator.press(account, card.id(), action);
            return;
        }
        throw new AssertionError("no button " + label + " on " + card.payload());
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
                person("zhang.wei", "张伟", "market", "zhangwei"),
                person("li.lei", "李雷", "market", "lilei"),
                person("zhao.min", "赵敏", "design", "zhaomin"),
                person("zhou.jie", "周洁", "design", "ZhouJie"));
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
        return new Person(id, name, department, Map.of("wecom", account));
    }

    @Override
    public void close() {
        doors.ifPresent(server -> server.stop(0));
        emulator.close();
    }
}
