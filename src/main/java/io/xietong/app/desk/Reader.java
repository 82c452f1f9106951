package io.xietong.app.desk;

import io.xietong.app.store.Database;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is new into this node's search index, so that nobody who searches has to wait for it. Thread-safe. */
public final class Reader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);
    /** Short enough for a search in between. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final Supplier<Company> company;
    private final Duration first;
    private final Thread thread = new Thread(this::run, "search-reader");
    private volatile boolean stopping;
    private volatile boolean upToDate;

    /** @param first how long it waits before it begins; who searches meanwhile reads for themselves */
    public Reader(Database database, Supplier<Company> company, Duration first) {
        this.database = database;
        this.company = company;
        this.first = first;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    public void start() {
        thread.start();
    }

    /** Whether all there was a moment ago is in the index. */
    public boolean isUpToDate() {
        return upToDate;
    }

    private void run() {
        try {
            pause(first);
            while (!stopping) if (readAll()) pause(PAUSE);
        } catch (InterruptedException e) {
            log.debug("stopped");
        }
    }

    private synchronized void pause(Duration time) throws InterruptedException {
        if (!stopping && !time.isZero()) wait(time.toMillis());
    }

    /** Whether there is nothing to do for now. */
    private boolean readAll() {
        try {
            upToDate = Lookup.inPart(database, company.get(), AT_ONCE);
            return upToDate;
        } catch (RuntimeException e) {
            if (!stopping) log.warn("the search index waits for the database: {}", e.toString());
            return true;
        }
    }

    /** Lets it finish what it reads; an interrupted reader may harm a database file. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
