package io.xietong.app.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.wecom.WecomCorp;
import io.xietong.emulator.wecom.WecomEmulator;
import io.xietong.wecom.Wecom;
import io.xietong.wecom.WecomConnection;
import io.xietong.wecom.WecomInbound;
import io.xietong.wecom.WecomLease;
import io.xietong.wecom.WecomSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * WeCom's emulator: the application is called by webhook, the bot by webhook or on its connection. Fields that a card cannot ask
 * for are filled in behind its link; what elsewhere is a toast is read in the application's chat.
 */
final class WecomStage extends EmulatedStage {

    private static final Chat GROUP = new Chat("wecom", "wrlaunch", Chat.Kind.GROUP, "新品上市项目群");

    private final WecomCorp corp = WecomCorp.demo();
    private final WecomEmulator emulator;
    private final Wecom wecom;
    private final OneTimeForms forms;
    private final boolean stream;
    private Optional<WecomConnection> connection = Optional.empty();

    WecomStage(Organisation organisation, Clock clock, OneTimeForms forms, boolean stream) {
        super(organisation, clock);
        this.forms = forms;
        this.stream = stream;
        emulator = new WecomEmulator(corp, tenant(), clock);
        emulator.start(0);
        wecom = new Wecom(
                settings(),
                HttpCalls.usual(),
                TokenShelf.inMemory(clock),
                Words.in(organisation.language(), organisation.zone()),
                forms,
                stream,
                clock);
    }

    private WecomSettings settings() {
        WecomSettings.App app = new WecomSettings.App(corp.agentId(), corp.appSecret(), corp.appToken(), corp.appKey());
        String sockets = emulator.address().replaceFirst("^http", "ws") + "/aibot";
        WecomSettings.Bot bot = new WecomSettings.Bot(
                corp.botId(), corp.botSecret(), corp.botName(), corp.botToken(), corp.botKey(), sockets);
        return new WecomSettings(corp.corpId(), app, bot, emulator.address(), emulator.address());
    }

    @Override
    Emulator emulator() {
        return emulator;
    }

    @Override
    String chatId(Chat chat) {
        return chat.isGroup() ? chat.id() : WecomEmulator.appChat(chat.id());
    }

    @Override
    String botName() {
        return corp.botName();
    }

    @Override
    public Optional<ChatPlatform> platform() {
        return Optional.of(wecom.platform());
    }

    @Override
    public boolean sendsChangesAnew() {
        return true;
    }

    @Override
    public Chat group() {
        return GROUP;
    }

    @Override
    void connect(Receiver desk) {
        WecomInbound doors = wecom.inbound(desk);
        emulator.pushTo(Doorway.leadTo(Map.of("/wecom/app", doors.app(), "/wecom/bot", doors.bot())));
        if (!stream) return;
        WecomConnection opened = wecom.connection(desk, WecomLease.alone(), pace());
        connection = Optional.of(opened);
        opened.start();
        soon().until(() -> emulator.sockets().any());
    }

    @Override
    public Optional<String> presses(String person, Chat chat, String message, String button, Inbound.Press press) {
        String account = account(person);
        EmulatedChats.Message card = card(message);
        Optional<String> form = LinkedForm.needed(forms, account, card.payload(), press);
        if (form.isPresent())
            return forms.send(form.get(), button, press.form(), desk())
                    .orElseThrow()
                    .toast();
        int seen = emulator.chats().in(WecomEmulator.appChat(account)).size();
        int before = answers();
        super.presses(person, chat, card.id(), button, press);
        Optional<String> toast = answerAfter(before).toast();
        toast.ifPresent(text -> soon().until(() -> readsAfter(seen, account).contains(text)));
        return toast;
    }

    @Override
    JsonNode action(Chat chat, String message, String button, Inbound.Press press) {
        JsonNode card = emulator.chats().message(message).orElseThrow().payload();
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("key", key(card, press));
        String question = card.path("button_selection").path("question_key").asText();
        String selected = press.form().getOrDefault(question, "");
        if (!selected.isEmpty()) action.putObject("selected").put(question, selected);
        return action;
    }

    /** What the button with this phrase carries, or carried when the card was another. */
    private static String key(JsonNode card, Inbound.Press press) {
        String withForm = press.version() + "+" + press.phrase() + "|";
        return card.path("button_list").findValuesAsText("key").stream()
                .filter(key -> key.startsWith(withForm))
                .findFirst()
                .orElse(press.version() + ":" + press.phrase());
    }

    private EmulatedChats.Message card(String message) {
        String task = message.split(":")[1];
        return emulator.chats().all().stream()
                .filter(one -> one.payload().path("task_id").asText().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card with the task of " + message));
    }

    /** The words that somebody got from the application after so many messages. */
    private String readsAfter(int seen, String account) {
        StringBuilder words = new StringBuilder();
        emulator.chats().in(WecomEmulator.appChat(account)).stream()
                .skip(seen)
                .forEach(message ->
                        words.append(message.payload().path("content").asText().replaceAll("[\u200b\u2060]", "")));
        return words.toString();
    }

    @Override
    public void close() {
        connection.ifPresent(WecomConnection::close);
        super.close();
    }
}
