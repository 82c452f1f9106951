package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The demo company in a test: people say and press things on a platform, time passes, and every message anybody gets must be
 * asserted. What nobody expected fails the test at {@link #nothing_else_was_said()}.
 */
final class Office implements AutoCloseable {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Path CONFIG = Path.of("..", "config");

    final ScriptedPlatform platform;
    final Stage stage;
    final Database database;
    final CompanyClock clock;
    final Engine engine;
    final TimeMachine time;
    private final AtomicReference<Answer> lastAnswer = new AtomicReference<>(Answer.NONE);

    private Office(Path folder, String localTime) {
        database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
        CompanyFiles company = CompanyFiles.read(Settings.read(folder.resolve("xietong.yml"), Map.of()));
        Instant start = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        clock = CompanyClock.kept(database, Clock.fixed(start, SHANGHAI), SHANGHAI);
        OneTimeForms forms = new OneTimeForms(database, clock, "https://xietong.example");
        stage = Stage.chosen(company.get().organisation(), clock, forms);
        Optional<Reissues> reissues =
                stage.sendsChangesAnew() ? Optional.of(new Reissues(this::keptCurrent)) : Optional.empty();
        platform = new ScriptedPlatform(stage.name(), stage.platform(), reissues);
        engine = new Engine(database, company, clock, Map.of(platform.name(), platform));
        time = engine.timeMachine();
        stage.open(inbound -> {
            Answer answer = engine.desk().receive(inbound);
            lastAnswer.set(answer);
            return answer;
        });
    }

    /** Ids of the messages in which the desk keeps an item's card current. */
    private Set<String> keptCurrent(ItemNumber item) {
        return database.read(books -> books.places().behind(item, Long.MAX_VALUE)).stream()
                .map(JdbiPlaces.Place::messageId)
                .collect(Collectors.toSet());
    }

    /** A company with other files than the demo's. */
    static Office of(Path folder, String localTime) {
        return new Office(folder, localTime);
    }

    static Office at(String localTime) {
        return new Office(CONFIG, localTime);
    }

    Employee employee(String id) {
        return new Employee(id);
    }

    GroupChat group() {
        return new GroupChat();
    }

    void passes(String duration) {
        time.moveTo(clock.instant().plus(Duration.parse(duration)));
    }

    void it_becomes(String localTime) {
        time.moveTo(LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant());
    }

    void nothing_else_was_said() {
        assertThat(platform.unread()).as("messages nobody expected").isEmpty();
    }

    /** Somebody adds the bot to a group. */
    void the_bot_joins_the_group() {
        stage.joins("li.lei");
        engine.courier().untilIdle();
    }

    /** A request as it is in the database. */
    Request request(long serial) {
        return database.read(books -> books.requests().find(ItemNumber.request(serial)))
                .orElseThrow()
                .item();
    }

    /** Takes everything these people have got so far, when a story is about somebody else. */
    void read_all(String... people) {
        for (String person : people) platform.takeAll(stage.account(person));
    }

    /** What everybody in the group sees. */
    final class GroupChat {
        Seen sees(String part) {
            return new Seen(platform.take(stage.group().id(), part), stage.group());
        }
    }

    /** Somebody of the company. */
    final class Employee {
        private final String id;
        private final Chat single;

        private Employee(String id) {
            this.id = id;
            this.single = new Chat(stage.name(), stage.account(id), Chat.Kind.SINGLE, "");
        }

        Employee says(String text) {
            return says(single, text);
        }

        Employee says_in_the_group(String text) {
            return says(stage.group(), text);
        }

        private Employee says(Chat chat, String text) {
            stage.says(id, chat, text);
            engine.courier().untilIdle();
            return this;
        }

        Seen sees(String part) {
            return new Seen(platform.take(single.id(), part), single);
        }

        Employee sees_only(String... parts) {
            for (String part : parts) sees(part);
            nothing_else_was_said();
            return this;
        }

        /** A message that was read before. */
        Seen reads_again(String part) {
            return new Seen(platform.found(single.id(), part), single);
        }

        /** Presses a button on the newest card of the single chat. */
        String presses(String label, Map<String, String> form) {
            return press(platform.newestCard(single.id()), label, form, single);
        }

        String presses(String label) {
            return presses(label, Map.of());
        }

        String presses_in_the_group(String label, Map<String, String> form) {
            return press(platform.newestCard(stage.group().id()), label, form, stage.group());
        }

        String presses_in_the_group(String label) {
            return presses_in_the_group(label, Map.of());
        }

        /** Presses a button of a card as it was when it was seen. */
        String presses(Seen old, String label, Map<String, String> form) {
            return press(old.message, label, form, old.chat);
        }

        /** A press whose payload no card of ours carries. */
        String forges(String phrase, long version, Map<String, String> form) {
            Inbound.Press forged = new Inbound.Press(phrase, version, form, "msg-forged");
            Answer answer = engine.desk()
                    .receive(new Inbound(
                            stage.name(), UUID.randomUUID().toString(), single.id(), single, forged, clock.instant()));
            engine.courier().untilIdle();
            return answer.toast().orElse("");
        }

        private String press(Posted message, String label, Map<String, String> form, Chat chat) {
            String button = message.button(label).id();
            Optional<String> toast = stage.presses(id, chat, message.id(), button, message.press(label, form));
            lastAnswer.get().refreshed().ifPresent(card -> platform.replace(message, card));
            engine.courier().untilIdle();
            return toast.orElse("");
        }
    }

    /** A message that somebody has read. */
    final class Seen {
        private final Posted message;
        private final Chat chat;

        private Seen(Posted message, Chat chat) {
            this.message = message;
            this.chat = chat;
        }

        Seen with(String... parts) {
            assertThat(message.text()).contains(parts);
            return this;
        }

        Seen without(String... parts) {
            assertThat(message.text()).doesNotContain(parts);
            return this;
        }

        Seen offering(String... buttons) {
            assertThat(message.buttons()).containsExactly(buttons);
            return this;
        }

        List<String> buttons() {
            return message.buttons();
        }

        Seen in_form(String... labels) {
            assertThat(message.inputs()).containsExactly(labels);
            return this;
        }

        /** The same message with the card it has at this moment, to be pressed when it is out of date. */
        Seen as_it_is() {
            return new Seen(platform.current(message), chat);
        }

        /** The buttons it has now. */
        Seen now_offers(String... buttons) {
            assertThat(platform.current(message).buttons()).containsExactly(buttons);
            return this;
        }

        String text() {
            return message.text();
        }

        /** As the card looks now, after it was updated in place. */
        Seen now_reads(String... parts) {
            assertThat(platform.current(message).text()).contains(parts);
            return this;
        }
    }

    @Override
    public void close() {
        stage.close();
        engine.close();
        database.close();
    }
}
