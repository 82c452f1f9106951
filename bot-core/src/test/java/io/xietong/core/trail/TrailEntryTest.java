package io.xietong.core.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TrailEntryTest {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00.123Z");

    private static TrailEntry entry(long seq, String detail) {
        return new TrailEntry(
                ItemNumber.request(132),
                seq,
                AT,
                new Actor(Optional.of("zhou.jie"), Optional.of("zhao.min")),
                new TrailEntry.Source("feishu", "oc_1", "ev_1"),
                "Commented",
                detail,
                Optional.of("AWAITING_RESPONSE"),
                "AWAITING_RESPONSE",
                "");
    }

    private static List<TrailEntry> chain(int length) {
        List<TrailEntry> chain = new ArrayList<>();
        String hash = TrailEntry.NO_HASH;
        for (int seq = 1; seq <= length; seq++) {
            TrailEntry sealed = entry(seq, "{\"text\":\"好的 👍 " + seq + "\"}").sealed(hash);
            chain.add(sealed);
            hash = sealed.hash();
        }
        return chain;
    }

    private static boolean holds(List<TrailEntry> chain) {
        String hash = TrailEntry.NO_HASH;
        for (TrailEntry entry : chain) {
            if (!entry.follows(hash)) return false;
            hash = entry.hash();
        }
        return true;
    }

    @Test
    void a_sealed_chain_holds() {
        assertThat(holds(chain(5))).isTrue();
    }

    @Test
    void any_changed_field_is_found() {
        TrailEntry sealed = entry(1, "{}").sealed(TrailEntry.NO_HASH);
        List<UnaryOperator<TrailEntry>> changes = List.of(
                e -> with(
                        e,
                        ItemNumber.request(133),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        2,
                        e.at(),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at().plusMillis(1),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        Actor.person("zhou.jie"),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        new Actor(Optional.of("wu.yue"), Optional.of("zhao.min")),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        new TrailEntry.Source("wecom", "oc_1", "ev_1"),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        new TrailEntry.Source("feishu", "oc_1", "ev_2"),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        new TrailEntry.Source("feishu", "oc_1e", "v_1"),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.source(),
                        "Watched",
                        e.detail(),
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        "{ }",
                        e.stateBefore(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        Optional.empty(),
                        e.stateAfter()),
                e -> with(
                        e,
                        e.item(),
                        e.seq(),
                        e.at(),
                        e.actor(),
                        e.source(),
                        e.fact(),
                        e.detail(),
                        e.stateBefore(),
                        "COMPLETED"));
        assertThat(sealed.follows(TrailEntry.NO_HASH)).isTrue();
        for (UnaryOperator<TrailEntry> change : changes) {
            assertThat(change.apply(sealed).follows(TrailEntry.NO_HASH)).isFalse();
        }
    }

    private static TrailEntry with(
            TrailEntry sealed,
            ItemNumber item,
            long seq,
            Instant at,
            Actor actor,
            TrailEntry.Source source,
            String fact,
            String detail,
            Optional<String> before,
            String after) {
        return new TrailEntry(item, seq, at, actor, source, fact, detail, before, after, sealed.hash());
    }

    @Test
    void a_removed_swapped_or_inserted_entry_is_found() {
        List<TrailEntry> removed = chain(5);
        removed.remove(2);
        assertThat(holds(removed)).isFalse();
        List<TrailEntry> swapped = chain(5);
        swapped.add(1, swapped.remove(2));
        assertThat(holds(swapped)).isFalse();
        List<TrailEntry> inserted = chain(5);
        inserted.add(2, entry(3, "{}").sealed(inserted.get(1).hash()));
        assertThat(holds(inserted)).isFalse();
    }

    @Test
    void the_same_entry_always_gets_the_same_hash() {
        assertThat(entry(1, "{}").sealed(TrailEntry.NO_HASH).hash())
                .isEqualTo(entry(1, "{}").sealed(TrailEntry.NO_HASH).hash())
                .hasSize(64);
    }
}
