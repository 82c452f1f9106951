package io.xietong.app.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.emulator.Emulator;
import io.xietong.wire.LongConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the stages on emulators share: people act on the emulator, and all comes over the wire. */
abstract class EmulatedStage implements Stage {

    private static final String STRANGER = "nobody";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Organisation organisation;
    private final Clock clock;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private Receiver desk;

    EmulatedStage(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    abstract Emulator emulator();

    /** The company as the platform knows it: with somebody whom {@code organisation.yml} does not list. */
    Organisation tenant() {
        Person stranger = new Person(
                STRANGER,
                STRANGER,
                "market",
                Map.of("feishu", "ou_" + STRANGER, "wecom", STRANGER, "dingtalk", STRANGER));
        List<Person> everybody = new ArrayList<>(organisation.people());
        everybody.add(stranger);
        return new Organisation(new OrganisationData(
                organisation.name(),
                organisation.zone(),
                organisation.language(),
                everybody,
                organisation.departments(),
                organisation.committee(),
                organisation.secretaries(),
                organisation.admins()));
    }

    /** The emulator's id of a chat that the bot knows. */
    abstract String chatId(Chat chat);

    /** A silence that no simulated time makes too long. */
    static LongConnection.Pace pace() {
        Duration quick = Duration.ofMillis(50);
        return new LongConnection.Pace(
                quick,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofDays(100_000),
                Duration.ofDays(1),
                quick);
    }

    @Override
    public String name() {
        return emulator().platform();
    }

    @Override
    public String account(String person) {
        return tenant().person(person).orElseThrow().accounts().get(name());
    }

    @Override
    public void says(String person, Chat chat, String text) {
        String words = chat.isGroup() ? "@" + botName() + " " + text : text;
        int before = answers();
        emulator().say(account(person), chatId(chat), words);
        if (!words.isBlank()) answerAfter(before);
    }

    @Override
    public Optional<String> presses(String person, Chat chat, String message, String button, Inbound.Press press) {
        int before = answers();
        Optional<String> toast = emulator().press(account(person), message, action(chat, message, button, press));
        answerAfter(before);
        return toast;
    }

    /** What the platform's client sends about a press. */
    abstract JsonNode action(Chat chat, String message, String button, Inbound.Press press);

    /** By which the bot is mentioned in groups. */
    String botName() {
        return "协同";
    }

    /** Told straight to the desk where the platform says nothing to a bot that is added to a group. */
    @Override
    public void joins(String person) {
        desk.receive(new Inbound(
                name(), UUID.randomUUID().toString(), account(person), group(), new Inbound.Joined(), clock.instant()));
    }

    @Override
    public void open(Receiver receiver) {
        desk = inbound -> {
            Answer answer = receiver.receive(inbound);
            answers.add(answer);
            return answer;
        };
        connect(desk);
    }

    /** Where all leads that comes over the wire. */
    Receiver desk() {
        return desk;
    }

    int answers() {
        return answers.size();
    }

    /** The desk's answer after so many others; a platform may give up waiting for it, or not wait at all. */
    Answer answerAfter(int before) {
        soon().until(() -> answers.size() > before);
        return answers.get(before);
    }

    /** Waits for what takes milliseconds on an idle machine: looks at once and often, and is patient with a busy one. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE);
    }

    /** Opens the ways in to a desk. */
    abstract void connect(Receiver receiver);

    /** The payload's node that has a field with this value somewhere below; the smallest one. */
    static Optional<JsonNode> holding(JsonNode payload, String field, String value) {
        for (JsonNode child : payload) {
            Optional<JsonNode> found = holding(child, field, value);
            if (found.isPresent()) return found;
        }
        return payload.path(field).asText().equals(value) ? Optional.of(payload) : Optional.empty();
    }

    @Override
    public void close() {
        emulator().close();
    }
}
