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
import io.xietong.dingtalk.Dingtalk;
import io.xietong.dingtalk.DingtalkConnection;
import io.xietong.dingtalk.DingtalkInbound;
import io.xietong.dingtalk.DingtalkRegistration;
import io.xietong.dingtalk.DingtalkSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DingTalk as the settings describe it. It waits two seconds for the answer to a press. */
final class DingtalkWiring implements RealPlatform {

    private final Dingtalk dingtalk;
    private final boolean stream;
    private final Optional<SignIn> signIn;
    private final URI publicUrl;

    DingtalkWiring(
            Settings.Dingtalk settings, String publicUrl, TokenShelf shelf, Words words, FormLinks forms, Clock clock) {
        DingtalkSettings application = new DingtalkSettings(
                settings.clientId(),
                settings.clientSecret().reveal(),
                settings.robotCode(),
                settings.cardTemplateId(),
                settings.groupTemplateId(),
                settings.baseUrl(),
                settings.oapiUrl(),
                events(settings.eventToken(), settings.eventAesKey(), settings.corpId()),
                new DingtalkSettings.Former(
                        settings.formerClientSecret().reveal(),
                        events(settings.formerEventToken(), settings.formerEventAesKey(), settings.corpId())));
        this.dingtalk = new Dingtalk(application, HttpCalls.usual(), shelf, words, forms, clock);
        this.stream = settings.mode().equals("stream");
        this.signIn = settings.signIn() ? Optional.of(dingtalk.login(settings.authorizeUrl())) : Optional.empty();
        this.publicUrl = URI.create(publicUrl);
    }

    private static DingtalkSettings.Events events(Secret token, Secret aesKey, String corpId) {
        return new DingtalkSettings.Events(token.reveal(), aesKey.reveal(), corpId);
    }

    @Override
    public ChatPlatform platform() {
        return dingtalk.platform(stream);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(1500);
    }

    /** Events of the organisation are subscribed to apart from the robot's messages, so they may be pushed in either mode. */
    @Override
    public Map<String, Webhook> webhooks(Receiver receiver) {
        Map<String, Webhook> doors = new HashMap<>();
        dingtalk.events(receiver).ifPresent(events -> doors.put("/dingtalk/events", events));
        if (stream) return doors;
        DingtalkInbound inbound = dingtalk.inbound(receiver);
        doors.put("/dingtalk/robot", inbound.robot());
        doors.put("/dingtalk/card", inbound.card());
        return doors;
    }

    @Override
    public Optional<Connection> connection(Receiver receiver) {
        if (!stream) {
            DingtalkRegistration clicks = dingtalk.registration(publicUrl.resolve("/dingtalk/card"));
            return Optional.of(Platforms.connection(clicks::start, clicks::close));
        }
        DingtalkConnection connection = dingtalk.connection(receiver, DingtalkConnection.usualPace());
        return Optional.of(Platforms.connection(connection::start, connection::close));
    }

    @Override
    public Optional<SignIn> signIn() {
        return signIn;
    }

    @Override
    public PlatformClock clock() {
        return dingtalk.clock();
    }

    @Override
    public void compareClocks() {
        dingtalk.compareClocks();
    }

    @Override
    public DirectorySource directory() {
        return dingtalk.directory();
    }

    @Override
    public List<Message> check(Policy policy) {
        return dingtalk.check(stream, policy.meeting().calendars().kept());
    }
}
