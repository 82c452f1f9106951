package io.xietong.app.wiring;

import io.xietong.app.config.Policy;
import io.xietong.app.config.Secret;
import io.xietong.app.config.Settings;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.wecom.Wecom;
import io.xietong.wecom.WecomConnection;
import io.xietong.wecom.WecomInbound;
import io.xietong.wecom.WecomLease;
import io.xietong.wecom.WecomSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WeCom as the settings describe it. It waits five seconds for the answer to a press. */
final class WecomWiring implements RealPlatform {

    private final Wecom wecom;
    private final WecomLease lease;
    private final boolean stream;
    private final boolean signIn;

    WecomWiring(
            Settings.Wecom settings, TokenShelf shelf, WecomLease lease, Words words, FormLinks forms, Clock clock) {
        Settings.WecomBot bot = settings.bot();
        this.lease = lease;
        this.stream = !bot.id().isBlank() && bot.mode().equals("stream");
        this.signIn = settings.app().signIn();
        WecomSettings company = new WecomSettings(
                settings.corpId(), app(settings.app()), bot(bot), settings.baseUrl(), settings.authorizeUrl());
        this.wecom = new Wecom(company, HttpCalls.usual(), shelf, words, forms, stream, clock);
    }

    private static WecomSettings.App app(Settings.WecomApp app) {
        return new WecomSettings.App(
                Math.toIntExact(app.agentId()),
                app.secret().reveal(),
                app.token().reveal(),
                app.aesKey().reveal(),
                former(app.formerToken(), app.formerAesKey()));
    }

    private static WecomSettings.Bot bot(Settings.WecomBot bot) {
        return new WecomSettings.Bot(
                bot.id(),
                bot.secret().reveal(),
                bot.name(),
                bot.token().reveal(),
                bot.aesKey().reveal(),
                former(bot.formerToken(), bot.formerAesKey()),
                bot.streamUrl());
    }

    private static WecomSettings.Callback former(Secret token, Secret aesKey) {
        return new WecomSettings.Callback(token.reveal(), aesKey.reveal());
    }

    @Override
    public ChatPlatform platform() {
        return wecom.platform();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(4000);
    }

    /** The application is always called, also while the bot holds a connection. */
    @Override
    public Map<String, Webhook> webhooks(Receiver receiver) {
        WecomInbound inbound = wecom.inbound(receiver);
        if (stream) return Map.of("/wecom/app", inbound.app());
        return Map.of("/wecom/app", inbound.app(), "/wecom/bot", inbound.bot());
    }

    @Override
    public Optional<Connection> connection(Receiver receiver) {
        if (!stream) return Optional.empty();
        WecomConnection connection = wecom.connection(receiver, lease, WecomConnection.usualPace());
        return Optional.of(Platforms.connection(connection::start, connection::close));
    }

    @Override
    public Optional<SignIn> signIn() {
        return wecom.login().filter(login -> signIn);
    }

    @Override
    public PlatformClock clock() {
        return wecom.clock();
    }

    @Override
    public void compareClocks() {
        wecom.compareClocks();
    }

    @Override
    public DirectorySource directory() {
        return wecom.directory();
    }

    @Override
    public List<Message> check(Policy policy) {
        return wecom.check(policy.meeting().calendars().kept());
    }
}
