package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.desk.Company;
import io.xietong.app.desk.Courier;
import io.xietong.app.desk.Desk;
import io.xietong.app.desk.Night;
import io.xietong.app.desk.Sweep;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.people.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The demo company in a test: people say and press things on a platform, time passes, and every message anybody gets must be
 * asserted. What nobody expected fails the test at {@link #nothing_else_was_said()}.
 */
final class Office implements AutoCloseable {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Path CONFIG = Path.of("..", "config");

    final Database database;
    final CompanyClock clock;
    final TimeMachine time;
    final Desk desk;
    final Courier courier;
    final AtomicReference<Company> company = new AtomicReference<>();
    final ScriptedPlatform platform = new ScriptedPlatform();
    private final Chat group = new Chat("sandbox", "g-launch", Chat.Kind.GROUP, "新品上市项目群");

    private Office(String localTime) {
        database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
        Organisation organisation =
                OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation();
        WorkCalendar calendar = new WorkCalendar(CalendarFiles.read(CONFIG.resolve("calendar"), SHANGHAI));
        Policy policy = Policy.read(CONFIG.resolve("policy.yml"));
        company.set(new Company(organisation, calendar, policy.request(), policy.talk()));
        Instant start = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        clock = CompanyClock.kept(database, Clock.fixed(start, SHANGHAI), SHANGHAI);
        Map<String, ChatPlatform> platforms = Map.of("sandbox", platform);
        courier = new Courier(database, company::get, platforms, clock, policy.courier());
        Phrasebook phrasebook = Phrases.book();
        desk = new Desk(database, company::get, phrasebook, clock, () -> {}, () -> {});
        Sweep sweep = new Sweep(database, company::get, clock, () -> {});
        time = new TimeMachine(database, clock, sweep, courier, new Night(database, company::get, platforms, clock));
    }

    static Office at(String localTime) {
        return new Office(localTime);
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

    private Answer receive(String person, Chat chat, Inbound.Said said) {
        Answer answer =
                desk.receive(new Inbound("sandbox", UUID.randomUUID().toString(), person, chat, said, clock.instant()));
        courier.untilIdle();
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

        /** Presses a button of a card as it was when it was seen. */
        String presses(Seen old, String label, Map<String, String> form) {
            return press(old.message, label, form, old.chat);
        }

        private String press(ScriptedPlatform.Message message, String label, Map<String, String> form, Chat chat) {
            Answer answer = receive(id, chat, message.press(label, form));
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
            return new ArrayList<>(message.buttons());
        }

        /** As the card looks now, after it was updated in place. */
        Seen now_reads(String... parts) {
            assertThat(platform.current(message).text()).contains(parts);
            return this;
        }
    }

    @Override
    public void close() {
        courier.close();
        database.close();
    }
}
