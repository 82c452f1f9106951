package io.xietong.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/** A client that costs next to nothing: one connection that stays open, requests that are bytes already. For one thread. */
final class Caller implements AutoCloseable {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    Caller(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request and reads the whole answer; fails unless its status is 200. */
    void call(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) throw new IllegalStateException("the door answered " + status);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String folded = header.toLowerCase(Locale.ROOT);
            if (folded.startsWith("transfer-encoding:")) throw new IllegalStateException(header);
            if (folded.startsWith(LENGTH))
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("the door hung up after " + line);
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
