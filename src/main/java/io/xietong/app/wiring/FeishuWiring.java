package io.xietong.app.wiring;

import io.xietong.app.config.Policy;
import io.xietong.app.config.Settings;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.feishu.Feishu;
import io.xietong.feishu.FeishuConnection;
import io.xietong.feishu.FeishuSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Feishu as the settings describe it. It waits three seconds for the answer to a press. */
final class FeishuWiring implements RealPlatform {

    private final Feishu feishu;
    private final boolean stream;
    private final Optional<SignIn> signIn;

    FeishuWiring(Settings.Feishu settings, TokenShelf shelf, Words words, Clock clock) {
        FeishuSettings app = new FeishuSettings(
                settings.appId(),
                settings.appSecret().reveal(),
                settings.verificationToken().reveal(),
                settings.encryptKey().reveal(),
                new FeishuSettings.Former(
                        settings.formerVerificationToken().reveal(),
                        settings.formerEncryptKey().reveal()),
                settings.baseUrl());
        this.feishu = new Feishu(app, HttpCalls.usual(), shelf, words, clock);
        this.stream = settings.mode().equals("stream");
        this.signIn = settings.signIn() ? Optional.of(feishu.login(settings.authorizeUrl())) : Optional.empty();
    }

    @Override
    public ChatPlatform platform() {
        return feishu.platform();
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(2000);
    }

    @Override
    public void prepare() {
        feishu.prepare();
    }

    @Override
    public Map<String, Webhook> webhooks(Receiver receiver) {
        return stream ? Map.of() : Map.of("/feishu/events", feishu.inbound(receiver));
    }

    @Override
    public Optional<Connection> connection(Receiver receiver) {
        if (!stream) return Optional.empty();
        FeishuConnection connection = feishu.connection(receiver, FeishuConnection.usualPace());
        return Optional.of(Platforms.connection(connection::start, connection::close));
    }

    @Override
    public void offer(List<Phrase> phrases) {
        feishu.offer(phrases);
    }

    @Override
    public Optional<SignIn> signIn() {
        return signIn;
    }

    @Override
    public PlatformClock clock() {
        return feishu.clock();
    }

    @Override
    public void compareClocks() {
        feishu.compareClocks();
    }

    @Override
    public DirectorySource directory() {
        return feishu.directory();
    }

    @Override
    public List<Message> check(Policy policy) {
        Set<Feishu.Extra> extras = EnumSet.noneOf(Feishu.Extra.class);
        if (policy.courier().urgentReminders()) extras.add(Feishu.Extra.URGENT);
        if (policy.meeting().calendars().kept()) extras.add(Feishu.Extra.CALENDAR);
        return feishu.check(!stream, extras);
    }
}
