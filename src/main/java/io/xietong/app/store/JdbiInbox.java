package io.xietong.app.store;

import io.xietong.core.chat.Receiver.Answer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which events have been handled, and what was answered. */
public final class JdbiInbox {

    private final Handle handle;
    private final Premises premises;

    JdbiInbox(Handle handle, Premises premises) {
        this.handle = handle;
        this.premises = premises;
    }

    /** The first answer to an event that was handled before. */
    public Optional<Answer> answered(String platform, String eventId) {
        String sql = "SELECT answer FROM inbox_event WHERE platform = ? AND event_id = ?";
        return new Select(handle, sql, platform, eventId)
                .first(row -> Sql.optional(row, "answer")
                        .map(json -> Json.read(json, Answer.class))
                        .orElse(Answer.NONE));
    }

    /**
     * Records the event with its answer; done last in the transaction. When somebody else has handled the same event meanwhile,
     * the key is taken: the transaction is run again and finds the first answer.
     *
     * @throws StaleVersion when one of the transaction's premises does not hold
     */
    public void record(String platform, String eventId, Instant now, Answer answer) {
        premises.confirmInserting(
                "inbox_event (platform, event_id, received_at, answer)",
                platform,
                eventId,
                now,
                answer.equals(Answer.NONE) ? null : Json.write(answer));
    }

    /** Forgets events older than any platform's longest retry. */
    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM inbox_event WHERE received_at < ?", Sql.utc(time));
    }
}
