package io.xietong.app.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.app.web.PlatformDoor;
import io.xietong.app.web.Web;
import io.xietong.core.chat.Chat;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.emulator.Emulator;
import io.xietong.wire.LongConnection;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the stages on emulators share: people act on the emulator, and all comes over the wire. */
abstract class EmulatedStage implements Stage {

    private static final String STRANGER = "nobody";

    private final Organisation organisation;
    private Optional<Web> doors = Optional.empty();

    EmulatedStage(Organisation organisation) {
        this.organisation = organisation;
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

    /** Serves webhooks on loopback. */
    URI serve(Map<String, Webhook> webhooks) {
        Web web = Web.start("127.0.0.1", 0, List.of(new PlatformDoor(webhooks)));
        doors = Optional.of(web);
        return URI.create("http://127.0.0.1:" + web.port());
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
        String words = chat.isGroup() ? "@协同 " + text : text;
        emulator().say(account(person), chatId(chat), words);
    }

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
        doors.ifPresent(Web::close);
        emulator().close();
    }
}
