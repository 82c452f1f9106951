package io.xietong.app.wiring;

import io.xietong.app.platform.NodeLease;
import io.xietong.core.chat.Phrase;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the verbs on a platform while the program already works, and by one node at a time. A node that comes second leaves it
 * to the first; one that starts later finds everything there. Whatever goes wrong is a line in the log.
 */
final class Offer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Offer.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final RealPlatform platform;
    private final List<Phrase> phrases;
    private final NodeLease lease;
    private final Thread thread = new Thread(this::offer, "offer");

    Offer(RealPlatform platform, List<Phrase> phrases, NodeLease lease) {
        this.platform = platform;
        this.phrases = phrases;
        this.lease = lease;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void offer() {
        try {
            if (lease.hold().isEmpty()) return;
            platform.offer(phrases);
            lease.release();
        } catch (RuntimeException e) {
            log.warn("the verbs are not offered, typed ones work all the same: {}", e.toString());
        }
    }

    /** Gives it a moment; what is left over is offered at the next start. Interrupting it could harm the database's file. */
    @Override
    public void close() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
