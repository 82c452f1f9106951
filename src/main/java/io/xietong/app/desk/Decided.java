package io.xietong.app.desk;

import io.xietong.app.store.Stored;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.Appointment;
import io.xietong.core.feature.WorkingGroup;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.trail.TrailEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One decision about one item, to be written down. Without a before the item is new. */
record Decided<S extends Item>(
        Optional<Stored<S>> before, Decision.Done<S> done, Occasion occasion, TrailEntry.Source source) {

    S after() {
        return done.after();
    }

    /** The item as it was, or the new one without a trail. */
    Stored<S> start() {
        return before.orElseGet(() -> Stored.fresh(after()));
    }

    /** Whether the item wants another chat group than before, or the same with others in it. */
    boolean isRegrouped(Kind<S, ?> kind) {
        Optional<WorkingGroup> wanted = kind.feature().group(after());
        return wanted.isPresent()
                && !wanted.equals(before.flatMap(stored -> kind.feature().group(stored.item())));
    }

    /** Whether the item is to stand in people's calendars in another way than before. */
    boolean isRescheduled(Kind<S, ?> kind) {
        Organisation organisation = occasion.organisation();
        Optional<Appointment> wanted = kind.feature().appointment(after(), organisation);
        return wanted.isPresent()
                && !wanted.equals(before.flatMap(stored -> kind.feature().appointment(stored.item(), organisation)));
    }

    /** Whose cards look different now; empty when everybody's do. */
    Optional<Set<String>> shownTo(Kind<S, ?> kind) {
        return kind.feature().shownTo(after(), done.facts(), occasion);
    }

    List<Outgoing> news(Kind<S, ?> kind) {
        return kind.feature().news(after(), done.facts(), occasion);
    }
}
