package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xietong.core.people.Organisation;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Emulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A fake Feishu with one app. Events go to the long connections while any stands, else to the address given. What was left open
 * in the sheet is decided in favour of the stricter reading.
 */
public final class FeishuEmulator extends Emulator {

    private static final Duration CARD_LIFE = Duration.ofDays(14);

    private final FeishuRooms rooms;
    private final AccessTokens tokens;
    private final SendLimits limits;
    private final FeishuMessages messages;
    private final FeishuGroupApi groups;
    private final FeishuContacts contacts;
    private final FeishuCalendarApi calendars;
    private final FeishuLogins pages;
    private final FeishuHappenings happenings;
    private final FeishuPusher pusher;
    private final FeishuSockets sockets;
    private final Set<String> scopes = ConcurrentHashMap.newKeySet();
    private final SlashCommands commands = new SlashCommands(scopes);
    private final Set<String> resigned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger said = new AtomicInteger();
    private final ScheduledExecutorService redelivery = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "feishu-redelivery");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int times = 1;

    public FeishuEmulator(FeishuApp app, Organisation organisation, Clock clock) {
        super("feishu", organisation, clock);
        this.rooms = new FeishuRooms(chats(), organisation);
        this.tokens = new AccessTokens(app, clock);
        this.limits = new SendLimits(clock);
        this.messages = new FeishuMessages(chats(), rooms, limits, this::employed, clock);
        this.groups = new FeishuGroupApi(chats(), rooms, this::employed, clock);
        this.contacts = new FeishuContacts(organisation, scopes, resigned);
        this.pages = new FeishuLogins(app, logins(), visitors());
        this.calendars = new FeishuCalendarApi(calendar(), scopes, this::employed);
        this.happenings = new FeishuHappenings(app, organisation, clock);
        this.pusher = new FeishuPusher(app, clock);
        this.sockets = new FeishuSockets(app, this::address);
        scopes.addAll(FeishuScopes.ALL);
        redelivery.scheduleWithFixedDelay(pusher::again, 200, 200, TimeUnit.MILLISECONDS);
    }

    private boolean employed(String account) {
        return member(account).isPresent() && !resigned.contains(account);
    }

    @Override
    protected void routes(RoutesConfig routes) {
        sockets.open(routes);
        String im = "/open-apis/im/v1";
        open(routes, "/open-apis/auth/v3/tenant_access_token/internal", ctx -> tokens.give(body(ctx)));
        open(routes, "/callback/ws/endpoint", ctx -> sockets.endpoint(body(ctx)));
        on(
                routes,
                HandlerType.POST,
                im + "/messages",
                ctx -> messages.send(ctx.queryParam("receive_id_type"), body(ctx)));
        on(routes, HandlerType.POST, im + "/messages/{id}/reply", ctx -> messages.reply(id(ctx), body(ctx)));
        on(routes, HandlerType.PATCH, im + "/messages/{id}", ctx -> messages.patch(id(ctx), body(ctx)));
        on(routes, HandlerType.DELETE, im + "/messages/{id}", ctx -> messages.recall(id(ctx)));
        on(routes, HandlerType.GET, im + "/messages/{id}", ctx -> messages.read(id(ctx)));
        on(routes, HandlerType.PATCH, im + "/messages/{id}/urgent_app", ctx -> messages.urgent(id(ctx), body(ctx)));
        on(routes, HandlerType.POST, im + "/chats", ctx -> groups.create(ctx.queryParam("uuid"), body(ctx)));
        on(routes, HandlerType.GET, im + "/chats/{id}", ctx -> groups.read(id(ctx)));
        on(routes, HandlerType.PUT, im + "/chats/{id}", ctx -> groups.rename(id(ctx), body(ctx)));
        on(routes, HandlerType.POST, im + "/chats/{id}/members", ctx -> groups.members(id(ctx), body(ctx), true));
        on(routes, HandlerType.DELETE, im + "/chats/{id}/members", ctx -> groups.members(id(ctx), body(ctx), false));
        aboutTheApp(routes);
        routes.get("/open-apis/authen/v1/authorize", pages::show);
        open(routes, "/open-apis/authen/v2/oauth/token", ctx -> pages.token(body(ctx)));
        routes.get("/open-apis/authen/v1/user_info", ctx -> answer(ctx, pages.person(ctx.header("Authorization"))));
        calendars.open((method, path, handler) -> on(routes, method, path, ctx -> handler.of(ctx, body(ctx))));
    }

    private void aboutTheApp(RoutesConfig routes) {
        String slash = "/open-apis/application/v7/app_slash_commands";
        String contact = "/open-apis/contact/v3";
        on(routes, HandlerType.GET, "/open-apis/bot/v3/info", ctx -> info());
        on(routes, HandlerType.GET, "/open-apis/application/v6/scopes", ctx -> FeishuScopes.listed(scopes));
        on(routes, HandlerType.GET, contact + "/scopes", ctx -> contacts.children("0", "1", null));
        on(
                routes,
                HandlerType.GET,
                contact + "/departments/{id}/children",
                ctx -> contacts.children(id(ctx), ctx.queryParam("page_size"), ctx.queryParam("page_token")));
        on(
                routes,
                HandlerType.GET,
                contact + "/users/find_by_department",
                ctx -> contacts.users(
                        ctx.queryParam("department_id"), ctx.queryParam("page_size"), ctx.queryParam("page_token")));
        on(routes, HandlerType.GET, slash, ctx -> commands.list());
        on(routes, HandlerType.POST, slash, ctx -> commands.create(body(ctx)));
        on(routes, HandlerType.PATCH, slash + "/{id}", ctx -> commands.change(id(ctx), body(ctx)));
        on(routes, HandlerType.DELETE, slash + "/{id}", ctx -> commands.remove(id(ctx)));
    }

    /** The slash commands that stand, by name, each with what it does in Chinese. */
    public Map<String, String> slashCommands() {
        return commands.described();
    }

    private static String id(Context ctx) {
        return ctx.pathParam("id");
    }

    private static Answer info() {
        ObjectNode json = Answer.object().put("code", 0).put("msg", "ok");
        json.putObject("bot")
                .put("activate_status", 2)
                .put("app_name", FeishuHappenings.BOT_NAME)
                .put("open_id", FeishuHappenings.BOT_ID);
        return Answer.whole(json);
    }

    private void open(RoutesConfig routes, String path, Function<Context, Answer> handler) {
        routes.addHttpHandler(HandlerType.POST, path, ctx -> answer(ctx, handler.apply(ctx)));
    }

    private void on(RoutesConfig routes, HandlerType method, String path, Function<Context, Answer> handler) {
        routes.addHttpHandler(
                method,
                path,
                ctx -> answer(ctx, tokens.refusal(ctx.header("Authorization")).orElseGet(() -> handler.apply(ctx))));
    }

    private void answer(Context ctx, Answer answer) {
        answer.headers().forEach(ctx::header);
        answer(ctx, answer.status(), answer.json(), answer.json().path("code").asText());
    }

    /** Where events are pushed while no long connection stands. */
    public void pushTo(URI door) {
        pusher.target(door);
    }

    public FeishuSockets sockets() {
        return sockets;
    }

    /** Whether the limits on sending are kept. */
    public void limitSending(boolean wanted) {
        limits.on(wanted);
    }

    /** No access token given so far is taken any more. */
    public void revokeTokens() {
        tokens.revoke();
    }

    public void revokeScope(String scope) {
        scopes.remove(scope);
    }

    /** The company no longer employs this person. */
    public void resign(String account) {
        resigned.add(account);
    }

    /** Every event comes so many times. */
    public void repeatEvents(int count) {
        times = count;
    }

    @Override
    public void say(String account, String chat, String text) {
        EmulatedChats.Chat found = chats().find(chat).orElseThrow();
        String id = "om_said_" + said.incrementAndGet();
        chats().post(id, chat, account, "text", Answer.object().put("text", text));
        ObjectNode event = happenings.message(id, account, chat, found.group(), text);
        boolean heard = !found.group() || rooms.hasBot(chat) && FeishuHappenings.mentionsBot(event);
        if (heard) push("im.message.receive_v1", event);
    }

    /** Pushes any event; returns once it was answered or given up for now. */
    public void push(String type, ObjectNode event) {
        boolean connected = sockets.any();
        String envelope = happenings.envelope(type, event, connected).toString();
        for (int time = 0; time < times; time++) {
            if (connected) sockets.push(envelope, false);
            else if (pusher.hasTarget()) pusher.event(envelope);
        }
    }

    /** Pushes again at once what was not answered well; left alone it comes when it is due by the clock. */
    public void bringAgain() {
        pusher.allAgain();
    }

    @Override
    public Optional<String> press(String account, String message, JsonNode action) {
        EmulatedChats.Message found = chats().message(message).orElseThrow();
        if (found.sentAt().plus(CARD_LIFE).isBefore(clock().instant())) return Optional.of("卡片已过期");
        ObjectNode event = happenings.press(account, message, found.chat(), action);
        boolean connected = sockets.any();
        String envelope =
                happenings.envelope("card.action.trigger", event, connected).toString();
        return connected ? answered(message, sockets.push(envelope, true)) : answered(message, pusher.push(envelope));
    }

    private Optional<String> answered(String message, Optional<JsonNode> answer) {
        if (answer.isEmpty()) return Optional.of("出错了,请稍后重试 code: 200341");
        if (answer.get().path("code").asInt() != 200) return Optional.of("出错了,请稍后重试 code: 200671");
        return shown(message, FeishuSockets.data(answer.get()));
    }

    private Optional<String> answered(String message, FeishuPusher.Reply reply) {
        if (reply.status() == 0) return Optional.of("出错了,请稍后重试 code: 200341");
        if (reply.status() != 200) return Optional.of("出错了,请稍后重试 code: 200671");
        return shown(message, reply.body());
    }

    private Optional<String> shown(String message, JsonNode answer) {
        if (!answer.isObject()) return Optional.of("出错了,请稍后重试 code: 200672");
        JsonNode card = answer.path("card").path("data");
        if (card.isObject()) {
            if (CardRules.problem(card).isPresent()) return Optional.of("出错了,请稍后重试 code: 200673");
            chats().update(message, card);
        }
        return Optional.of(answer.path("toast").path("content").asText()).filter(toast -> !toast.isEmpty());
    }

    /** Somebody adds the bot to a group. */
    public void addBot(String chat, String operator) {
        rooms.bot(chat, true);
        String name = chats().find(chat).orElseThrow().name();
        push("im.chat.member.bot.added_v1", happenings.membership(chat, name, operator));
    }

    /** Somebody takes the bot out of a group. */
    public void removeBot(String chat, String operator) {
        String name = chats().find(chat).orElseThrow().name();
        rooms.bot(chat, false);
        push("im.chat.member.bot.deleted_v1", happenings.membership(chat, name, operator));
    }

    /** A group is dissolved. */
    public void dissolve(String chat, String operator) {
        String name = chats().find(chat).orElseThrow().name();
        rooms.dissolve(chat);
        push("im.chat.disbanded_v1", happenings.membership(chat, name, operator));
    }

    /** Somebody opens their chat with the bot. */
    public void enter(String account) {
        String chat = FeishuRooms.single(account);
        List<EmulatedChats.Message> before = chats().in(chat);
        Optional<String> last = before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1).id());
        push("im.chat.access_event.bot_p2p_chat_entered_v1", happenings.entered(chat, account, last));
    }

    /** Somebody chooses an item of the bot's menu. */
    public void chooseMenu(String account, String key) {
        push("application.bot.menu_v6", happenings.menu(account, key));
    }

    /** The id of a person's chat with the bot. */
    public static String single(String account) {
        return FeishuRooms.single(account);
    }

    @Override
    public void close() {
        redelivery.shutdownNow();
        super.close();
    }
}
