package io.xietong.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That the database was put back from a copy, and what is therefore missing.
 *
 * @param from    when the copy was made; nothing is known of what happened since, by the company's clock
 * @param until   when it was put back
 * @param notSent how many messages were due in between and are not sent any more, because they probably were
 */
public record Restored(Instant from, Instant until, int notSent) {

    /** How long people are reminded of it. */
    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private static final String KEPT = "restored";

    public boolean isTold(Instant now) {
        return now.isBefore(until.plus(TOLD_FOR));
    }

    void keep(JdbiCompanyState state) {
        state.set(KEPT, from + "|" + until + "|" + notSent);
    }

    static Optional<Restored> of(JdbiCompanyState state) {
        return state.get(KEPT).map(text -> {
            String[] parts = text.split("\\|");
            return new Restored(Instant.parse(parts[0]), Instant.parse(parts[1]), Integer.parseInt(parts[2]));
        });
    }
}
