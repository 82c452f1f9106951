package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

/** What every database must keep that belongs to no kind of item alone. The outbox has a contract of its own. */
abstract class StoreContract extends DatabaseContract {

    void change(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    Stored<Request> keep(String need, int entries) {
        return database.inTransaction(books -> Samples.keep(books, need, entries));
    }

    private List<ItemNumber> due(Function<Books, List<ItemNumber>> question) {
        return database.read(question);
    }

    private Optional<Answer> answer(Function<Books, Optional<Answer>> question) {
        return database.read(question);
    }

    private Optional<String> value(Function<Books, Optional<String>> question) {
        return database.read(question);
    }

    private long count(Function<Books, Long> question) {
        return database.read(question);
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
    void what_is_due_by_a_time_is_found_earliest_first() {
        ItemNumber first = keep("海报", 1).item().number();
        List<ItemNumber> before = database.read(books -> books.deadlines().dueBefore(NOW, 10));
        List<ItemNumber> due = database.read(books -> books.deadlines().dueBefore(NOW.plusSeconds(86_400), 10));
        assertThat(before).isEmpty();
        assertThat(due).containsExactly(first);
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
}
