package io.xietong.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the same number of calls from several threads at once. */
final class Crowd {

    /** One call, by the thread and its number within the thread. */
    interface Call {

        /** What must be done before it and is not measured. */
        default void prepare(int thread, int number) throws Exception {}

        void make(int thread, int number) throws Exception;
    }

    private Crowd() {}

    static Figures.Run run(int threads, int calls, Call call) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<long[]>> members = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                members.add(() -> {
                    long[] nanos = new long[calls / threads];
                    for (int i = 0; i < nanos.length; i++) {
                        call.prepare(thread, i);
                        long from = System.nanoTime();
                        call.make(thread, i);
                        nanos[i] = System.nanoTime() - from;
                    }
                    return nanos;
                });
            }
            long from = System.nanoTime();
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> member : crowd.invokeAll(members)) all.add(member.get());
            long wall = System.nanoTime() - from;
            return new Figures.Run(
                    all.stream().flatMapToLong(java.util.Arrays::stream).toArray(), wall);
        } finally {
            crowd.shutdown();
        }
    }
}
