package io.xietong.feishu;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Questions to the platform that must be answered before an event can be. Whoever asks waits so long at most, whatever the
 * platform and the database do; the question goes on, and what it learns is there the next time. Thread-safe; threads and queue
 * are bounded.
 */
final class Promptly {

    private static final int THREADS = 4;
    private static final int WAITING = 64;

    private final Duration atMost;
    private final ThreadPoolExecutor threads;

    Promptly(Duration atMost) {
        this.atMost = atMost;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), question -> {
                    Thread thread = new Thread(question, "feishu-question");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * @param question also remembers what it learns, since nobody may be waiting for it any more
     * @throws FeishuFault when there is no answer, or none in time
     */
    <T> T ask(Supplier<T> question) {
        try {
            Future<T> answer = threads.submit(question::get);
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw FeishuFault.tryAgain("too many questions at a time");
        } catch (TimeoutException e) {
            throw FeishuFault.tryAgain("no answer within " + atMost.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FeishuFault fault
                    ? fault
                    : FeishuFault.tryAgain(e.getCause().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FeishuFault.tryAgain("interrupted");
        }
    }
}
