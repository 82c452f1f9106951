package io.xietong.app.store;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that waits to be sent, as it was claimed. What it says is read only when it is asked for, so that a message
 * nobody can read fails by itself and holds up no other.
 *
 * @param lane      messages of one lane leave one after the other
 * @param to        empty for a refresh, and for a group or a calendar to be kept in step
 * @param attempts  how often sending was tried
 * @param digest    the first message of the digest it leaves with; empty while it belongs to none
 * @param notBefore held until then, as its reader's quiet hours asked
 * @param lease     the name of this claim; only who holds it may write down how the message fared
 */
public record OutboxRow(
        long id,
        String lane,
        Optional<ItemNumber> item,
        Optional<Outgoing.Address> to,
        String kind,
        String body,
        Outgoing.Urgency urgency,
        int attempts,
        Optional<Long> digest,
        Instant createdAt,
        Instant notBefore,
        String lease) {

    /** The message; empty for a refresh, which has all cards of the item drawn anew where they are. */
    public Optional<Outgoing> outgoing() {
        return to.map(address -> new Outgoing(address, OutboxBody.read(kind, body), urgency, item));
    }

    /** Of a refresh: the one person whose cards are meant; empty when all are. */
    public Optional<String> refreshedReader() {
        return Optional.of(body).filter(reader -> to.isEmpty() && !reader.isEmpty());
    }

    /** Whether it is no message: the item's chat group is to be made, or kept in step with it. */
    public boolean keepsGroup() {
        return kind.equals(OutboxBody.GROUP);
    }

    /** Whether it is no message: the calendars of the platforms are to be kept in step with the item. */
    public boolean keepsCalendars() {
        return kind.equals(OutboxBody.CALENDAR);
    }

    OutboxRow leasedTo(String owner) {
        return new OutboxRow(id, lane, item, to, kind, body, urgency, attempts, digest, createdAt, notBefore, owner);
    }
}
