package io.xietong.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One loopback address for several nodes on this machine, for trying a cluster out: each connection goes to the next node that says
 * it is ready, byte for byte. A company puts a real reverse proxy here, with TLS. Thread-safe.
 */
public final class FrontDoor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FrontDoor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LOOK_MILLIS = 500;
    private static final byte[] NOBODY =
            ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 1\r\n"
                            + "Connection: close\r\n\r\n没有可用的节点,请稍后再试。 No node is ready, please try again.\n")
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "front-door");
        thread.setDaemon(true);
        return thread;
    });
    private final List<InetSocketAddress> nodes;
    private final Set<InetSocketAddress> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final ServerSocket door;
    private volatile boolean closed;

    private FrontDoor(int port, List<InetSocketAddress> nodes) throws IOException {
        this.nodes = nodes;
        this.door = new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
    }

    /**
     * Opens it.
     *
     * @param port  of the loopback address; 0 for any that is free
     * @param nodes ports of the loopback address
     */
    public static FrontDoor open(int port, List<Integer> nodes) {
        try {
            FrontDoor opened = new FrontDoor(
                    port,
                    nodes.stream()
                            .map(node -> new InetSocketAddress(InetAddress.getLoopbackAddress(), node))
                            .toList());
            opened.look();
            opened.threads.execute(opened::watch);
            opened.threads.execute(opened::take);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    private void watch() {
        while (!closed) {
            look();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        for (InetSocketAddress node : nodes) found(node, isReady(node));
    }

    private void found(InetSocketAddress node, boolean isReady) {
        boolean changed = isReady ? ready.add(node) : ready.remove(node);
        if (changed) log.info("node {} is {}", node.getPort(), isReady ? "ready" : "gone");
    }

    private boolean isReady(InetSocketAddress node) {
        URI health = URI.create("http://127.0.0.1:" + node.getPort() + "/health/ready");
        try {
            HttpRequest question =
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void take() {
        while (!closed) {
            try {
                Socket visitor = door.accept();
                threads.execute(() -> lead(visitor));
            } catch (IOException e) {
                if (!closed) log.warn("a visitor was lost: {}", e.toString());
            }
        }
    }

    private void lead(Socket visitor) {
        try (visitor;
                Socket node = connected()) {
            if (node == null) {
                turnAway(visitor);
                return;
            }
            threads.execute(() -> pass(visitor, node));
            pass(node, visitor);
        } catch (IOException e) {
            log.debug("a connection ended: {}", e.toString());
        }
    }

    /** The visitor speaks first; who hangs up before that was heard is not heard either. */
    private static void turnAway(Socket visitor) throws IOException {
        visitor.getOutputStream().write(NOBODY);
        visitor.shutdownOutput();
        visitor.setSoTimeout((int) PATIENCE.toMillis());
        visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Null when there is no node. */
    private Socket connected() {
        int first = next.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            InetSocketAddress node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (!ready.contains(node)) continue;
            Socket socket = new Socket();
            try {
                socket.connect(node, (int) PATIENCE.toMillis());
                return socket;
            } catch (IOException e) {
                found(node, false);
            }
        }
        return null;
    }

    /** Until one side says no more; then neither hears any more. */
    private static void pass(Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) out.write(bytes, 0, read);
        } catch (IOException e) {
            log.debug("a connection ended: {}", e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
