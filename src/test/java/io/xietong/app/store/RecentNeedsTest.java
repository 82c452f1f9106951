package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.search.SearchIndex;
import io.xietong.app.store.RecentRequests.Asking;
import io.xietong.core.item.ItemNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the nodes of one database know of each other's newest requests. */
class RecentNeedsTest {

    private static final Asking POSTER = new Asking("li.lei", "design", "新品海报", NOW);

    private final String url = MariaDbServer.shared().freshDatabase();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500); // it overflows within the first second

    RecentNeedsTest() {
        Database.open(url, "root", "", 1).close(); // makes the tables
    }

    /** Its transactions are undone and run again as the database does it. */
    private final class Node {
        private final Jdbi jdbi = Jdbi.create(url, "root", "");
        private final Memory memory = new Memory(
                new RecentNeeds(false, nanos::get), new Serials(false), new PeopleFacts.Kept(false), new SearchIndex());
        private final List<RecentRequests> found = new ArrayList<>();

        private <T> T does(Function<Books, T> work) {
            try {
                return jdbi.inTransaction(handle -> Books.inTransaction(handle, memory, true, work));
            } catch (StaleVersion e) {
                return jdbi.inTransaction(handle -> Books.inTransaction(handle, memory, false, work));
            }
        }

        private ItemNumber files(String need) {
            return does(books -> Samples.keep(books, need, 1)).item().number();
        }

        /** What it finds beside the poster, and finds again where it had to look twice; what is new is filed. */
        private List<RecentRequests> asksForThePoster() {
            found.clear();
            does(books -> {
                RecentRequests recent = books.requests().recent(POSTER);
                found.add(recent);
                if (recent.repeated().isEmpty()) Samples.keep(books, POSTER.need(), 1);
                return null;
            });
            return List.copyOf(found);
        }

        private List<Long> alike() {
            return does(books -> books.requests().recent(new Asking("li.lei", "design", "新品海报主视觉", NOW)))
                    .alike();
        }
    }

    private final Node one = new Node();
    private final Node other = new Node();

    @Test
    void what_a_node_files_it_knows_at_once() {
        assertThat(one.alike()).isEmpty();
        ItemNumber number = one.files("新品海报");
        assertThat(one.alike()).containsExactly(number.serial());
        assertThat(one.asksForThePoster()).extracting(RecentRequests::repeated).containsExactly(Optional.of(number));
    }

    @Test
    void what_another_node_files_is_alike_after_a_second() {
        assertThat(one.alike()).isEmpty();
        ItemNumber number = other.files("新品海报");
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(one.alike()).isEmpty();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(one.alike()).containsExactly(number.serial());
    }

    @Test
    void what_another_node_has_just_filed_is_noticed_when_it_is_repeated() {
        assertThat(one.alike()).isEmpty();
        ItemNumber number = other.files("新品海报");
        assertThat(one.asksForThePoster())
                .extracting(RecentRequests::repeated)
                .containsExactly(Optional.empty(), Optional.of(number));
    }

    @Test
    void a_repeated_request_that_is_read_while_it_is_repeated_is_noticed_too() {
        assertThat(one.alike()).isEmpty();
        ItemNumber number = other.files("新品海报");
        List<Optional<ItemNumber>> repeated = new ArrayList<>();
        one.does(books -> {
            repeated.add(books.requests().recent(POSTER).repeated());
            if (repeated.size() > 1) return null;
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(one.alike()).containsExactly(number.serial());
            return Samples.keep(books, POSTER.need(), 1);
        });
        assertThat(repeated).containsExactly(Optional.empty(), Optional.of(number));
    }

    @Test
    void what_another_node_has_just_filed_and_nobody_repeats_is_not_looked_for_twice() {
        assertThat(one.alike()).isEmpty();
        other.files("报销发票");
        assertThat(one.asksForThePoster()).hasSize(1);
    }

    @Test
    void a_number_that_another_node_has_taken_is_looked_for_before_it_is_forgotten() {
        assertThat(one.alike()).isEmpty();
        ItemNumber number = other.files("新品海报");
        for (int i = 0; i < 100; i++) one.files("报销发票");
        assertThat(one.alike()).isEmpty();
        one.files("报销发票");
        assertThat(one.alike()).containsExactly(number.serial());
    }
}
