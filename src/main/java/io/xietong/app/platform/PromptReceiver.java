package io.xietong.app.platform;

import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Words;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers within a platform's limit, whatever the database does. A press is never brought again, so one that takes longer is
 * answered 「处理中」 and finished afterwards, and one that fails is told so in words. Other events that take too long are refused
 * and finish all the same: the platform brings them again and gets the first answer. More than can be done within the limit are
 * refused at once: in a longer queue all would be late. How many that is shows the one that is next: once it has waited for a third
 * of the limit, nobody is let in behind it. Thread-safe; threads and queue are bounded.
 */
public final class PromptReceiver implements Receiver, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PromptReceiver.class);
    private static final int THREADS = 32;
    private static final int WAITING = 128;

    /** So many events are taken at a time; each holds a thread of the caller's. */
    public static final int MOST = THREADS + WAITING;

    private final Receiver desk;
    private final Duration limit;
    private final Words words;
    private final ThreadPoolExecutor workers;

    /** An event at the desk, or in line for it. */
    private static final class Work extends FutureTask<Answer> {

        private final long since = System.nanoTime();

        Work(Callable<Answer> work) {
            super(work);
        }

        Duration waited() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * @param name  of the platform, for threads and logs
     * @param limit from the event's arrival to the answer; well inside what the platform allows
     * @param words in which language it is said that an answer takes longer
     */
    public PromptReceiver(String name, Receiver desk, Duration limit, Words words) {
        this.desk = desk;
        this.limit = limit;
        this.words = words;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "desk-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public Answer receive(Inbound inbound) {
        Work work = new Work(() -> desk.receive(inbound));
        if (!isTaken(work)) return late(inbound, "talk.busy");
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late(inbound, "talk.working-on-it");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof Unavailable))
                log.warn("{} event {} failed", inbound.platform(), inbound.eventId(), e.getCause());
            return late(inbound, "talk.busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(inbound, "talk.busy");
        }
    }

    private boolean isTaken(Work work) {
        if (workers.getQueue().peek() instanceof Work next && next.waited().compareTo(limit.dividedBy(3)) > 0)
            return false;
        try {
            workers.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private Answer late(Inbound inbound, String key) {
        if (inbound.said() instanceof Inbound.Press) return Answer.refused(words.say(key));
        throw new Unavailable(key);
    }

    /** Lets what is being handled finish, for at most ten seconds. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) log.warn("some events were still being handled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
