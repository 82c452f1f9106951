package io.xietong.emulator.dingtalk;

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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    private final DingtalkApp app;
    private final AccessTokens tokens;
    private final CardApi cards;
    private final RobotApi robot;
    private final AddressBook book;
    private final StreamGateway gateway;
    private final HttpPusher pusher;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger groups = new AtomicInteger();
    private volatile int times = 1;

    public DingtalkEmulator(DingtalkApp app, Organisation organisation, Clock clock) {
        super("dingtalk", organisation, clock);
        this.app = app;
        this.tokens = new AccessTokens(app, clock);
        this.cards = new CardApi(app, chats(), this::singleOf);
        this.robot = new RobotApi(app, chats(), this::singleOf);
        this.book = new AddressBook(organisation);
        this.gateway = new StreamGateway(app, clock, this::address);
        this.pusher = new HttpPusher(app, clock);
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
        api(routes, HandlerType.PUT, "/v1.0/card/instances", cards::update);
        api(routes, HandlerType.POST, "/v1.0/robot/groupMessages/send", robot::toGroup);
        api(routes, HandlerType.POST, "/v1.0/robot/oToMessages/batchSend", robot::toPeople);
        api(routes, HandlerType.POST, "/v1.0/robot/ding/send", robot::ding);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/create", this::group);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/update", this::renamed);
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/member/add", body -> members(body, true));
        api(routes, HandlerType.POST, "/v1.0/im/sceneGroup/member/delete", body -> members(body, false));
        old(routes, "/topapi/v2/department/listsub", book::below);
        old(routes, "/topapi/v2/department/get", book::department);
        old(routes, "/topapi/v2/user/list", book::members);
    }

    private void open(RoutesConfig routes, String path, Function<JsonNode, Answer> handler) {
        routes.addHttpHandler(HandlerType.POST, path, ctx -> answer(ctx, handler.apply(body(ctx))));
    }

    private void api(RoutesConfig routes, HandlerType method, String path, Function<JsonNode, Answer> handler) {
        routes.addHttpHandler(method, path, ctx -> {
            boolean valid = tokens.valid(ctx.header("x-acs-dingtalk-access-token"));
            answer(ctx, valid ? handler.apply(body(ctx)) : Answer.fault(401, "InvalidAuthentication"));
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

    private Answer group(JsonNode body) {
        if (body.path("template_id").asText().isBlank()) return Answer.fault(400, "param.template_idEmpty");
        String id = "cidmade" + groups.incrementAndGet() + "==";
        Set<String> members =
                new HashSet<>(Set.of(body.path("user_ids").asText().split(",")));
        members.add(body.path("owner_user_id").asText());
        chats().add(new EmulatedChats.Chat(id, body.path("title").asText(), true, members));
        return Answer.ok(Answer.object().put("open_conversation_id", id).put("chat_id", "chat" + id));
    }

    private Answer renamed(JsonNode body) {
        String id = body.path("open_conversation_id").asText();
        return chats().find(id)
                .map(chat -> {
                    chats().add(new EmulatedChats.Chat(id, body.path("title").asText(), true, chat.members()));
                    return Answer.ok(Answer.object().put("success", true));
                })
                .orElseGet(() -> Answer.fault(400, "group.disbanded"));
    }

    private Answer members(JsonNode body, boolean join) {
        String id = body.path("open_conversation_id").asText();
        if (chats().find(id).isEmpty()) return Answer.fault(400, "group.disbanded");
        Set<String> some = Set.of(body.path("user_ids").asText().split(","));
        chats().members(id, members -> {
            if (join) members.addAll(some);
            else members.removeAll(some);
            return members;
        });
        return Answer.ok(Answer.object().put("success", true));
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
        times = count;
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

    /** Pushes any robot message. @return whether it was acknowledged */
    public boolean push(ObjectNode message) {
        boolean taken = false;
        for (int time = 0; time < times; time++) {
            if (gateway.any()) {
                taken = gateway.push("CALLBACK", "/v1.0/im/bot/messages/get", message, MESSAGE)
                        .filter(answer -> answer.path("code").asInt() == 200)
                        .isPresent();
            } else if (pusher.hasTarget()) taken = pusher.message(message).isPresent();
        }
        return taken;
    }

    /** A robot message as DingTalk words it. */
    public ObjectNode message(String id, String account, EmulatedChats.Chat chat, String text) {
        ObjectNode json = Answer.object()
                .put("msgId", id)
                .put("msgtype", "text")
                .put("createAt", clock().millis())
                .put("conversationId", chat.id())
                .put("conversationType", chat.group() ? "2" : "1")
                .put("senderId", "$:LWCP_v1:$" + account)
                .put("senderStaffId", account)
                .put("senderNick", member(account).map(Person::name).orElse(account))
                .put("senderCorpId", "dingcorp")
                .put("chatbotUserId", "$:LWCP_v1:$bot")
                .put("robotCode", app.robotCode())
                .put("isAdmin", false)
                .put("isInAtList", chat.group());
        if (chat.group()) json.put("conversationTitle", chat.name());
        json.putObject("text").put("content", text);
        return json;
    }

    @Override
    public Optional<String> press(String account, String message, JsonNode action) {
        EmulatedChats.Message card = chats().message(message).orElseThrow();
        ObjectNode callback = Answer.object()
                .put("type", "actionCallback")
                .put("outTrackId", message)
                .put("corpId", "dingcorp")
                .put("userId", account);
        ObjectNode content = Answer.object();
        ObjectNode press = content.putObject("cardPrivateData");
        press.putArray("actionIds").add(action.path("id").asText());
        press.set("params", action.path("params"));
        callback.put("content", content.toString());
        Optional<JsonNode> answer = gateway.any()
                ? gateway.push("CALLBACK", "/v1.0/card/instances/callback", callback, CLICK)
                        .filter(ack -> ack.path("code").asInt() == 200)
                        .map(ack -> parsed(ack.path("data").asText()).path("response"))
                : pusher.click(callback);
        if (answer.isEmpty()) return Optional.of("操作失败,请稍后重试");
        JsonNode options = answer.get().path("cardUpdateOptions");
        cards.change(
                card,
                answer.get().path("cardData").path("cardParamMap"),
                options.path("updateCardDataByKey").asBoolean());
        String tips = answer.get()
                .path("userPrivateData")
                .path("cardParamMap")
                .path("tips")
                .asText();
        return Optional.of(tips).filter(tip -> !tip.isEmpty());
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return JSON.getNodeFactory().missingNode();
        }
    }
}
