package io.xietong.core.request;

import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a request. Each fact is one entry of its trail. */
public sealed interface RequestFact extends Fact {

    /** @param vacant the receiving department has nobody in a contact's seat who is there */
    record Filed(String department, Optional<String> owner, boolean vacant, List<ItemNumber> similar)
            implements RequestFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    /** @param before the day promised until now, when this is a new promise for a request already in work */
    record Accepted(String owner, LocalDate promised, Optional<LocalDate> before) implements RequestFact {}

    record InfoAsked(String question) implements RequestFact {}

    record InfoSupplied(String answer) implements RequestFact {}

    /** @param bounced it went to another department */
    record Transferred(
            String fromDepartment,
            String toDepartment,
            Optional<String> owner,
            String reason,
            boolean bounced,
            boolean vacant)
            implements RequestFact {}

    record Declined(String reason, Optional<String> suggestedDepartment) implements RequestFact {}

    record Delivered(String note) implements RequestFact {}

    record Verified(int rating, String comment) implements RequestFact {}

    /** The requester said nothing in the time given; it counts as accepted, unrated. */
    record AcceptedBySilence() implements RequestFact {}

    /** @param heads whether both heads are told, because it is not the first time */
    record Reopened(String reason, boolean heads) implements RequestFact {}

    record Withdrawn() implements RequestFact {}

    /** The requester never answered the question. */
    record Lapsed() implements RequestFact {}

    record Nudged(int onThisDay) implements RequestFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    /** Both heads were asked to settle it. */
    record Escalated(String reason) implements RequestFact {}
}
