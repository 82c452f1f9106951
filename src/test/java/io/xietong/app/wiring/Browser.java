package io.xietong.app.wiring;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A browser that keeps the public address's cookies by their paths, and shows each redirect instead of following it. */
final class Browser {

    private final String publicUrl;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpCookie> kept = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();

    /** @param port where the public address really is */
    Browser(String publicUrl, int port) {
        this.publicUrl = publicUrl;
        this.port = port;
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String page() {
            return response.body();
        }

        URI redirect() {
            return URI.create(response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(page())));
        }
    }

    Answer opens(URI address) {
        return new Answer(call(address, HttpRequest.newBuilder()));
    }

    HttpResponse<String> sends(URI address, String form) {
        return call(
                address,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** All headers that set a cookie so far. */
    List<String> cookies() {
        return headers.stream().filter(header -> !header.contains("Max-Age=0")).toList();
    }

    private HttpResponse<String> call(URI address, HttpRequest.Builder request) {
        boolean ours = address.toString().startsWith(publicUrl);
        String real = address.toString().replace(publicUrl, "http://127.0.0.1:" + port);
        if (ours) cookie(address).ifPresent(value -> request.header("Cookie", value));
        try {
            HttpResponse<String> response = client.send(
                    request.uri(URI.create(real))
                            .header("Accept-Language", "zh-CN")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (ours) keep(response.headers().allValues("Set-Cookie"));
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> cookie(URI address) {
        String value = kept.values().stream()
                .filter(cookie -> address.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private void keep(List<String> set) {
        headers.addAll(set);
        for (String header : set)
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                String key = cookie.getName() + cookie.getPath();
                if (cookie.getMaxAge() == 0) kept.remove(key);
                else kept.put(key, cookie);
            }
    }
}
