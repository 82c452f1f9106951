package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.store.Database;
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
import java.util.UUID;

/**
 * The demo company in a test: people say and press things on a platform, time passes, and every message anybody gets must be
 * asserted. What nobody expected fails the test at {@link #nothing_else_was_said()}.
 */
final class Office implements AutoCloseable {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Path CONFIG = Path.of("..", "config");

    final ScriptedPlatform platform = new ScriptedPlatform();
    final Database database;
    final CompanyClock clock;
    final Engine engine;
    private final TimeMachine time;
    private final Chat group = new Chat("sandbox", "g-launch", Chat.Kind.GROUP, "新品上市项目群");

    private Office(Path folder, String localTime) {
        database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
        CompanyFiles company = CompanyFiles.read(Settings.read(folder.resolve("xietong.yml"), Map.of()));
        Instant start = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        clock = CompanyClock.kept(database, Clock.fixed(start, SHANGHAI), SHANGHAI);
        engine = new Engine(database, company, clock, Map.of(platform.name(), platform));
        time = engine.timeMachine();
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
        receive("li.lei", group, new Inbound.Joined());
    }

    /** A request as it is in the database. */
    Request request(long serial) {
        return database.read(books -> books.requests().find(ItemNumber.request(serial)))
                .orElseThrow()
                .request();
    }

    /** Takes everything these people have got so far, when a story is about somebody else. */
    void read_all(String... people) {
        for (String person : people) platform.takeAll(person);
    }

    private Answer receive(String person, Chat chat, Inbound.Said said) {
        Answer answer = engine.desk()
                .receive(new Inbound("sandbox", UUID.randomUUID().toString(), person, chat, said, clock.instant()));
        engine.courier().untilIdle();
        return answer;
    }

    /** What everybody in the group sees. */
    final class GroupChat {
        Seen sees(String part) {
            return new Seen(platform.take(group.id(), part), group);
        }
    }

    /** Somebody of the company. */
    final class Employee {
        private final String id;
        private final Chat single;

        private Employee(String id) {
            this.id = id;
            this.single = new Chat("sandbox", id, Chat.Kind.SINGLE, "");
        }

        Employee says(String text) {
            receive(id, single, new Inbound.Text(text));
            return this;
        }

        Employee says_in_the_group(String text) {
            receive(id, group, new Inbound.Text(text));
            return this;
        }

        Seen sees(String part) {
            return new Seen(platform.take(id, part), single);
        }

        Employee sees_only(String... parts) {
            for (String part : parts) sees(part);
            nothing_else_was_said();
            return this;
        }

        /** A message that was read before. */
        Seen reads_again(String part) {
            return new Seen(platform.found(id, part), single);
        }

        /** Presses a button on the newest card of the single chat. */
        String presses(String label, Map<String, String> form) {
            return press(platform.newestCard(id), label, form, single);
        }

        String presses(String label) {
            return presses(label, Map.of());
        }

        String presses_in_the_group(String label, Map<String, String> form) {
            return press(platform.newestCard(group.id()), label, form, group);
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
            return receive(id, single, new Inbound.Press(phrase, version, form, "msg-forged"))
                    .toast()
                    .orElse("");
        }

        private String press(ScriptedPlatform.Message message, String label, Map<String, String> form, Chat chat) {
            Answer answer = receive(id, chat, message.press(label, form));
            answer.refreshed().ifPresent(card -> platform.replace(message, card));
            return answer.toast().orElse("");
        }
    }

    /** A message that somebody has read. */
    final class Seen {
        private final ScriptedPlatform.Message message;
        private final Chat chat;

        private Seen(ScriptedPlatform.Message message, Chat chat) {
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
        engine.close();
        database.close();
    }
}
