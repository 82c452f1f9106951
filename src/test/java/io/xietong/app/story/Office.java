package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.desk.Uploads;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Engine engine;
    TimeMachine time;
    private CompanyFiles company;
    private final Path folder;
    private final List<Venue> venues;
    private final AtomicReference<Answer> lastAnswer = new AtomicReference<>(Answer.NONE);

    private Office(Path folder, String localTime, String... stages) {
        this.folder = folder;
        database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
        company = read();
        Instant start = LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
        clock = CompanyClock.kept(database, Clock.fixed(start, SHANGHAI), SHANGHAI);
        venues = Stream.of(stages).map(this::venue).toList();
        stage = venues.get(0).stage();
        platform = venues.get(0).platform();
        start();
        venues.forEach(venue -> venue.stage().open(this::received));
    }

    private CompanyFiles read() {
        return CompanyFiles.read(Settings.read(folder.resolve("xietong.yml"), Map.of()));
    }

    private void start() {
        Map<String, ChatPlatform> platforms = new LinkedHashMap<>();
        venues.forEach(venue -> platforms.put(venue.platform().name(), venue.platform()));
        engine = new Engine(database, company, clock, platforms);
        time = engine.timeMachine();
    }

    /** The program is stopped, and started with what its files say by now. */
    void starts_again() {
        engine.close();
        company = read();
        start();
    }

    private Venue venue(String name) {
        OneTimeForms forms = new OneTimeForms(database, clock, "https://xietong.example");
        Stage named = Stage.named(name, company.get().organisation(), clock, forms);
        Optional<Reissues> reissues =
                named.sendsChangesAnew() ? Optional.of(new Reissues(this::keptCurrent)) : Optional.empty();
        return new Venue(named, new ScriptedPlatform(named.name(), named.platform(), reissues));
    }

    private Answer received(Inbound inbound) {
        Answer answer = engine.desk().receive(inbound);
        lastAnswer.set(answer);
        return answer;
    }

    /** Ids of the messages in which the desk keeps an item's card current. */
    private Set<String> keptCurrent(ItemNumber item) {
        return database.read(books -> books.places().behind(item, Long.MAX_VALUE)).stream()
                .map(JdbiPlaces.Place::messageId)
                .collect(Collectors.toSet());
    }

    /** A company with other files than the demo's. */
    static Office of(Path folder, String localTime) {
        return new Office(folder, localTime, System.getProperty(Stage.PROPERTY, "sandbox"));
    }

    /** A company on several platforms: people are where they have an account, the group is on the first. */
    static Office onSeveral(Path folder, String localTime, String... stages) {
        return new Office(folder, localTime, stages);
    }

    /** The demo company without its regular meetings. */
    static Office at(String localTime) {
        return of(Files.quiet(), localTime);
    }

    /** The demo company with its regular meetings. */
    static Office that_meets_at(String localTime) {
        return of(CONFIG, localTime);
    }

    Employee employee(String id) {
        return new Employee(this, id, venues.size() == 1 ? venues.get(0) : venueOf(id));
    }

    Venue venueOf(String person) {
        Map<String, String> accounts =
                company.get().organisation().person(person).orElseThrow().accounts();
        return venues.stream()
                .filter(venue -> accounts.containsKey(venue.stage().name()))
                .findFirst()
                .orElseThrow();
    }

    GroupChat group() {
        return new GroupChat(venues.get(0));
    }

    void passes(String duration) {
        time.moveTo(clock.instant().plus(Duration.parse(duration)));
    }

    void it_becomes(String localTime) {
        time.moveTo(LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant());
    }

    void nothing_else_was_said() {
        assertThat(venues)
                .flatMap(venue -> venue.platform().unread())
                .as("messages nobody expected")
                .isEmpty();
    }

    /** Somebody adds the bot to a group. */
    void the_bot_joins_the_group() {
        stage.joins("li.lei");
        engine.courier().untilIdle();
    }

    /** What the desk answered last, whoever spoke. */
    Answer lastAnswer() {
        return lastAnswer.get();
    }

    /** Whether a day is a working day, as the calendar is known now. */
    boolean works_on(LocalDate day) {
        return company.get().calendar().isWorkingDay(day);
    }

    /** The working day so many before a day. */
    LocalDate working_days_before(LocalDate day, int days) {
        return company.get().calendar().workingDay(day, -days);
    }

    LocalDate today() {
        return company.get().calendar().dateOf(clock.instant());
    }

    /** A request as it is in the database. */
    Request request(long serial) {
        return database.read(books -> books.requests().find(ItemNumber.request(serial)))
                .orElseThrow()
                .item();
    }

    /**
     * Somebody sends a file from the page whose link they were sent.
     *
     * @param button id of the button that is pressed
     * @return what the page says then
     */
    String uploads(String person, Seen link, String button, Map<String, String> fields, String name, String content) {
        Map<String, String> values = new HashMap<>(fields);
        String account = stage.account(person);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        values.put("file", new Uploads(database, company, clock).keep(stage.name(), account, name, bytes));
        String token = link.text().replaceFirst("(?s).*/form/([\\w-]+).*", "$1");
        OneTimeForms forms = new OneTimeForms(database, clock, "https://xietong.example");
        Answer answer = forms.send(token, button, values, engine.desk()).orElseThrow();
        engine.courier().untilIdle();
        return answer.toast().orElse("");
    }

    /** Takes everything these people have got so far, when a story is about somebody else. */
    void read_all(String... people) {
        for (String person : people) platform.takeAll(stage.account(person));
    }

    @Override
    public void close() {
        venues.forEach(venue -> venue.stage().close());
        engine.close();
        database.close();
    }
}
