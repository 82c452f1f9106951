package io.xietong.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xietong.wire.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a platform sends to a door, kept instead of handled, byte by byte: so it can be sent to a real door later, signed as it is. */
final class Overheard implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final List<byte[]> requests = new ArrayList<>();
    private final HttpServer server;

    Overheard() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::keep);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** In the order in which they came. */
    List<byte[]> requests() {
        return List.copyOf(requests);
    }

    /** A request as a door gets it. */
    static Webhook.Call call(byte[] request) {
        String whole = new String(request, StandardCharsets.ISO_8859_1);
        int end = whole.indexOf("\r\n\r\n");
        String[] lines = whole.substring(0, end).split("\r\n");
        String[] first = lines[0].split(" ");
        URI target = URI.create(first[1]);
        Map<String, String> headers = new HashMap<>();
        for (int line = 1; line < lines.length; line++) {
            String[] header = lines[line].split(": ", 2);
            headers.put(header[0], header[1]);
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(target.getRawQuery()).orElse("").split("&")) {
            String[] parameter = pair.split("=", 2);
            if (parameter.length == 2) query.put(parameter[0], URLDecoder.decode(parameter[1], StandardCharsets.UTF_8));
        }
        byte[] body = Arrays.copyOfRange(request, end + 4, request.length);
        return new Webhook.Call(first[0], target.getPath(), query, headers, body);
    }

    private void keep(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        StringBuilder head = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) return;
            values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n"));
        });
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        requests.add(whole.toByteArray());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
