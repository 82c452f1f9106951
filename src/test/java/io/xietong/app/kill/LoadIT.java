package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The real jar under more than it is made for (faults.md row 37). */
@Timeout(600)
class LoadIT {

    private static final List<String> ASKERS = List.of("ou_lilei", "ou_hanmei", "ou_hetao", "ou_guojing");
    /** It is measured, so its machine code is as good as in use; where only faults count, the first grade has to do. */
    private static final String ALL_GRADES = "-XX:TieredStopAtLevel=4";

    private static final int A_SECOND = 200;
    private static final int SECONDS = 60;
    private static final long IN_TIME_MILLIS = 3_000;

    private static final int AT_ONCE = 500;
    /** Less than the second after which a caller's system knocks again. */
    private static final int KNOCK_MILLIS = 500;

    @TempDir
    private Path folder;

    @Test
    void who_knocks_while_the_process_stands_still_for_a_moment_is_not_kept_out() throws Exception {
        List<Socket> callers = new ArrayList<>();
        try (Node node = Node.Start.in(folder).node()) {
            node.signal("STOP");
            for (int caller = 0; caller < AT_ONCE; caller++) {
                Socket socket = new Socket();
                callers.add(socket);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()), KNOCK_MILLIS);
            }
            node.signal("CONT");
            assertThat(node.isReady()).isTrue();
        } finally {
            for (Socket caller : callers) caller.close();
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "long",
            matches = "true",
            disabledReason = "takes minutes and a machine of its own: -Dlong=true")
    void two_hundred_commands_a_second_in_one_group_are_answered_in_time_or_brought_again_and_each_is_filed_once()
            throws Exception {
        String url = MariaDbServer.shared().freshDatabase();
        ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger asked = new AtomicInteger();
        int inTheMinute;
        try (Outside platform = new Outside();
                Node node = platform.joined(Node.Start.in(folder)
                                .on(url)
                                .with("SERVER_EVENTS_PER_PERSON", "0")
                                .option(ALL_GRADES))
                        .node()) {
            platform.pushTo(node);
            ExecutorService crowd = Executors.newCachedThreadPool();
            long start = System.nanoTime();
            for (int command = 0; command < A_SECOND * SECONDS; command++) {
                long due = start + command * 1_000_000_000L / A_SECOND;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                int number = asked.incrementAndGet();
                crowd.execute(() -> {
                    platform.saysToAll(ASKERS.get(number % ASKERS.size()), "求助 设计部 稿" + Talkers.name(number));
                    millis.add((System.nanoTime() - due) / 1_000_000);
                });
            }
            crowd.shutdown();
            assertThat(crowd.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            try (Oracle oracle = Oracle.of(url)) {
                inTheMinute = oracle.requests().size();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(2))
                        .until(() -> {
                            platform.bringsAgain();
                            return oracle.requests().size() >= asked.get();
                        });
                assertThat(oracle.requests()).doesNotHaveDuplicates().hasSize(asked.get());
            }
        }
        long late = millis.stream().filter(one -> one > IN_TIME_MILLIS).count();
        System.out.printf(
                "%d commands, %d answered later than %d ms, %d filed when the minute had ended, all in the end%n",
                asked.get(), late, IN_TIME_MILLIS, inTheMinute);
        assertThat(late).as("later than the platform waits").isLessThanOrEqualTo(asked.get() / 1000);
    }
}
