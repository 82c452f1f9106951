package io.xietong.core.dispute;

import io.xietong.core.vote.Ballot;
import java.time.Instant;

/**
 * 受案: the committee's case. The day of receipt is day 0 of its 3 to 5 working days.
 *
 * @param presiding person id: the chair, or who stands in when the chair is party
 */
public record Docket(DisputeKind kind, Instant receivedAt, String receivedBy, String presiding, Ballot ballot) {

    Docket with(Ballot next) {
        return new Docket(kind, receivedAt, receivedBy, presiding, next);
    }
}
