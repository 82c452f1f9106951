package io.xietong.app.store;

import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The items of one kind. Serials are numbers without their prefix. Writes are guarded by the version that was read; to be used
 * within one transaction, like the books they belong to.
 */
public interface Items<S extends Item> {

    /** The next free number. Numbers of transactions that fail stay unused. */
    ItemNumber nextNumber(Instant now);

    /** The items with these serials, in the order of their numbers; serials without an item are left out. */
    List<Stored<S>> find(Collection<Long> serials);

    /** The item with this number, which must be of this kind. */
    default Optional<Stored<S>> find(ItemNumber number) {
        return find(List.of(number.serial())).stream().findFirst();
    }

    /**
     * Writes what each decision changed, with its clocks.
     *
     * @throws StaleVersion when one was changed by somebody else since it was read
     */
    void save(List<Change<S>> changes);

    /** What waits for somebody, earliest due first. */
    List<Due> waitingFor(Duties duties, int most);

    /** Serials of what a person has a part in, newest first. */
    List<Long> of(String person, int most);

    /** Serials of all there are below this one, newest first. */
    List<Long> before(long serial, int most);

    /** Serials of what is open below this one, newest first. */
    List<Long> openBefore(long serial, int most);

    /** Serials of all that is open, for recomputing its clocks. */
    List<Long> open();

    /** Locks the items until this transaction ends, waiting for others to finish with them. */
    List<Long> lock(Collection<Long> serials);

    /** Locks those of the items that no other transaction holds, until this one ends; the others are left out. */
    List<Long> lockFree(Collection<Long> serials);

    /** The version the item has now, which stays until this transaction ends; empty for an unknown number. */
    Optional<Long> lockedVersion(ItemNumber number);
}
