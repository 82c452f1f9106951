package io.xietong.dingtalk;

import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.TokenShelf;
import java.time.Clock;
import java.util.List;

/** One DingTalk application and everything it is used for. Thread-safe; nothing is called before something is asked for. */
public final class Dingtalk {

    private final DingtalkSettings settings;
    private final HttpCalls calls;
    private final Words words;
    private final Clock clock;
    private final DingtalkApi api;
    private final DingtalkCards cards;

    /**
     * @param words in the company's language, for the adapter's own few words on cards
     * @param forms where fields are filled in that DingTalk's card cannot ask for
     * @param clock by which time stamps and tokens are judged; the machine's, except in tests
     */
    public Dingtalk(
            DingtalkSettings settings, HttpCalls calls, TokenShelf shelf, Words words, FormLinks forms, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.words = words;
        this.clock = clock;
        this.api = new DingtalkApi(settings, calls, shelf, clock);
        this.cards = new DingtalkCards(words, forms);
    }

    /** @param stream whether clicks come over the long connection */
    public DingtalkPlatform platform(boolean stream) {
        return new DingtalkPlatform(settings, api, cards, stream);
    }

    /** The doors for {@code POST /dingtalk/robot} and {@code POST /dingtalk/card}. */
    public DingtalkInbound inbound(Receiver receiver) {
        return new DingtalkInbound(settings, reception(receiver), clock);
    }

    /** The long connection, not started. */
    public DingtalkConnection connection(Receiver receiver, LongConnection.Pace pace) {
        return new DingtalkConnection(settings, calls, reception(receiver), pace, clock);
    }

    private DingtalkReception reception(Receiver receiver) {
        return new DingtalkReception(new DingtalkEvents(clock), cards, receiver, words);
    }

    public ChatGroups groups() {
        return new DingtalkGroups(settings, api);
    }

    public DirectorySource directory() {
        return new DingtalkDirectory(api, words);
    }

    /** What is not set up as it must be, each with the next step; empty when all is well. */
    public List<Message> check() {
        return new DingtalkCheck(settings, api, clock).findings();
    }
}
