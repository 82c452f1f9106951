package io.xietong.wire;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A websocket that hands over whole frames, sends one at a time, and remembers when it last heard anything. Thread-safe.
 */
public final class Socket implements AutoCloseable {

    private static final int LONGEST_FRAME = 1 << 20;
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final Duration SENDING = Duration.ofSeconds(5);

    /** Gets whole frames, in order, on the connection's thread: must return at once. */
    public interface Listener {

        /** Comes first, before {@link #connect} returns. */
        default void opened(Socket socket) {}

        default void text(String frame) {}

        default void binary(byte[] frame) {}

        /** Nothing more will come. Called once. */
        void closed(String why);
    }

    private final Clock clock;
    private final Listener listener;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private volatile WebSocket socket;
    private volatile Instant lastHeard;

    private Socket(Clock clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
        this.lastHeard = clock.instant();
    }

    /** @throws HttpFault when the handshake is refused or takes longer than five seconds */
    public static Socket connect(HttpCalls calls, URI address, Clock clock, Listener listener) {
        Socket opened = new Socket(clock, listener);
        CompletableFuture<WebSocket> handshake =
                calls.client().newWebSocketBuilder().connectTimeout(HANDSHAKE).buildAsync(address, opened.new Ear());
        try {
            handshake.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
            return opened;
        } catch (InterruptedException e) {
            opened.giveUp(handshake);
            Thread.currentThread().interrupt();
            throw new HttpFault("interrupted");
        } catch (Exception e) {
            opened.giveUp(handshake);
            throw new HttpFault(refusal(e.getCause()));
        }
    }

    private static String refusal(Throwable cause) {
        return cause instanceof WebSocketHandshakeException answered
                ? "the connection was refused: HTTP " + answered.getResponse().statusCode()
                : "the connection could not be made";
    }

    /** A handshake that succeeds after all is closed at once; nobody would listen. */
    private void giveUp(CompletableFuture<WebSocket> handshake) {
        over.complete(null);
        handshake.thenAccept(WebSocket::abort);
        handshake.cancel(true);
    }

    /** When anything was last heard, a pong included. */
    public Instant lastHeard() {
        return lastHeard;
    }

    /** @throws HttpFault when the frame did not leave */
    public void send(String frame) {
        send(open -> open.sendText(frame, true));
    }

    /** The same for a binary frame. */
    public void send(byte[] frame) {
        send(open -> open.sendBinary(ByteBuffer.wrap(frame), true));
    }

    /** A ping of the websocket protocol itself. */
    public void ping() {
        send(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    private interface Sending {
        CompletableFuture<WebSocket> on(WebSocket open);
    }

    private void send(Sending what) {
        CompletableFuture<?> mine;
        synchronized (this) {
            mine = sending.handle((done, fault) -> null).thenCompose(ready -> what.on(socket));
            sending = mine;
        }
        try {
            mine.get(SENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpFault("interrupted");
        } catch (Exception e) {
            throw new HttpFault("the frame did not leave");
        }
    }

    /** Says good-bye and cuts the connection. */
    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .whenComplete((sent, fault) -> open.abort());
        }
        end("closed here");
    }

    private void end(String why) {
        if (over.complete(null)) listener.closed(why);
    }

    /** Collects the parts of frames. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Before anything is heard, so that a listener can answer the first frame. */
        @Override
        public void onOpen(WebSocket open) {
            socket = open;
            listener.opened(Socket.this);
            open.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket open, CharSequence part, boolean last) {
            text.append(part);
            if (text.length() > LONGEST_FRAME) return tooLong(open);
            if (last) {
                String frame = text.toString();
                text.setLength(0);
                listener.text(frame);
            }
            return heard(open);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket open, ByteBuffer part, boolean last) {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
            if (bytes.size() > LONGEST_FRAME) return tooLong(open);
            if (last) {
                byte[] frame = bytes.toByteArray();
                bytes.reset();
                listener.binary(frame);
            }
            return heard(open);
        }

        @Override
        public CompletionStage<?> onPing(WebSocket open, ByteBuffer message) {
            return heard(open);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
            return heard(open);
        }

        private CompletionStage<?> heard(WebSocket open) {
            lastHeard = clock.instant();
            open.request(1);
            return null;
        }

        private CompletionStage<?> tooLong(WebSocket open) {
            open.abort();
            end("a frame was too long");
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket open, int status, String reason) {
            end("closed by the other side: " + status);
            return null;
        }

        @Override
        public void onError(WebSocket open, Throwable fault) {
            end("broken: " + fault.getClass().getSimpleName());
        }
    }
}
