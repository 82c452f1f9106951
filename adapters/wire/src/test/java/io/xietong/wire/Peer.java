package io.xietong.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The other side of a connection, byte by byte, so that it can do what no decent server does. Serves one connection a script. */
final class Peer implements AutoCloseable {

    /** What the other side does with one connection. */
    interface Script {
        void run(InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket server;

    Peer(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread acceptor = new Thread(() -> accept(script), "peer");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                script.run(socket.getInputStream(), socket.getOutputStream());
            } catch (Exception e) {
                if (server.isClosed()) return;
            }
        }
    }

    /** A websocket's handshake, then the script. */
    static Script websocket(Script after) {
        return (in, out) -> {
            String key = head(in).lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            after.run(in, out);
        };
    }

    /** Reads a request up to the empty line. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) throw new IOException("ended early");
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String accept(String key) throws NoSuchAlgorithmException {
        byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    }

    /** An unmasked frame of up to 65,535 bytes. @param opcode 0 continuation, 1 text, 2 binary, 8 close, 10 pong */
    static void frame(OutputStream out, boolean last, int opcode, byte[] payload) throws IOException {
        out.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) out.write(payload.length);
        else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length & 0xff);
        }
        out.write(payload);
        out.flush();
    }

    /** Waits until the other side hangs up. */
    static void untilClosed(InputStream in) throws IOException {
        while (in.read() >= 0) continue;
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    URI websocket() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
