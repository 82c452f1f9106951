package io.xietong.app.search;

import java.util.List;
import java.util.TreeSet;

/**
 * Which keys of a growing table were seen. Keys are not committed in their order: those missing among the last few are looked
 * for again, those further back will never come. Not thread-safe.
 */
public final class Arrivals {

    private final int overlap;
    private final TreeSet<Long> beyond = new TreeSet<>();
    private long complete;

    /**
     * @param complete all keys up to this one were seen, or do not matter
     * @param overlap  how many of the last keys may still be missing
     */
    public Arrivals(long complete, int overlap) {
        this.complete = complete;
        this.overlap = overlap;
    }

    /** All keys up to this one were seen or will never come: what may be new stands behind it. */
    public long complete() {
        return complete;
    }

    /** Those behind {@link #complete()} that were seen, in their order; what else stands there may be new. */
    public List<Long> seenBeyond() {
        return List.copyOf(beyond);
    }

    /** Whether this key was not seen before; from now on it was. */
    public boolean isNew(long key) {
        boolean isNew = key > complete && beyond.add(key);
        settle();
        return isNew;
    }

    /** The table was read as far as this key. */
    public void readTo(long last) {
        complete = Math.max(Math.max(complete, 0), last - overlap);
        beyond.headSet(complete, true).clear();
        settle();
    }

    private void settle() {
        while (beyond.remove(complete + 1)) complete++;
    }
}
