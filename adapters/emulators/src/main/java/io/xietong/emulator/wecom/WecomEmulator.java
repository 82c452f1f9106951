package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xietong.core.people.Organisation;
import io.xietong.emulator.CompanyRooms;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Emulator;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A fake WeCom with one company, its application and its bot, each with a single chat for everybody. What happens to the bot goes
 * to its connection while one is subscribed, else to its address. What was left open in the sheet is decided in favour of the
 * stricter reading.
 */
public final class WecomEmulator extends Emulator {

    private static final String APP = "app/";
    private static final int BAD_CODE = 40029;

    private final WecomCorp corp;
    private final AccessTokens tokens;
    private final MessageApi messages;
    private final GroupApi groups;
    private final AddressBook book;
    private final ScheduleApi schedules;
    private final AuthorizePage authorize;
    private final BotChats bot;
    private final AppChats app;
    private final DoorPusher doors;

    public WecomEmulator(WecomCorp corp, Organisation organisation, Clock clock) {
        super("wecom", organisation, clock);
        this.corp = corp;
        this.tokens = new AccessTokens(corp, clock);
        this.messages = new MessageApi(corp, chats(), clock);
        this.groups = new GroupApi(chats());
        this.book = new AddressBook(organisation);
        this.schedules = new ScheduleApi(calendar(), account -> member(account).isPresent());
        this.authorize = new AuthorizePage(corp, visitors());
        this.doors = new DoorPusher(corp, clock);
        this.bot = new BotChats(corp, chats(), doors, this::address, clock);
        this.app = new AppChats(corp, chats(), messages, doors, clock);
        CompanyRooms.open(this, account -> account, name -> "wr" + name);
        members().stream()
                .map(person -> person.accounts().get("wecom"))
                .forEach(account ->
                        chats().add(new EmulatedChats.Chat(appChat(account), "协同(应用)", false, Set.of(account))));
    }

    /** The id of a person's chat with the application; that with the bot is the account itself. */
    public static String appChat(String account) {
        return APP + account;
    }

    @Override
    protected void routes(RoutesConfig routes) {
        bot.sockets().open(routes);
        routes.get("/cgi-bin/gettoken", ctx -> {
            String corpId = String.valueOf(ctx.queryParam("corpid"));
            answer(ctx, tokens.give(corpId, String.valueOf(ctx.queryParam("corpsecret"))));
        });
        post(routes, "/cgi-bin/message/send", messages::send);
        post(routes, "/cgi-bin/message/update_template_card", messages::update);
        post(routes, "/cgi-bin/appchat/create", groups::create);
        post(routes, "/cgi-bin/appchat/update", groups::update);
        post(routes, "/cgi-bin/appchat/send", groups::send);
        post(routes, "/cgi-bin/oa/calendar/add", schedules.allowed(schedules::addCalendar));
        post(routes, "/cgi-bin/oa/schedule/add", schedules.allowed(schedules::add));
        post(routes, "/cgi-bin/oa/schedule/update", schedules.allowed(schedules::update));
        post(routes, "/cgi-bin/oa/schedule/del", schedules.allowed(schedules::delete));
        post(routes, "/cgi-bin/oa/schedule/get", schedules.allowed(schedules::read));
        post(routes, "/cgi-bin/oa/schedule/get_by_calendar", schedules.allowed(schedules::inCalendar));
        get(routes, "/cgi-bin/department/list", ctx -> book.departments());
        get(routes, "/cgi-bin/user/list", ctx -> book.members(String.valueOf(ctx.queryParam("department_id"))));
        get(routes, "/cgi-bin/agent/get", ctx -> agent(String.valueOf(ctx.queryParam("agentid"))));
        get(routes, "/cgi-bin/auth/getuserinfo", this::visitor);
        routes.get("/connect/oauth2/authorize", authorize::show);
        routes.post("/cgi-bin/aibot/response", ctx -> {
            String code = String.valueOf(ctx.queryParam("response_code"));
            answer(ctx, bot.response(code, body(ctx)));
        });
    }

    private ObjectNode visitor(Context ctx) {
        return logins().account(String.valueOf(ctx.queryParam("code")))
                .map(account -> Answer.ok().put("userid", account))
                .orElseGet(() -> Answer.fault(BAD_CODE));
    }

    private ObjectNode agent(String id) {
        return id.equals(Integer.toString(corp.agentId())) ? Answer.ok().put("agentid", id) : Answer.fault(301002);
    }

    private void post(RoutesConfig routes, String path, Function<JsonNode, ObjectNode> handler) {
        routes.post(path, ctx -> withToken(ctx, any -> handler.apply(body(ctx))));
    }

    private void get(RoutesConfig routes, String path, Function<Context, ObjectNode> handler) {
        routes.get(path, ctx -> withToken(ctx, handler));
    }

    private void withToken(Context ctx, Function<Context, ObjectNode> handler) {
        int fault = tokens.fault(String.valueOf(ctx.queryParam("access_token")));
        answer(ctx, fault == 0 ? handler.apply(ctx) : Answer.fault(fault));
    }

    private void answer(Context ctx, ObjectNode json) {
        answer(ctx, 200, json, json.path("errcode").asText());
    }

    /** Where pushes go: scheme, host and port of the bot. The bot's own only while no connection is subscribed. */
    public void pushTo(URI bot) {
        doors.target(bot);
    }

    /** The administrator gives the application's callback another token and another EncodingAESKey. */
    public void renewCallback(String token, String key) {
        doors.renew(token, key);
    }

    /** Asks one of the two doors, {@code /wecom/app} or {@code /wecom/bot}, whether it is ours. */
    public boolean verify(String path) {
        return doors.verify(path);
    }

    public BotSockets sockets() {
        return bot.sockets();
    }

    /** No access token given so far is taken any more. */
    public void revokeTokens() {
        tokens.revoke();
    }

    /** Whether the application may write calendars. */
    public void allowCalendars(boolean wanted) {
        schedules.allow(wanted);
    }

    /** How many calendars the application made. */
    public int calendarsMade() {
        return schedules.calendars();
    }

    /** How many different tokens were given. */
    public int tokensGiven() {
        return tokens.count();
    }

    @Override
    public String botName() {
        return corp.botName();
    }

    @Override
    public void say(String account, String chat, String text) {
        if (chat.startsWith(APP)) app.say(account, chat, text);
        else bot.say(account, chats().find(chat).orElseThrow(), text);
    }

    /** Pushes any message body to the bot. */
    public void push(ObjectNode message) {
        bot.push(message);
    }

    /** A message body as WeCom words it. */
    public ObjectNode message(String id, String account, EmulatedChats.Chat chat, String text) {
        return bot.message(id, account, chat, text);
    }

    /** Somebody opens the chat with the bot for the first time today. */
    public void enter(String account) {
        bot.enter(account);
    }

    /** The action is {@code {"key":…,"selected":{question:option}}}. WeCom shows nothing of its own after a press. */
    @Override
    public Optional<String> press(String account, String message, JsonNode action) {
        EmulatedChats.Message card = chats().message(message).orElseThrow();
        if (card.chat().startsWith(APP)) app.press(account, card, action);
        else bot.press(account, card, action);
        return Optional.empty();
    }
}
