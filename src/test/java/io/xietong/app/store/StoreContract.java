package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every database must keep. The outbox has a contract of its own. */
abstract class StoreContract extends DatabaseContract {

    private static final Duties ZHAO_MIN = new Duties("zhao.min", Set.of(), Set.of("design"), Set.of("design"), false);

    void change(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    Stored<Request> keep(String need, int entries) {
        return database.inTransaction(books -> Samples.keep(books, need, entries));
    }

    Optional<Stored<Request>> find(ItemNumber number) {
        return database.read(books -> books.requests().find(number));
    }

    private boolean yes(Function<Books, Boolean> work) {
        return database.inTransaction(work);
    }

    private List<Long> serials(Function<Books, List<Long>> question) {
        return database.read(question);
    }

    private List<ItemNumber> due(Function<Books, List<ItemNumber>> question) {
        return database.read(question);
    }

    private Optional<ItemNumber> number(Function<Books, Optional<ItemNumber>> question) {
        return database.read(question);
    }

    private Optional<Answer> answer(Function<Books, Optional<Answer>> question) {
        return database.read(question);
    }

    private Map<String, Integer> load(Function<Books, Map<String, Integer>> question) {
        return database.read(question);
    }

    private Optional<String> value(Function<Books, Optional<String>> question) {
        return database.read(question);
    }

    private long count(Function<Books, Long> question) {
        return database.read(question);
    }

    @Test
    void a_request_comes_back_as_it_was_kept_with_every_character() {
        Stored<Request> kept = keep("新品海报 🎉 𠮷野家 \"引号\" % _ \\", 1);
        assertThat(find(kept.item().number())).contains(kept);

        Stored<Request> changed = Samples.withVersion(kept, 2);
        database.inTransaction(books -> {
            books.requests().save(List.of(new Change<>(Optional.of(kept), changed)));
            return null;
        });
        assertThat(find(kept.item().number())).contains(changed);
    }

    @Test
    void what_was_decided_on_an_old_version_is_refused_and_tried_again() throws Exception {
        Stored<Request> kept = keep("海报", 1);
        Stored<Request> changed = Samples.withVersion(kept, 2);
        AtomicInteger attempts = new AtomicInteger();
        Change<Request> change = new Change<>(Optional.of(kept), changed);
        Callable<Object> twice = () -> database.inTransaction(books -> {
            attempts.incrementAndGet();
            books.requests().save(List.of(change));
            return null;
        });

        twice.call();
        attempts.set(0);
        assertThatThrownBy(twice::call).isInstanceOf(StaleVersion.class);
        assertThat(attempts).hasValue(6);
    }

    @Test
    void a_transaction_that_lost_a_race_is_run_again_and_leaves_nothing_of_the_first_attempt() {
        AtomicInteger attempts = new AtomicInteger();
        database.inTransaction(books -> {
            Samples.keep(books, "海报", 1);
            if (attempts.incrementAndGet() < 3) throw new StaleVersion("XQ-1");
            return null;
        });
        assertThat(attempts).hasValue(3);
        assertThat(count(books -> books.trail().count())).isEqualTo(1);
    }

    @Test
    void the_same_event_at_once_from_several_threads_has_one_effect_and_one_answer() throws Exception {
        int threads = 6;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        Callable<Answer> delivery = () -> {
            start.await();
            return database.inTransaction(books -> books.inbox()
                    .answered("sandbox", "event-1")
                    .orElseGet(() -> {
                        Stored<Request> filed = Samples.keep(books, "海报", 1);
                        Answer answer = Answer.done(filed.item().number().toString());
                        books.inbox().record("sandbox", "event-1", NOW, answer);
                        return answer;
                    }));
        };
        List<Future<Answer>> answers = crowd.invokeAll(Collections.nCopies(threads, delivery));
        crowd.shutdown();
        Answer first = answers.get(0).get();
        for (Future<Answer> answer : answers) assertThat(answer.get()).isEqualTo(first);
        assertThat(count(books -> books.trail().count())).isEqualTo(1);
    }

    @Test
    void old_events_are_forgotten_and_young_ones_kept() {
        database.inTransaction(books -> {
            books.inbox().record("sandbox", "old", NOW.minusSeconds(60), Answer.NONE);
            books.inbox().record("sandbox", "young", NOW, Answer.NONE);
            return books.inbox().forgetBefore(NOW);
        });
        assertThat(answer(books -> books.inbox().answered("sandbox", "old"))).isEmpty();
        assertThat(answer(books -> books.inbox().answered("sandbox", "young"))).contains(Answer.NONE);
    }

    @Test
    void clocks_that_are_due_are_found_and_a_request_that_somebody_holds_is_left_out() {
        Stored<Request> one = keep("海报", 1);
        Stored<Request> other = keep("横幅", 1);
        long first = one.item().number().serial();
        long second = other.item().number().serial();
        assertThat(due(books -> books.deadlines().due(NOW.minusMillis(1), 10))).isEmpty();
        assertThat(due(books -> books.deadlines().due(NOW, 10)))
                .containsExactly(one.item().number(), other.item().number());

        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<List<Long>> holder = CompletableFuture.supplyAsync(() -> database.inTransaction(books -> {
            List<Long> locked = books.requests().lockFree(List.of(first));
            held.countDown();
            waitFor(asked);
            return locked;
        }));
        waitFor(held);
        List<Long> free = database.inTransaction(books -> {
            try {
                return books.requests().lockFree(List.of(first, second));
            } finally {
                asked.countDown();
            }
        });
        assertThat(free).containsExactly(second);
        assertThat(holder.join()).containsExactly(first);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_clock_that_cannot_ring_is_put_off() {
        Stored<Request> kept = keep("海报", 1);
        database.inTransaction(books -> {
            books.deadlines().putOff(kept.item().number(), NOW, NOW.plusSeconds(3600));
            return null;
        });
        assertThat(due(books -> books.deadlines().due(NOW, 10))).isEmpty();
        assertThat(due(books -> books.deadlines().due(NOW.plusSeconds(3600), 10)))
                .hasSize(1);
    }

    private List<Long> waiting(Duties duties) {
        List<Due> waiting = database.read(books -> books.requests().waitingFor(duties, 10));
        return waiting.stream().map(Due::serial).toList();
    }

    private long keepDue(Instant due) {
        return database.inTransaction(books -> {
            long serial = books.requests().nextNumber(NOW).serial();
            Stored<Request> fresh = Stored.fresh(Samples.request(serial, "海报", NOW, due));
            books.requests().save(List.of(new Change<>(Optional.empty(), fresh)));
            return serial;
        });
    }

    @Test
    void what_is_due_first_comes_first_and_the_rest_is_not_read() {
        long late = keepDue(NOW.plusSeconds(200));
        long early = keepDue(NOW.plusSeconds(100));
        keepDue(NOW.plusSeconds(300));
        List<Due> waiting = database.read(books -> books.requests().waitingFor(Duties.of("zhou.jie"), 2));
        assertThat(waiting)
                .containsExactly(
                        new Due(early, Optional.of(NOW.plusSeconds(100))),
                        new Due(late, Optional.of(NOW.plusSeconds(200))));
    }

    @Test
    void what_waits_for_whom_is_found_by_owner_department_and_requester() {
        long serial = keep("海报", 1).item().number().serial();
        assertThat(waiting(Duties.of("zhou.jie"))).containsExactly(serial);
        assertThat(waiting(ZHAO_MIN)).containsExactly(serial);
        assertThat(waiting(Duties.of("li.lei"))).isEmpty();
        assertThat(serials(books -> books.requests().of("li.lei", 10))).containsExactly(serial);
        assertThat(load(books -> books.requests().load(List.of("zhou.jie", "wu.yue"), 10)))
                .containsExactly(Map.entry("zhou.jie", 1));
    }

    @Test
    void what_changed_is_read_in_the_order_of_its_keys_and_forgotten_after_a_while() {
        ItemNumber first = keep("海报", 2).item().number();
        ItemNumber second = keep("展架", 1).item().number();
        database.inTransaction(books -> {
            books.changes().note(List.of(first, second), NOW);
            books.changes().note(List.of(first), NOW.plusSeconds(60));
            return null;
        });
        List<JdbiChanges.Row> all = database.read(books -> books.changes().after(0, 10));
        assertThat(all).extracting(JdbiChanges.Row::item).containsExactly(first, second, first);
        List<JdbiChanges.Row> rest =
                database.read(books -> books.changes().after(all.get(1).id(), 10));
        assertThat(rest).containsExactly(all.get(2));
        database.inTransaction(books -> books.changes().forgetBefore(NOW.plusSeconds(1)));
        List<Long> ends = database.read(
                books -> List.of(books.changes().first(), books.changes().last()));
        assertThat(ends).containsExactly(all.get(2).id(), all.get(2).id());
    }

    @Test
    void all_there_is_is_read_newest_first_with_its_comments() {
        ItemNumber first = keep("海报", 2).item().number();
        ItemNumber second = keep("展架", 1).item().number();
        assertThat(serials(books -> books.requests().before(Long.MAX_VALUE, 10)))
                .containsExactly(second.serial(), first.serial());
        assertThat(serials(books -> books.requests().before(second.serial(), 10)))
                .containsExactly(first.serial());
        Map<ItemNumber, List<String>> comments =
                database.read(books -> books.trail().comments(List.of(first, second)));
        assertThat(comments).containsEntry(first, List.of("第1条", "第2条")).containsEntry(second, List.of("第1条"));
    }

    @Test
    void an_upload_is_taken_once_by_who_sent_it_and_holds_its_file() {
        byte[] content = "价格".getBytes(StandardCharsets.UTF_8);
        Instant night = NOW.plus(Duration.ofDays(2));
        LibraryFile file = database.inTransaction(books -> {
            LibraryFile kept = new LibraryFile("价格.txt", books.files().keep(content, NOW), content.length);
            books.uploads().add("word", kept, "li.lei", night.plusSeconds(1));
            return kept;
        });
        int held = database.inTransaction(books -> books.files().forgetBefore(night));
        assertThat(held).isZero();
        assertThat(taken("word", "zhou.jie", NOW)).isEmpty();
        assertThat(taken("word", "li.lei", night.plusSeconds(1))).isEmpty();
        assertThat(taken("other", "li.lei", NOW)).isEmpty();
        assertThat(taken("word", "li.lei", NOW)).contains(file);
        assertThat(taken("word", "li.lei", NOW)).isEmpty();
        int forgotten = database.inTransaction(books -> books.files().forgetBefore(night));
        assertThat(forgotten).isEqualTo(1);
    }

    private Optional<LibraryFile> taken(String word, String person, Instant at) {
        return database.inTransaction(books -> books.uploads().take(word, person, at));
    }

    @Test
    void a_file_is_kept_once_comes_back_whole_and_goes_when_nothing_points_to_it() {
        byte[] content = new byte[1_300_000];
        new Random(7).nextBytes(content);
        String hash = database.inTransaction(books -> books.files().keep(content, NOW));
        String again = database.inTransaction(books -> books.files().keep(content, NOW));
        assertThat(again).isEqualTo(hash);
        byte[] back = database.read(books -> books.files().content(hash));
        assertThat(back).isEqualTo(content);
        JdbiFiles.Link link = new JdbiFiles.Link(
                hash, "清单.xlsx", "text/plain", content.length, "li.lei", NOW.plusSeconds(60), false, Optional.empty());
        database.inTransaction(books -> {
            books.files().link("token", link, NOW);
            return null;
        });
        Optional<JdbiFiles.Link> found = database.read(books -> books.files().find("token"));
        assertThat(found).contains(link);
        assertThat(yes(books -> books.files().take("token", NOW.plusSeconds(60))))
                .isFalse();
        assertThat(yes(books -> books.files().take("token", NOW))).isTrue();
        assertThat(yes(books -> books.files().take("token", NOW))).isFalse();
        int kept = database.inTransaction(books -> books.files().forgetBefore(NOW));
        assertThat(kept).isZero();
        int young = database.inTransaction(books -> books.files().forgetBefore(NOW.plusSeconds(61)));
        assertThat(young).as("what was kept less than a day ago").isZero();
        int gone = database.inTransaction(
                books -> books.files().forgetBefore(NOW.plusSeconds(1).plus(Duration.ofDays(1))));
        assertThat(gone).isEqualTo(1);
        Optional<JdbiFiles.Link> forgotten =
                database.read(books -> books.files().find("token"));
        assertThat(forgotten).isEmpty();
    }

    @Test
    void what_is_due_by_a_time_is_found_earliest_first() {
        ItemNumber first = keep("海报", 1).item().number();
        List<ItemNumber> before = database.read(books -> books.deadlines().dueBefore(NOW, 10));
        List<ItemNumber> due = database.read(books -> books.deadlines().dueBefore(NOW.plusSeconds(86_400), 10));
        assertThat(before).isEmpty();
        assertThat(due).containsExactly(first);
    }

    @Test
    void the_same_and_the_similar_are_found_among_what_was_filed_before() {
        ItemNumber number = keep("新品海报主视觉", 1).item().number();
        assertThat(number(books -> books.requests().recent("design", "新品海报主视觉").sameSince("li.lei", NOW)))
                .contains(number);
        assertThat(number(
                        books -> books.requests().recent("design", "新品海报主视觉").sameSince("li.lei", NOW.plusSeconds(1))))
                .isEmpty();
        assertThat(number(books -> books.requests().recent("design", "新品海报主视觉").sameSince("han.mei", NOW)))
                .isEmpty();
        assertThat(serials(books -> books.requests().recent("design", "新品海报").alike()))
                .containsExactly(number.serial());
        assertThat(serials(books -> books.requests().recent("design", "机房钥匙").alike()))
                .isEmpty();
    }

    @Test
    void a_whole_trail_is_sound_and_every_way_to_change_it_is_found() throws SQLException {
        for (int i = 0; i < 5; i++) keep("海报 " + i, 3);
        assertThat(faults()).isEmpty();

        change("UPDATE trail_entry SET detail = '{}' WHERE item = 'XQ-1' AND seq = 2");
        change("DELETE FROM trail_entry WHERE item = 'XQ-2' AND seq = 3");
        change("DELETE FROM trail_entry WHERE item = 'XQ-3' AND seq = 1");
        change("DELETE FROM request WHERE serial = 4");
        change("DELETE FROM request WHERE serial = 5");
        change("DELETE FROM trail_entry WHERE item = 'XQ-5'");
        assertThat(faults())
                .containsExactly(
                        new JdbiTrail.TrailFault("XQ-1", 2),
                        new JdbiTrail.TrailFault("XQ-2", 3),
                        new JdbiTrail.TrailFault("XQ-3", 1),
                        new JdbiTrail.TrailFault("XQ-4", 1),
                        new JdbiTrail.TrailFault("XQ-5", 1));
    }

    private List<JdbiTrail.TrailFault> faults() {
        return database.read(books -> books.trail().verify());
    }

    @Test
    void a_card_is_behind_until_it_was_drawn_for_the_present_version_and_never_goes_back() {
        ItemNumber item = keep("海报", 1).item().number();
        Optional<Essentials> shows = Optional.of(new Essentials("one"));
        database.inTransaction(books -> {
            books.places()
                    .add(new JdbiPlaces.Place(
                            0, item, Optional.of("li.lei"), Samples.GROUP, "m1", Optional.empty(), 1, NOW, shows));
            return null;
        });
        assertThat(behind(item, 1)).isEmpty();
        JdbiPlaces.Place place = behind(item, 3).get(0);
        long id = place.id();
        database.inTransaction(books -> {
            books.places().drawn(place.showing(3, new Essentials("three"), "m2"));
            books.places().drawn(place.showing(2, new Essentials("two"), "m1"));
            return null;
        });
        assertThat(behind(item, 3)).isEmpty();
        assertThat(behind(item, 4)).containsExactly(place.showing(3, new Essentials("three"), "m2"));
        assertThat(yes(books -> books.places().remove(id))).isTrue();
        assertThat(yes(books -> books.places().remove(id))).isFalse();
    }

    private List<JdbiPlaces.Place> behind(ItemNumber item, long version) {
        return database.read(books -> books.places().behind(item, version));
    }

    @Test
    void a_value_that_the_company_shares_moves_on_for_one_node_only() {
        database.inTransaction(books -> {
            books.company().set("night.next", "a");
            return null;
        });
        assertThat(yes(books -> books.company().advance("night.next", "a", "b")))
                .isTrue();
        assertThat(yes(books -> books.company().advance("night.next", "a", "b")))
                .isFalse();
        assertThat(value(books -> books.company().get("night.next"))).contains("b");
    }

    @Test
    void a_state_change_is_seen_by_who_reads_the_locked_version() {
        Stored<Request> kept = keep("海报", 1);
        assertThat(kept.item().state()).isEqualTo(State.AWAITING_RESPONSE);
        long version = database.inTransaction(
                books -> books.requests().lockedVersion(kept.item().number()).orElseThrow());
        assertThat(version).isEqualTo(1);
    }

    @Test
    void somebody_who_was_asked_comes_back_once_and_in_time_and_is_then_let_in_to_that_form_alone() {
        database.inTransaction(books -> {
            books.visits().add("state", "form", false, NOW.plusSeconds(60));
            books.visits().add("late", "form", false, NOW);
            books.visits().add("pass", "form", true, NOW.plusSeconds(60));
            return null;
        });
        assertThat(yes(books -> books.visits().take("state", "other form", NOW)))
                .isFalse();
        assertThat(yes(books -> books.visits().take("pass", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().take("late", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().isLetIn("state", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().take("state", "form", NOW))).isTrue();
        assertThat(yes(books -> books.visits().take("state", "form", NOW))).isFalse();

        assertThat(yes(books -> books.visits().isLetIn("pass", "form", NOW))).isTrue();
        assertThat(yes(books -> books.visits().isLetIn("pass", "other form", NOW)))
                .isFalse();
        assertThat(yes(books -> books.visits().isLetIn("pass", "form", NOW.plusSeconds(60))))
                .isFalse();
        assertThat(yes(books -> books.visits().forgetBefore(NOW.plusSeconds(61)) == 2))
                .isTrue();
    }

    @Test
    void a_link_into_the_console_is_taken_once_and_a_visit_lasts_until_its_end() {
        database.inTransaction(books -> {
            books.consolePasses().add("link", false, new JdbiConsolePasses.Pass("feishu", "ou_1", NOW.plusSeconds(60)));
            books.consolePasses().add("visit", true, new JdbiConsolePasses.Pass("feishu", "ou_1", NOW.plusSeconds(60)));
            return null;
        });
        assertThat(yes(books -> books.consolePasses().find("link", true, NOW).isPresent()))
                .isFalse();
        assertThat(yes(books -> books.consolePasses().find("link", false, NOW).isPresent()))
                .isTrue();
        assertThat(yes(books -> books.consolePasses().take("link", false))).isTrue();
        assertThat(yes(books -> books.consolePasses().take("link", false))).isFalse();
        assertThat(yes(books -> books.consolePasses().find("visit", true, NOW).isPresent()))
                .isTrue();
        assertThat(yes(books -> books.consolePasses()
                        .find("visit", true, NOW.plusSeconds(60))
                        .isPresent()))
                .isFalse();
        assertThat(yes(books -> books.consolePasses().forgetBefore(NOW.plusSeconds(61)) == 1))
                .isTrue();
    }
}
