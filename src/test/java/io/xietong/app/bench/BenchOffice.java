package io.xietong.app.bench;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.desk.Company;
import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.Courier;
import io.xietong.app.desk.Desk;
import io.xietong.app.desk.Reader;
import io.xietong.app.desk.Sweep;
import io.xietong.app.desk.Uploads;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The demo company at its desk, on a database of its own. */
final class BenchOffice implements AutoCloseable {

    /** A Tuesday morning. */
    static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final Database database;
    final Desk desk;
    final Courier courier;
    final Sweep sweep;
    final List<Person> people;
    private final List<Person> demo;
    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Organisation organisation;
    private final Company company;

    BenchOffice(Path config, Path file) {
        this(config, Database.open("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "", 20));
    }

    /** @param database closed with the office */
    BenchOffice(Path config, Database database) {
        this.database = database;
        organisation = OrganisationFile.read(config.resolve("organisation.yml")).organisation();
        Policy policy = Policy.read(config.resolve("policy.yml"));
        company = new Company(
                organisation,
                new WorkCalendar(CalendarFiles.read(config.resolve("calendar"), organisation)),
                policy.features(),
                policy.talk(),
                "https://xietong.example");
        people = organisation.people();
        demo = people.stream().filter(person -> !person.id().matches("p\\d+")).toList();
        Clock clock = new BenchClock(now, SHANGHAI);
        courier =
                new Courier(database, () -> company, Map.of("sandbox", new SilentPlatform()), clock, policy.courier());
        desk = new Desk(database, () -> company, Phrases.book(), clock, List::of, () -> {}, List.of());
        sweep = new Sweep(database, () -> company, clock, () -> {});
    }

    /** The people whom the demo company has, however many more there are. */
    List<Person> demo() {
        return demo;
    }

    Person person(String id) {
        return organisation.person(id).orElseThrow();
    }

    /** Has started to read the database into the search index. */
    Reader reader() {
        Reader reader = new Reader(database, () -> company, Duration.ZERO);
        reader.start();
        return reader;
    }

    /** What people see in the console. */
    ConsoleDesk console() {
        return new ConsoleDesk(database, () -> company, new BenchClock(now, SHANGHAI));
    }

    void itBecomes(Instant then) {
        now.set(then);
    }

    void says(Person person, String text) {
        says(person.id(), new Inbound.Text(text));
    }

    Receiver.Answer says(String person, Inbound.Said said) {
        Chat single = new Chat("sandbox", person, Chat.Kind.SINGLE, "");
        return desk.receive(new Inbound("sandbox", UUID.randomUUID().toString(), person, single, said, now.get()));
    }

    /** On a button; {@code *} as its file is one that was uploaded before. @throws IllegalStateException when it is refused */
    void does(String person, Sentence said) {
        Map<String, String> form = new HashMap<>(said.form());
        form.replace("file", "*", uploaded(person));
        Receiver.Answer answer = says(person, new Sentence(said.text(), form).pressed());
        if (!answer.done() && answer.toast().isPresent())
            throw new IllegalStateException(
                    person + ": " + said.text() + " → " + answer.toast().get());
    }

    private String uploaded(String person) {
        BenchClock clock = new BenchClock(now, SHANGHAI);
        return new Uploads(database, () -> company, clock).keep("sandbox", person, "配色.txt", new byte[] {'a'});
    }

    String asks(Person person, Random random) {
        return asks(organisation, person, random);
    }

    /** A typed request to another department, in words that no other request shares; for a day that is clear on any day. */
    static String asks(Organisation organisation, Person person, Random random) {
        List<Department> departments = organisation.departments();
        Department other;
        do other = departments.get(random.nextInt(departments.size()));
        while (other.id().equals(person.department()));
        StringBuilder need = new StringBuilder();
        for (int i = 0; i < 12; i++) need.appendCodePoint(0x4E00 + random.nextInt(3000));
        return "求助 " + other.name() + " " + need + " 下周五";
    }

    @Override
    public void close() {
        courier.close();
        database.close();
    }
}
