package io.xietong.app.kill;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** People who speak until their node is gone, and remember which numbers they have seen. */
final class Talkers {

    private static final List<String> ASKERS = List.of("li.lei", "han.mei", "he.tao", "guo.jing");
    private static final String ANSWERER = "zhou.jie";
    private static final String LETTERS = "甲乙丙丁戊己庚辛壬癸";

    /** What was asked, by the number that its asker has seen. */
    final Map<Long, String> seen = new ConcurrentHashMap<>();

    final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    /** Starts everybody, and somebody who moves the clock; each thread ends with the node or when it is interrupted. */
    List<Thread> speakAt(Node node) {
        List<Thread> threads = new ArrayList<>();
        for (String asker : ASKERS) threads.add(thread(() -> ask(node, asker)));
        threads.add(thread(() -> answer(node)));
        threads.add(thread(() -> moveClock(node)));
        return threads;
    }

    /** Starts one who asks, one who answers, and somebody who moves the clock; each thread ends with the node or when it is interrupted. */
    List<Thread> speakAt(Node node, int place) {
        String asker = ASKERS.get(place % ASKERS.size());
        return List.of(thread(() -> ask(node, asker)), thread(() -> answer(node)), thread(() -> moveClock(node)));
    }

    /** Once: whoever moves it on and on lets nobody else speak, for each answer waits until all that became due is sent. */
    private static void moveClock(Node node) throws IOException {
        node.post("/sandbox/api/clock", "{\"advance\":\"PT7H\"}");
    }

    static void end(List<Thread> people) throws InterruptedException {
        for (Thread person : people) {
            person.interrupt();
            person.join();
        }
    }

    /** Waits until so many more commands were answered, the node is gone, or nothing moves. */
    void speakUntil(Node node, int more) {
        int enough = commands.get() + more;
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> commands.get() >= enough || !node.isAlive());
        } catch (ConditionTimeoutException slow) {
            // A slow machine kills earlier.
        }
    }

    private interface Speech {
        void give() throws IOException;
    }

    private static Thread thread(Speech speech) {
        Thread thread = new Thread(() -> {
            try {
                speech.give();
            } catch (IOException gone) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private void ask(Node node, String person) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            String need = "新品海报样稿" + name(asked.incrementAndGet());
            if (!say(node, person, "求助 设计部 " + need)) continue;
            HttpResponse<String> messages = node.get(
                    "/sandbox/api/messages?as=" + person + "&chat=single:" + person + "&after=" + after(person));
            Matcher number = Pattern.compile("XQ-(\\d+)[^\"]*" + need + "(?![" + LETTERS + "])")
                    .matcher(messages.body());
            if (number.find()) seen.put(Long.parseLong(number.group(1)), need);
            remember(person, messages.body());
        }
    }

    private void answer(Node node) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            List<Long> numbers = List.copyOf(seen.keySet());
            if (numbers.isEmpty()) {
                say(node, ANSWERER, "待办");
                continue;
            }
            long number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
            say(node, ANSWERER, "受理 XQ-" + number);
            say(node, ANSWERER, "评论 XQ-" + number + " 已经在做");
        }
    }

    private boolean say(Node node, String person, String text) throws IOException {
        boolean taken = node.says(person, text).statusCode() == 200;
        if (taken) commands.incrementAndGet();
        return taken;
    }

    private final Map<String, Long> read = new ConcurrentHashMap<>();

    private long after(String person) {
        return read.getOrDefault(person, 0L);
    }

    private void remember(String person, String messages) {
        Matcher seq = Pattern.compile("\"seq\":(\\d+)").matcher(messages);
        while (seq.find()) read.merge(person, Long.parseLong(seq.group(1)), Math::max);
    }

    /** A number in letters, so that no reader of dates takes it for one. */
    static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) name.append(LETTERS.charAt(digit - '0'));
        return name.toString();
    }
}
