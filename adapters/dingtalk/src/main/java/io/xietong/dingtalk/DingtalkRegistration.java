package io.xietong.dingtalk;

import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells DingTalk where clicks go in HTTP mode, again and again until it has taken the address. Thread-safe. */
public final class DingtalkRegistration implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DingtalkRegistration.class);
    private static final long LONGEST_WAIT = 60;

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final URI address;
    private final ScheduledExecutorService attempts = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dingtalk-registration");
        thread.setDaemon(true);
        return thread;
    });

    DingtalkRegistration(DingtalkSettings settings, DingtalkApi api, URI address) {
        this.settings = settings;
        this.api = api;
        this.address = address;
    }

    /** Returns at once. */
    public void start() {
        attempts.execute(() -> attempt(1));
    }

    private void attempt(long wait) {
        try {
            DingtalkCallbacks.register(settings, api, address.toString());
            log.info("clicks on DingTalk's cards come to {}", address);
        } catch (DingtalkFault e) {
            log.warn("buttons on DingTalk's cards do nothing yet, {} was not taken: {}", address, e.getMessage());
            if (!attempts.isShutdown())
                attempts.schedule(() -> attempt(Math.min(LONGEST_WAIT, 2 * wait)), wait, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        attempts.shutdownNow();
    }
}
