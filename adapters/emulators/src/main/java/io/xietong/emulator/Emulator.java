package io.xietong.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A fake platform on loopback: its API for the bot, and a page on which a visitor speaks as any account and sees the very JSON
 * that the bot sent, drawn as that platform would. Thread-safe.
 */
public abstract class Emulator implements AutoCloseable {

    protected static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAULT = "fault";

    private final String platform;
    private final Organisation organisation;
    private final Clock clock;
    private final EmulatedChats chats;
    private final EmulatedCalendar calendar = new EmulatedCalendar();
    private final Ledger ledger = new Ledger();
    private final FaultSwitches faults = new FaultSwitches();
    private final LoginCodes logins;
    private final WhoAreYou visitors;
    private Javalin server;

    /**
     * @param platform     its name in accounts, such as {@code feishu}
     * @param organisation whose people with an account here are the platform's members
     * @param clock        what the platform lives by: tokens, cards and time stamps
     */
    protected Emulator(String platform, Organisation organisation, Clock clock) {
        this.platform = platform;
        this.organisation = organisation;
        this.clock = clock;
        this.chats = new EmulatedChats(clock);
        this.logins = new LoginCodes(clock);
        this.visitors = new WhoAreYou(platform, logins, this::members);
    }

    /** Starts listening on loopback. @param port 0 for any that is free */
    public final void start(int port) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.staticFiles.add(files -> {
                files.hostedPath = "/emulator";
                files.directory = "/emulator";
                files.location = Location.CLASSPATH;
            });
            config.routes.before("/*", this::arm);
            config.routes.after("/*", this::spoil);
            new EmulatorPage(this).open(config.routes);
            routes(config.routes);
        });
        server.start("127.0.0.1", port);
    }

    /** The platform's own addresses, the websocket's included. */
    protected abstract void routes(RoutesConfig routes);

    /** What the bot is called in chats, and is mentioned by. */
    public String botName() {
        return "协同";
    }

    /** A visitor or a test says something as an account; the platform pushes it to the bot if the bot would hear it. */
    public abstract void say(String account, String chat, String text);

    /**
     * An account presses something on a card.
     *
     * @param action the platform's own description of the press, as its page or a test finds it in the payload, with the form's
     *     values where the platform sends any
     * @return the toast shown to the presser; empty when the platform showed none
     */
    public abstract Optional<String> press(String account, String message, JsonNode action);

    private void arm(Context ctx) {
        if (ctx.path().startsWith("/emulator")) return;
        ctx.header(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC)));
        faults.take(ctx.path()).ifPresent(fault -> {
            ctx.attribute(FAULT, fault);
            if (Faulty.before(fault, ctx)) ctx.skipRemainingHandlers();
        });
    }

    private void spoil(Context ctx) throws Exception {
        FaultSwitches.Fault fault = ctx.attribute(FAULT);
        if (fault != null) Faulty.after(fault, ctx);
    }

    /** Answers a call with JSON and enters it into the ledger. */
    protected final void answer(Context ctx, int status, JsonNode json, String code) {
        ledger.add(new Ledger.Entry(clock.instant(), ctx.method() + " " + ctx.path(), body(ctx), status, code));
        ctx.status(status).contentType("application/json; charset=utf-8").result(json.toString());
    }

    /** The body of a call; a text node when it is no JSON, a missing one when there is none. */
    protected static JsonNode body(Context ctx) {
        String text = ctx.body();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    public final EmulatedChats chats() {
        return chats;
    }

    public final EmulatedCalendar calendar() {
        return calendar;
    }

    public final Ledger ledger() {
        return ledger;
    }

    public final FaultSwitches faults() {
        return faults;
    }

    /** A code with which a page learns who opens it. */
    public final String loginCode(String account) {
        return logins.code(account);
    }

    /** The host that the app's visitors may be sent back to, beside this machine. */
    public final void trust(String host) {
        visitors.trust(host);
    }

    protected final LoginCodes logins() {
        return logins;
    }

    protected final WhoAreYou visitors() {
        return visitors;
    }

    protected final Clock clock() {
        return clock;
    }

    public final Organisation organisation() {
        return organisation;
    }

    public final String platform() {
        return platform;
    }

    /** People with an account on this platform. */
    public final List<Person> members() {
        return organisation.people().stream()
                .filter(person -> person.accounts().containsKey(platform))
                .toList();
    }

    /** The person behind an account; empty for a stranger. */
    public final Optional<Person> member(String account) {
        return organisation.byAccount(platform, account);
    }

    public final int port() {
        return server.port();
    }

    /** Such as {@code http://127.0.0.1:40001}, without a slash at the end. */
    public final String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        if (server != null) server.stop();
    }
}
