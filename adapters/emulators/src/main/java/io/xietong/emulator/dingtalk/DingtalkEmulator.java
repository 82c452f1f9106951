package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.emulator.CompanyRooms;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Emulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fake DingTalk with one application. Pushes go to the Stream connections while any stands, else to the addresses given. What
 * was left open in the sheet is decided in favour of the stricter reading.
 */
public final class DingtalkEmulator extends Emulator {

    private static final Pattern MENTION = Pattern.compile("[@＠](?:协同|xietong)\\s*");
    private static final Duration MESSAGE = Duration.ofSeconds(3);
    private static final Duration CLICK = Duration.ofSeconds(2);

    private final AccessTokens tokens;
    private final CardApi cards;
    private final RobotApi robot;
    private final AddressBook book;
    private final StreamGateway gateway;
    private final HttpPusher pusher;
    private final Sessions sessions;
    private final RobotPushes pushes;
    private final CallLimits limits;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dingtalk-redelivery");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger said = new AtomicInteger();
    private final SceneGroups groups;
    private final CalendarApi calendars;
    private final DingtalkLogins pages;

    public DingtalkEmulator(DingtalkApp app, Organisation organisation, Clock clock) {
        super("dingtalk", organisation, clock);
        this.tokens = new AccessTokens(app, clock);
        this.cards = new CardApi(app, chats(), this::singleOf);
        this.robot = new RobotApi(app, chats(), this::singleOf);
        this.book = new AddressBook(organisation);
        this.groups = new SceneGroups(chats());
        this.pages = new DingtalkLogins(app, logins(), visitors());
        this.calendars = new CalendarApi(calendar(), account -> member(account).isPresent());
        this.gateway = new StreamGateway(app, clock, this::address);
        this.pusher = new HttpPusher(app, clock);
        this.sessions = new Sessions(chats(), clock, this::address);
        this.pushes = new RobotPushes(app, gateway, pusher, sessions, clock);
        this.limits = new CallLimits(clock);
        later.scheduleWithFixedDelay(this::tick, 100, 100, TimeUnit.MILLISECONDS);
        CompanyRooms.open(this, DingtalkEmulator::single, name -> "cid" + name + "==");
    }

    /** The id of a person's chat with the bot. */
    public static String single(String account) {
        return "cidp2p" + account;
    }

    private Optional<String> singleOf(String account) {
        return chats().find(single(account)).map(EmulatedChats.Chat::id);
    }

    @Override
    protected void routes(RoutesConfig routes) {
        gateway.open(routes);
        open(routes, "/v1.0/oauth2/accessToken", tokens::give);
        open(routes, "/v1.0/gateway/connections/open", gateway::ticket);
        api(routes, HandlerType.POST, "/v1.0/card/instances/createAndDeliver", cards::create);
        api(routes, HandlerType.POST, "/v1.0/card/instances/deliver", cards::deliver);
        api(routes, HandlerType.PUT, "/v1.0/card/instances", cards::update);
        api(routes, HandlerType.POST, "/v1.0/card/callbacks/register", cards::register);
        api(routes, HandlerType.POST, "/v1.0/robot/groupMessages/send", robot::toGroup);
        api(routes, HandlerType.POST, "/v1.0/robot/oToMessages/batchSend", robot::toPeople);
        api(routes, HandlerType.POST, "/v1.0/robot/ding/send", robot::ding);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/create", groups::create);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/update", groups::rename);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/member/add", body -> groups.members(body, true));
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/member/delete", body -> groups.members(body, false));
        routes.post("/robot/sendBySession", ctx -> answer(ctx, sessions.send(ctx.queryParam("session"), body(ctx))));
        old(routes, "/topapi/v2/department/listsub", book::below);
        old(routes, "/topapi/v2/department/get", book::department);
        old(routes, "/topapi/v2/user/list", book::members);
        old(routes, "/topapi/v2/user/get", book::person);
        old(routes, "/topapi/user/getbyunionid", book::member);
        routes.get("/oauth2/auth", pages::show);
        open(routes, "/v1.0/oauth2/userAccessToken", pages::token);
        routes.get("/v1.0/contact/users/me", ctx -> answer(ctx, pages.me(ctx.header("x-acs-dingtalk-access-token"))));
        calendars.open((method, path, handler) -> api(routes, method, path, handler));
    }

    private void open(RoutesConfig routes, String path, Function<JsonNode, Answer> handler) {
        routes.addHttpHandler(HandlerType.POST, path, ctx -> answer(ctx, handler.apply(body(ctx))));
    }

    private void api(RoutesConfig routes, HandlerType method, String path, Function<JsonNode, Answer> handler) {
        api(routes, method, path, (ctx, body) -> handler.apply(body));
    }

    private void api(RoutesConfig routes, HandlerType method, String path, CalendarApi.Handler handler) {
        routes.addHttpHandler(method, path, ctx -> {
            boolean valid = tokens.valid(ctx.header("x-acs-dingtalk-access-token"));
            Answer refused = Answer.fault(401, "InvalidAuthentication");
            answer(ctx, valid ? limits.refusal(method + path).orElseGet(() -> handler.of(ctx, body(ctx))) : refused);
        });
    }

    private void old(RoutesConfig routes, String path, Function<JsonNode, Answer> handler) {
        routes.addHttpHandler(HandlerType.POST, path, ctx -> {
            boolean valid = tokens.valid(ctx.queryParam("access_token"));
            answer(ctx, valid ? handler.apply(body(ctx)) : Answer.oldFault(40014));
        });
    }

    private void answer(Context ctx, Answer answer) {
        answer(ctx, answer.status(), answer.json(), answer.code());
    }

    /** Where pushes go while no Stream connection stands: scheme, host and port of the bot. */
    public void pushTo(URI bot) {
        pusher.target(bot);
    }

    public StreamGateway gateway() {
        return gateway;
    }

    /** No access token given so far is taken any more. */
    public void revokeTokens() {
        tokens.revoke();
    }

    /** How many different tokens were given. */
    public int tokensGiven() {
        return tokens.count();
    }

    /** Every message comes so many times. */
    public void repeatMessages(int count) {
        pushes.repeat(count);
    }

    @Override
    public void say(String account, String chat, String text) {
        EmulatedChats.Chat found = chats().find(chat).orElseThrow();
        String id = "msg" + said.incrementAndGet() + "==";
        chats().post(id, chat, account, "text", Answer.object().put("content", text));
        Matcher mention = MENTION.matcher(text);
        boolean mentioned = mention.find();
        if (found.group() && !mentioned) return;
        String words = mentioned ? mention.replaceFirst(" ") : text;
        push(message(id, account, found, words));
    }

    /** Pushes any robot message. @return whether it was acknowledged; over Stream it comes again if not */
    public boolean push(ObjectNode message) {
        return pushes.push(message);
    }

    private void tick() {
        pushes.again();
        gateway.closeTheLeaving();
    }

    /** An event of the organisation, over Stream while a connection stands. @return whether it was acknowledged */
    public boolean happens(String type, ObjectNode event) {
        event.put("EventType", type);
        if (!gateway.any()) return pusher.hasTarget() && pusher.event(event);
        return gateway.push("EVENT", "*", event, MESSAGE)
                .filter(answer -> answer.path("data").asText().contains("SUCCESS"))
                .isPresent();
    }

    /** From now on events by HTTP are sealed for this owner; for the application until then. */
    public void sealEventsFor(String owner) {
        pusher.sealEventsFor(owner);
    }

    /** A robot message as DingTalk words it. */
    public ObjectNode message(String id, String account, EmulatedChats.Chat chat, String text) {
        return pushes.message(id, account, member(account).map(Person::name).orElse(account), chat, text);
    }

    @Override
    public Optional<String> press(String account, String message, JsonNode action) {
        EmulatedChats.Message card = chats().message(message).orElseThrow();
        if (action.hasNonNull("say")) {
            say(account, card.chat(), action.path("say").asText());
            return Optional.empty();
        }
        ObjectNode callback = Answer.object()
                .put("type", "actionCallback")
                .put("outTrackId", message)
                .put("corpId", "dingcorp")
                .put("userId", account);
        if (chats().find(card.chat()).filter(EmulatedChats.Chat::group).isPresent())
            callback.put("spaceId", card.chat()).put("spaceType", "im");
        ObjectNode content = Answer.object();
        ObjectNode press = content.putObject("cardPrivateData");
        press.putArray("actionIds").add(action.path("id").asText());
        press.set("params", action.path("params"));
        callback.put("content", content.toString());
        Optional<JsonNode> answer = clicked(message, callback);
        if (answer.isEmpty()) return Optional.of("操作失败,请稍后重试");
        JsonNode options = answer.get().path("cardUpdateOptions");
        cards.change(
                card,
                answer.get().path("cardData").path("cardParamMap"),
                options.path("updateCardDataByKey").asBoolean());
        cards.tell(message, account, answer.get().path("userPrivateData").path("cardParamMap"));
        return Optional.of(cards.tip(message, account)).filter(tip -> !tip.isEmpty());
    }

    private Optional<JsonNode> clicked(String card, ObjectNode callback) {
        if (!cards.overStream(card)) return cards.callback(card).flatMap(address -> pusher.click(address, callback));
        return gateway.push("CALLBACK", "/v1.0/card/instances/callback", callback, CLICK)
                .filter(ack -> ack.path("code").asInt() == 200)
                .map(ack -> parsed(ack.path("data").asText()).path("response"));
    }

    /** What stands under a card for this account alone; may be empty. */
    public String tip(String card, String account) {
        return cards.tip(card, account);
    }

    /** The next card is made but reaches nobody, for this reason. */
    public void failDelivery(String why) {
        cards.failDelivery(why);
    }

    /** The next message to this account is held back. */
    public void holdBack(String account) {
        robot.holdBack(account);
    }

    /** Whether the edition has DING reminders. */
    public void dings(boolean wanted) {
        robot.dings(wanted);
    }

    /** Whether 20 calls a second of each API are the most. */
    public void limitSpeed(boolean wanted) {
        limits.speed(wanted);
    }

    /** Whether the application may write calendars. */
    public void allowCalendars(boolean wanted) {
        calendars.allow(wanted);
    }

    /** How many calls are left of the month's. */
    public void callsLeft(int calls) {
        limits.quota(calls);
    }

    /** Whether the month's pushes are used up, so that messages come without their text. */
    public void pushesUsedUp(boolean wanted) {
        pushes.usedUp(wanted);
    }

    @Override
    public void close() {
        later.shutdownNow();
        super.close();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().missingNode();
        }
    }
}
