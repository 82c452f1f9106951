package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static io.xietong.app.store.Samples.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How messages wait, are claimed, and leave, on every database. */
abstract class OutboxContract extends DatabaseContract {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private Instant real = NOW;
    private int claims;

    private void post(Outgoing... messages) {
        postHeldUntil(NOW, messages);
    }

    private void postHeldUntil(Instant notBefore, Outgoing... messages) {
        database.inTransaction(books -> {
            books.outbox()
                    .add(
                            List.of(messages).stream()
                                    .map(message -> new JdbiOutbox.Entry(message, notBefore))
                                    .toList(),
                            NOW);
            return null;
        });
    }

    private List<OutboxRow> claim(Instant now) {
        String lease = "node/" + ++claims;
        return database.inTransaction(books -> books.claims().claim(lease, now, real, real.plus(LEASE), 10));
    }

    private boolean sent(OutboxRow row) {
        return database.inTransaction(books -> books.claims().sent(row, List.of(row.id()), NOW));
    }

    private static List<String> texts(Collection<OutboxRow> rows) {
        return rows.stream()
                .map(row -> row.outgoing().orElseThrow().body())
                .map(body -> ((Outgoing.Note) body).text().args().get(0).toString())
                .toList();
    }

    @Test
    void messages_of_one_lane_leave_one_after_the_other_and_lanes_side_by_side() {
        post(note("li.lei", "一", Urgency.NORMAL, 1), note("li.lei", "二", Urgency.NORMAL, 1));
        post(note("han.mei", "甲", Urgency.NORMAL, 1), note("li.lei", "乙", Urgency.NORMAL, 2));
        List<OutboxRow> first = claim(NOW);
        assertThat(texts(first)).containsExactly("一", "甲", "乙");
        assertThat(claim(NOW)).isEmpty();
        assertThat(sent(first.get(0))).isTrue();
        assertThat(texts(claim(NOW))).containsExactly("二");
    }

    @Test
    void a_message_that_failed_holds_up_its_own_lane_only() {
        post(note("li.lei", "一", Urgency.NORMAL, 1), note("li.lei", "二", Urgency.NORMAL, 1));
        OutboxRow failed = claim(NOW).get(0);
        Instant retry = NOW.plusSeconds(60);
        database.inTransaction(books -> books.claims().again(failed, List.of(failed.id()), retry, "busy"));
        post(note("li.lei", "乙", Urgency.NORMAL, 2));
        assertThat(texts(claim(NOW))).containsExactly("乙");
        assertThat(texts(claim(retry))).containsExactly("一");
    }

    @Test
    void a_message_that_was_put_off_is_not_overtaken_in_its_lane() {
        post(note("li.lei", "一", Urgency.NORMAL, 1), note("li.lei", "二", Urgency.ANSWER, 1));
        OutboxRow one = claim(NOW).get(0);
        database.inTransaction(books -> books.claims().later(one, NOW.plusSeconds(1)));
        assertThat(claim(NOW)).isEmpty();
        OutboxRow again = claim(NOW.plusSeconds(1)).get(0);
        assertThat(again.attempts()).isZero();
        assertThat(texts(List.of(again))).containsExactly("一");
    }

    @Test
    void what_quiet_hours_hold_holds_up_nothing() {
        Instant morning = NOW.plusSeconds(36_000);
        postHeldUntil(morning, note("li.lei", "早上", Urgency.NORMAL, 1));
        post(note("li.lei", "现在", Urgency.URGENT, 1));
        assertThat(texts(claim(NOW))).containsExactly("现在");
        Optional<Instant> next = database.read(books -> books.outbox().nextDue(NOW));
        assertThat(next).contains(morning);
        assertThat(yes(books -> books.outbox().anyDue(Long.MAX_VALUE, NOW))).isTrue();
    }

    @Test
    void urgent_messages_leave_first_and_digests_last() {
        post(
                note("a", "摘要", Urgency.LOW, 1),
                note("b", "平常", Urgency.NORMAL, 2),
                note("c", "紧急", Urgency.URGENT, 3),
                note("d", "回答", Urgency.ANSWER, 4));
        assertThat(texts(claim(NOW))).containsExactly("回答", "紧急", "平常", "摘要");
    }

    @Test
    void a_killed_node_s_messages_are_free_when_its_lease_ends_and_not_before() {
        post(note("li.lei", "一", Urgency.NORMAL, 1));
        assertThat(claim(NOW)).hasSize(1);
        real = NOW.plus(LEASE);
        assertThat(claim(NOW)).isEmpty();
        real = NOW.plus(LEASE).plusMillis(1);
        assertThat(claim(NOW)).hasSize(1);
    }

    @Test
    void what_another_node_holds_and_what_waits_behind_it_is_not_waited_for_until_its_lease_ends() {
        post(note("li.lei", "一", Urgency.NORMAL, 1), note("li.lei", "二", Urgency.NORMAL, 1));
        assertThat(claim(NOW)).hasSize(1);
        assertThat(yes(books -> books.outbox().anyDueFor("node/", Long.MAX_VALUE, NOW, real)))
                .isTrue();
        assertThat(yes(books -> books.outbox().anyDueFor("other/", Long.MAX_VALUE, NOW, real)))
                .isFalse();
        real = NOW.plus(LEASE).plusMillis(1);
        assertThat(yes(books -> books.outbox().anyDueFor("other/", Long.MAX_VALUE, NOW, real)))
                .isTrue();
    }

    @Test
    void a_renewed_lease_keeps_others_out() {
        post(note("li.lei", "一", Urgency.NORMAL, 1));
        List<OutboxRow> mine = claim(NOW);
        database.inTransaction(books -> {
            books.claims().renew(mine, NOW.plus(LEASE.multipliedBy(2)));
            return null;
        });
        real = NOW.plus(LEASE).plusSeconds(1);
        assertThat(claim(NOW)).isEmpty();
    }

    @Test
    void who_comes_back_after_the_lease_went_to_another_writes_nothing() {
        post(note("li.lei", "一", Urgency.NORMAL, 1));
        OutboxRow late = claim(NOW).get(0);
        real = NOW.plus(LEASE).plusMillis(1);
        OutboxRow present = claim(NOW).get(0);
        List<Long> ids = List.of(late.id());
        assertThat(yes(books -> books.claims().sent(late, ids, NOW))).isFalse();
        assertThat(yes(books -> books.claims().dead(late, ids, "x"))).isFalse();
        assertThat(yes(books -> books.claims().again(late, ids, NOW, "x"))).isFalse();
        assertThat(yes(books -> books.claims().later(late, NOW))).isFalse();
        assertThat(sent(present)).isTrue();
        assertThat(sent(present)).isFalse();
    }

    @Test
    void what_is_given_back_is_free_at_once() {
        post(note("li.lei", "一", Urgency.NORMAL, 1));
        List<OutboxRow> mine = claim(NOW);
        database.inTransaction(books -> {
            books.claims().release(mine);
            return null;
        });
        assertThat(claim(NOW)).hasSize(1);
    }

    @Test
    void several_nodes_that_claim_at_once_never_get_the_same_message() throws Exception {
        int messages = 60;
        for (int i = 1; i <= messages; i++) post(note("li.lei", "第" + i, Urgency.NORMAL, i));
        int nodes = 4;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService crowd = Executors.newFixedThreadPool(nodes);
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            String node = "node-" + n;
            work.add(() -> {
                start.await();
                List<Long> mine = new ArrayList<>();
                for (int round = 0; round < 40; round++) {
                    database.inTransaction(books -> books.claims().claim(node, NOW, real, real.plus(LEASE), 5))
                            .forEach(row -> mine.add(row.id()));
                }
                return mine;
            });
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> mine : crowd.invokeAll(work)) all.addAll(mine.get());
        crowd.shutdown();
        assertThat(all).doesNotHaveDuplicates().hasSize(messages);
    }

    @Test
    void low_news_of_one_person_leave_together_and_a_second_attempt_says_the_same() {
        post(note("li.lei", "一", Urgency.LOW, 1), note("li.lei", "二", Urgency.LOW, 2));
        post(note("han.mei", "别人", Urgency.LOW, 1));
        List<OutboxRow> heads = claim(NOW);
        assertThat(texts(heads)).containsExactly("一", "别人");
        List<OutboxRow> digest = database.inTransaction(books -> books.claims().digest(heads.get(0), NOW));
        assertThat(texts(digest)).containsExactly("一", "二");
        List<Long> ids = digest.stream().map(OutboxRow::id).toList();
        database.inTransaction(books -> books.claims().again(heads.get(0), ids, NOW, "busy"));

        post(note("li.lei", "三", Urgency.LOW, 3));
        OutboxRow again = claim(NOW).get(0);
        List<OutboxRow> same = database.inTransaction(books -> books.claims().digest(again, NOW));
        assertThat(texts(same)).containsExactly("一", "二");
        assertThat(yes(books -> books.claims().sent(again, ids, NOW))).isTrue();
        assertThat(texts(claim(NOW))).containsExactly("三");
    }

    @Test
    void refreshes_of_one_item_wait_in_one_lane_and_are_served_together() {
        ItemNumber item = ItemNumber.request(1);
        database.inTransaction(books -> {
            books.outbox().refresh(List.of(item), NOW);
            books.outbox().refresh(List.of(item, ItemNumber.request(2)), NOW);
            return null;
        });
        List<OutboxRow> claimed = claim(NOW);
        assertThat(claimed).hasSize(2);
        List<Long> served = database.read(books -> books.claims().refreshesLike(claimed.get(0)));
        assertThat(served).hasSize(2);
        database.inTransaction(books -> books.claims().sent(claimed.get(0), served, NOW));
        assertThat(claim(NOW)).isEmpty();
    }

    @Test
    void dead_letters_are_counted_and_stay_when_the_rest_is_forgotten() {
        post(note("li.lei", "一", Urgency.NORMAL, 1), note("li.lei", "二", Urgency.NORMAL, 2));
        List<OutboxRow> rows = claim(NOW);
        database.inTransaction(
                books -> books.claims().dead(rows.get(0), List.of(rows.get(0).id()), "x".repeat(900)));
        sent(rows.get(1));
        Map<String, Long> counts = database.read(books -> books.outbox().counts());
        assertThat(counts).containsExactly(Map.entry("DEAD", 1L));
        int forgotten = database.inTransaction(books -> books.outbox().forgetBefore(NOW.plusSeconds(1)));
        assertThat(forgotten).isEqualTo(1);
        JdbiOutbox.Line dead = database.read(books -> books.outbox().newest(5)).get(0);
        assertThat(dead.state()).isEqualTo("DEAD");
        assertThat(dead.error()).hasSize(500);
    }

    @Test
    void long_texts_and_four_byte_characters_go_out_as_they_came_in() {
        String text = "🎉𠮷" + "海".repeat(20_000);
        post(Outgoing.note(
                new Outgoing.ToPerson("li.lei"), Message.of("text.verbatim", text), Urgency.NORMAL, Optional.empty()));
        assertThat(texts(claim(NOW))).containsExactly(text);
    }
}
