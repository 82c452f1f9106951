package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.store.RecentRequests.Asking;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every database must keep of requests. */
abstract class RequestsContract extends DatabaseContract {

    private static final Duties ZHAO_MIN = new Duties("zhao.min", Set.of(), Set.of("design"), Set.of("design"), false);

    Stored<Request> keep(String need, int entries) {
        return database.inTransaction(books -> Samples.keep(books, need, entries));
    }

    Optional<Stored<Request>> find(ItemNumber number) {
        return database.read(books -> books.requests().find(number));
    }

    private List<Long> serials(Function<Books, List<Long>> question) {
        return database.read(question);
    }

    private RecentRequests recent(String need) {
        return database.read(books -> books.requests().recent(new Asking("li.lei", "design", need, NOW)));
    }

    private Map<String, Integer> load(Function<Books, Map<String, Integer>> question) {
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
    void a_state_change_is_seen_by_who_reads_the_locked_version() {
        Stored<Request> kept = keep("海报", 1);
        assertThat(kept.item().state()).isEqualTo(State.AWAITING_RESPONSE);
        long version = database.inTransaction(
                books -> books.requests().lockedVersion(kept.item().number()).orElseThrow());
        assertThat(version).isEqualTo(1);
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
    void the_same_and_the_similar_are_found_among_what_was_filed_before() {
        ItemNumber number = keep("新品海报主视觉", 1).item().number();
        assertThat(recent("新品海报主视觉").repeated()).contains(number);
        assertThat(recent("新品海报").repeated()).isEmpty();
        assertThat(recent("新品海报").alike()).containsExactly(number.serial());
        assertThat(recent("机房钥匙").alike()).isEmpty();
    }

    @Test
    void what_was_rolled_back_is_like_nothing() {
        assertThat(recent("新品海报").alike()).isEmpty();
        assertThatThrownBy(() -> database.inTransaction(books -> {
                    Samples.keep(books, "新品海报", 1);
                    throw new IllegalStateException("the transaction fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        ItemNumber number = keep("新品海报", 1).item().number();
        assertThat(recent("新品海报").alike()).containsExactly(number.serial());
    }

    @Test
    void one_that_is_committed_after_a_later_one_is_found_once_it_is() {
        Supplier<List<Long>> alike = () -> recent("新品海报").alike();
        AtomicReference<CompletableFuture<Stored<Request>>> later = new AtomicReference<>();
        ItemNumber slow = database.inTransaction(books -> {
            ItemNumber number = Samples.keep(books, "新品海报", 1).item().number();
            later.set(CompletableFuture.supplyAsync(() -> keep("新品海报", 1)));
            List<Long> committed = Awaitility.await().until(alike::get, found -> !found.isEmpty());
            assertThat(committed).hasSize(1).doesNotContain(number.serial());
            return number;
        });
        long fast = later.get().join().item().number().serial();
        assertThat(alike.get()).containsExactlyInAnyOrder(slow.serial(), fast);
        assertThat(alike.get()).containsExactlyInAnyOrder(slow.serial(), fast);
    }
}
