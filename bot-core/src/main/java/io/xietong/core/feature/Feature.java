package io.xietong.core.feature;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of item with its rules. Everything is a pure function of state, command and occasion; numbers come from the policy
 * the feature was made with. Immutable, thread-safe.
 *
 * @param <S> the item's state
 * @param <C> the verbs about an item that exists, besides {@link SharedCommand}
 */
public interface Feature<S extends Item, C extends AboutItem> {

    ItemKind kind();

    /** The sealed family of verbs about an item of this kind. */
    Class<C> commands();

    /** The sealed family of its own facts, besides {@link SharedFact}. */
    Class<? extends Fact> facts();

    /** The word file: {@code <words>.state.<STATE>} says a state. */
    String words();

    /** What the item's state is called. */
    default Message state(S item) {
        return Message.of(words() + ".state." + item.state().name());
    }

    /** Whether its card may be shown to everybody in a chat, as the item's makers wanted it. */
    boolean mayShowIn(S item, Chat chat);

    /** Whether somebody may see the item, its trail and its texts; asked at the moment of the act. */
    boolean maySee(S item, String person, Organisation organisation, Routing routing);

    /** Whether somebody may give a colleague a task that comes from this item, whatever their seats; asked at the moment of the act. */
    default boolean mayTask(S item, String person, String owner, Organisation organisation, Routing routing) {
        return false;
    }

    /** With whom somebody would be at odds about this item; empty when they have no side in it. */
    default Optional<Opponent> opponent(S item, String person, Organisation organisation) {
        return Optional.empty();
    }

    /**
     * The other side.
     *
     * @param department id
     * @param person     who speaks for it, when the item names somebody
     */
    record Opponent(String department, Optional<String> person) {}

    /** In whose name a person acts with this verb; empty when in their own. */
    Optional<String> inNameOf(S item, C command, Occasion occasion);

    /** What becomes of the verb, said by somebody who may see the item. A decision that is done carries the item's next version. */
    Decision<S> decide(S item, C command, Occasion occasion);

    /** The chat group that the item wants to have as it is; empty when it wants none, or no other than it has. */
    default Optional<WorkingGroup> group(S item) {
        return Optional.empty();
    }

    /** The item's own chat group was made. Only asked of an item that wanted one. */
    default Decision<S> housed(S item, Chat group) {
        throw new UnsupportedOperationException(kind() + " wants no group");
    }

    /** What of the item belongs into people's calendars as it is; empty when nothing does, or nothing is to change there any more. */
    default Optional<Appointment> appointment(S item, Organisation organisation) {
        return Optional.empty();
    }

    /** The item followed by these people, with its next version. */
    S watchedBy(S item, Set<String> watchers);

    /** A clock of the item has reached its next rung, or must be wound anew. Refused when there is nothing to ring. */
    Decision<S> ring(S item, Occasion occasion);

    /** The running due times by a changed calendar. Refused when none moved. */
    Decision<S> recompute(S item, Occasion occasion);

    /** Who hears what of facts that happened to it; nobody of their own act, and nobody twice. */
    List<Outgoing> news(S after, List<Fact> facts, Occasion occasion);

    /** Of an item that very many see: whose cards look different after these facts. Empty when everybody's do. */
    default Optional<Set<String>> shownTo(S after, List<Fact> facts, Occasion occasion) {
        return Optional.empty();
    }

    /** @param headline why the card comes now; shown on top */
    Card card(S item, Optional<Message> headline, View view);

    /** A fact in a few words, for the trail and for the answer to the one who acted. */
    Message told(Fact fact, Organisation organisation);

    /** What the next rung of a running clock will be. */
    Optional<Message> nextRing(S item, Deadline clock, WorkCalendar calendar);

    /** The steps by which a running clock's due time came about. */
    List<Message> explain(S item, Deadline clock, WorkCalendar calendar, Organisation organisation);
}
