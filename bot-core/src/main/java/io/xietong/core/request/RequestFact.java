package io.xietong.core.request;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a request. Each fact is one entry of its trail. */
public sealed interface RequestFact {

    /** @param vacant the receiving department has nobody in a contact's seat who is there */
    record Filed(String department, Optional<String> owner, boolean vacant, List<ItemNumber> similar)
            implements RequestFact {}

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

    record Nudged(int onThisDay) implements RequestFact {}

    record Commented(String text) implements RequestFact {}

    record Watched() implements RequestFact {}

    record Unwatched() implements RequestFact {}

    /** Both heads were asked to settle it. */
    record Escalated(String reason) implements RequestFact {}

    /**
     * A clock reached a rung.
     *
     * @param rung its name on the ladder, such as {@code 75} or {@code due}
     * @param at   when it should have come; later than that when the bot was down
     */
    record RungReached(Purpose purpose, String rung, Instant due, Instant at) implements RequestFact {}

    /** The calendar changed and a due time with it. */
    record DueMoved(Purpose purpose, Instant from, Instant to) implements RequestFact {}

    /** The year that a due time reaches into is published now; it stays as it was and is provisional no longer. */
    record DueConfirmed(Purpose purpose, Instant due) implements RequestFact {}

    /** The calendar or policy changed, and with it only when people are reminded. */
    record RemindersMoved(Purpose purpose) implements RequestFact {}
}
